import type { Review } from '../../review/model.js';
import { schemasAt, shapesOf, wordsOf } from '../../syntax/definitions/fields.js';
import { definitions, type Part } from '../../syntax/definitions/parts.js';
import { offerFields } from './fields.js';
import { offerFilter } from './filters.js';
import { Offer } from './items.js';
import { meaningOf } from './meanings.js';
import { type Abilities, targetOn, wordDrafts, type YamlPlace } from './place.js';
import type { YamlLines } from './yaml-lines.js';
import { offerNames } from './yaml-names.js';
import { type YamlSpot, yamlSpot } from './yaml-spot.js';

/** A stretch of YAML of a review with the cursor in it. */
export interface YamlText {
  readonly review: Review;
  readonly path: string;
  readonly part: Part;
  readonly yaml: YamlLines;
  readonly line: number;
  readonly character: number;
  readonly able: Abilities;
  readonly frontMatter: boolean;
}

/** Offers what may stand at a place in YAML; undefined where nothing may, or any words may. */
export function offerYaml(text: YamlText): Offer | undefined {
  const { review, path, part, yaml, line, character, able, frontMatter } = text;
  const spot = yamlSpot(yaml, line, character);
  if (!spot) return undefined;
  const raw = yaml.raw(line);
  const names = spot.path.filter(step => typeof step === 'string');
  if (part === 'review' && names.join('/') === 'eligibility/filter') return offerCriterion(text, spot);
  const offer = new Offer(targetOn(line, spot.from, spot.to, raw, character));
  const word = raw.slice(spot.from, spot.to);
  const place: YamlPlace = { review, path, part, spot, names, word, offer, able, frontMatter };
  offerNames(place);
  const shapes = schemasAt(definitions[part], spot.path).flatMap(shapesOf);
  offerFields(place, shapes);
  // A word that has a colon, or stands between braces, is a key and no value.
  if (!spot.colon && spot.place !== 'field' && !hasOwnWords(place)) offerWords(place, [...new Set(wordsOf(shapes))]);
  return offer;
}

/** Checklists are offered with what they are called. */
function hasOwnWords({ part, names }: YamlPlace): boolean {
  return part === 'review' && names.join('/') === 'appraisal/checklist';
}

/** Offers the fixed words that may stand at a place. */
function offerWords(place: YamlPlace, words: readonly string[]): void {
  const { part, names, spot, offer } = place;
  // Where fields stand already, a word beside them would be one more field.
  if (words.length === 0 || (spot.place === 'line' && !spot.dash && spot.form === 'map')) return;
  const there = new Set(spot.others);
  const field = part === 'review' && names[0] === 'severities' ? 'severities' : fieldOf(part, names.at(-1) ?? '');
  offer.addDrafts(
    wordDrafts(
      place,
      words.filter(word => !there.has(word)),
      word => meaningOf(field, word),
    ),
  );
}

/** The field under which the meaning of a word is kept: a confidence written in short is its level. */
function fieldOf(part: Part, field: string): string {
  return part === 'confidence' && field === 'confidence' ? 'level' : field;
}

/** Offers how the filter of a criterion goes on. */
function offerCriterion(text: YamlText, { from, quote }: YamlSpot): Offer | undefined {
  const { review, yaml, line, character } = text;
  const raw = yaml.raw(line);
  return offerFilter({
    review,
    text: raw.slice(from, character),
    closers: [],
    target: start => {
      let to = character;
      const close = raw[from + start - 1] === '"' ? raw.indexOf('"', character) : -1;
      if (close >= 0) to = close + 1;
      else while (to < raw.length && /[\p{L}\p{N}_.-]/u.test(raw[to]!)) to++;
      return targetOn(line, from + start, to, raw, character);
    },
    write: words => {
      if (quote === '"') return words.replace(/["\\]/g, '\\$&');
      return quote === "'" ? words.replace(/'/g, "''") : words;
    },
  });
}
