import * as l10n from '@vscode/l10n';
import type * as z from 'zod';
import type { Review } from '../../review/model.js';
import { metaOf, type Shapes, shapesOf, stepInto, wordsOf } from '../../syntax/definitions/fields.js';
import type { Characteristic } from '../../syntax/facts.js';
import { type Draft, inSnippet } from './items.js';
import { asKey, type YamlPlace } from './place.js';

/** A field that a place knows. */
interface Known {
  readonly name: string;
  readonly schema: z.core.$ZodType;
  readonly required: boolean;
}

/** Offers the fields of an entry that it does not have yet. Those that it cannot do without come first. */
export function offerFields(place: YamlPlace, shapes: Shapes): void {
  const { spot, offer } = place;
  if (spot.place !== 'line' && spot.place !== 'field') return;
  // Under `cells:` a first entry begins with a hyphen.
  const inList = spot.place === 'line' && !spot.dash && !spot.colon && spot.form !== 'map';
  const ofItems = inList ? fieldsOf(stepInto(shapes, 0).flatMap(shapesOf)) : [];
  const own = ofItems.length > 0 ? [] : fieldsOf(shapes);
  if (own.length === 0 && ofItems.length === 0) return;
  const there = new Set(spot.keys);
  for (const [known, hyphen] of [
    ...own.map(each => [each, ''] as const),
    ...ofItems.map(each => [each, '- '] as const),
  ]) {
    if (there.has(known.name) || isHidden(known.name, place)) continue;
    offer.addDrafts([fieldDraft(place, known, hyphen)], known.required ? 3 : tierOf(known.name, place));
  }
}

function fieldsOf(shapes: Shapes): Known[] {
  return shapes.flatMap(shape => {
    const def = (shape as z.core.$ZodTypes)._zod.def;
    if (def.type !== 'object') return [];
    return Object.entries(def.shape).map(([name, schema]) => ({
      name,
      schema,
      required: (schema as z.core.$ZodTypes)._zod.def.type !== 'optional',
    }));
  });
}

/** In a Markdown study findings and notes stand in the text, not in its head. */
function isHidden(name: string, { part, frontMatter, names }: YamlPlace): boolean {
  return part === 'study' && names.length === 0 && frontMatter && (name === 'findings' || name === 'notes');
}

/** A study is appraised with the checklist of its review: the names of the others come last. */
function tierOf(name: string, { part, review, names }: YamlPlace): number {
  if (part !== 'study' || names.length > 0) return 5;
  if (name === 'themes') return 4;
  if (name !== 'casp' && name !== 'jbi' && name !== 'appraisal') return 6;
  return name === appraisalKey(review) ? 4 : 8;
}

/** The name under which a study's appraisal stands with the review's checklist. */
export function appraisalKey({ checklist }: Review): 'casp' | 'jbi' | 'appraisal' {
  if (checklist?.id.startsWith('casp')) return 'casp';
  return checklist?.id.startsWith('jbi') ? 'jbi' : 'appraisal';
}

function fieldDraft(place: YamlPlace, { name, schema, required }: Known, hyphen: string): Draft {
  const { description, examples } = metaOf(schema) ?? {};
  return {
    label: name,
    kind: 'field',
    words: [name],
    ...keyText(place, name, hyphen, startOf(place, name, schema)),
    description: required ? l10n.t('required') : undefined,
    documentation: fieldWords(description, examples as readonly unknown[] | undefined, wordsOf(shapesOf(schema))),
  };
}

function fieldWords(
  description: string | undefined,
  examples: readonly unknown[] | undefined,
  words: readonly string[],
): string | undefined {
  if (description === undefined) return undefined;
  const shown =
    words.length > 0 ? [...new Set(words)] : (examples ?? []).filter(each => typeof each !== 'object').map(String);
  const list = shown.slice(0, 6).map(each => `\`${each.replace(/`/g, "'")}\``);
  return list.length === 0 ? description : `${description}\n\n${l10n.t('For example {0}', list.join(', '))}`;
}

/** What stands below a field: fields of its own, a list, or nothing. */
type Start = 'map' | 'list' | 'one';

function startOf({ part, names }: YamlPlace, name: string, schema: z.core.$ZodType): Start {
  if (part === 'study' && names.length === 0 && name === 'themes') return 'list';
  const types = new Set(shapesOf(schema).map(shape => (shape as z.core.$ZodTypes)._zod.def.type));
  // Where names with a text each are usual, as for reasons and arrows, but one text may stand instead, the names come first.
  const [first] = types;
  if (first === 'record' || (first === 'object' && types.size === 1)) return 'map';
  const items = stepInto(shapesOf(schema), 0).flatMap(shapesOf);
  const ofEntries = items.some(shape => (shape as z.core.$ZodTypes)._zod.def.type === 'object');
  return types.has('array') && (types.size === 1 || ofEntries) ? 'list' : 'one';
}

/**
 * A key with the start of what stands below it. Only an editor that fills in places is given more than one line: it knows
 * how to set lines in.
 */
export function keyText(place: YamlPlace, name: string, hyphen: string, start: Start): Pick<Draft, 'text' | 'snippet'> {
  const { spot, able } = place;
  if (spot.colon || start === 'one' || spot.place !== 'line' || !able.snippets) {
    return { text: hyphen + asKey(place, name, start === 'one' ? ' ' : spot.place === 'line' ? '' : ' ') };
  }
  const below = ' '.repeat(Math.max(0, spot.column - spot.margin) + hyphen.length + 2);
  const key = inSnippet(hyphen + asKey(place, name, ''));
  return { text: `${key}\n${below}${start === 'list' ? '- ' : ''}$0`, snippet: true };
}

/** Offers the review's own characteristics that a study does not have yet, the required ones first. */
export function offerCharacteristics(place: YamlPlace): void {
  const { review, offer, spot } = place;
  const there = new Set(spot.others);
  for (const each of review.settings.characteristics) {
    if (there.has(each.name)) continue;
    offer.addDrafts([characteristicDraft(place, each)], each.required ? 0 : 1);
  }
}

function characteristicDraft(place: YamlPlace, { name, label, type, required, values }: Characteristic): Draft {
  const { spot, able } = place;
  const inList = type === 'set' && !spot.colon && spot.place === 'line' && able.snippets;
  const kinds = {
    text: l10n.t('text'),
    count: l10n.t('a whole number'),
    number: l10n.t('a number'),
    year: l10n.t('a year'),
    set: l10n.t('one or several values'),
    flag: l10n.t('yes or no'),
  };
  const some = values.slice(0, 12).join(', ');
  const words = [l10n.t('Characteristic of this review: {0}.', kinds[type])];
  if (required) words.push(l10n.t('Every study must have it; *not reported* is an answer, too.'));
  if (some !== '') words.push(l10n.t('Values: {0}', some));
  return {
    label: name,
    kind: 'characteristic',
    words: [name, label ?? ''],
    ...(inList ? { text: `${inSnippet(asKey(place, name))}[$0]`, snippet: true } : { text: asKey(place, name) }),
    detail: label,
    description: required ? l10n.t('required') : kinds[type],
    documentation: words.join('\n\n'),
  };
}
