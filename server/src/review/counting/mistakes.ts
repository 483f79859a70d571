import { fieldNames, schemasAt, shapesOf } from '../../syntax/definitions/fields.js';
import { definitions } from '../../syntax/definitions/parts.js';
import { type Filter, foldValue, type Word } from '../../syntax/filters/filter.js';
import type { Definition } from '../../syntax/numbers/definition.js';
import { foldId, nearest } from '../../text/words.js';
import type { Review } from '../model.js';
import { readAgreement } from './agreement.js';
import { filtersOf, namesIn, termsOf } from './parts.js';
import { groupNamed, isDeclared, itemField, ownFields } from './predicate.js';

/** A name in a definition that the review does not have. */
export interface Mistake {
  readonly kind: 'field' | 'group' | 'band' | 'study' | 'agreement' | 'theme' | 'construct' | 'box' | 'value' | 'item';
  readonly word: Word;
  /** What was most likely meant. */
  readonly near: string | undefined;
  /** Of a value: the field that does not have it. */
  readonly field?: string;
}

/** The first name in a definition that does not exist; undefined where all do. */
export function mistakeIn(definition: Definition, review: Review): Mistake | undefined {
  switch (definition.what) {
    case 'findings':
    case 'themes': {
      const { under } = definition;
      if (!under || isNamed('construct', under.text, review)) return undefined;
      return { kind: 'construct', word: under, near: review.near('construct', under.text)[0] };
    }
    case 'flow': {
      const { box } = definition;
      const names = flowBoxes();
      if (names.includes(box.text)) return undefined;
      return { kind: 'box', word: box, near: nearest(box.text, names, 1)[0] };
    }
    case 'agreement': {
      const name = readAgreement(definition.of.text);
      return 'near' in name ? { kind: 'agreement', word: definition.of, near: name.near } : undefined;
    }
    case 'statistic':
      return fieldMistake(definition.field, review) ?? mistakeInFilters(filtersOf(definition), review);
    default:
      return mistakeInFilters(filtersOf(definition), review);
  }
}

/** The first name in a filter that does not exist. */
export function mistakeInFilter(filter: Filter, review: Review): Mistake | undefined {
  const { fields, groups } = namesIn(filter);
  for (const field of fields) {
    const mistake = fieldMistake(field, review);
    if (mistake) return mistake;
  }
  for (const group of groups) {
    if (groupNamed(review.settings.groups, group.text)) continue;
    const names = review.settings.groups.map(each => each.name);
    return { kind: 'group', word: group, near: nearest(group.text, names, 1)[0] };
  }
  for (const term of termsOf(filter)) {
    const mistake = valueMistake(term.field, term.value, review);
    if (mistake) return mistake;
  }
  return undefined;
}

function mistakeInFilters(filters: readonly Filter[], review: Review): Mistake | undefined {
  for (const filter of filters) {
    const mistake = mistakeInFilter(filter, review);
    if (mistake) return mistake;
  }
  return undefined;
}

/** The boxes of the flow diagram that can be named. */
export function flowBoxes(): string[] {
  const shapes = schemasAt(definitions.review, ['flow']).flatMap(shapesOf);
  return fieldNames(shapes).filter(name => name !== 'merged-arms' && name !== 'extra');
}

function fieldMistake(field: Word, { settings }: Review): Mistake | undefined {
  const { text } = field;
  if (isDeclared(settings, text) || (ownFields as readonly string[]).includes(text) || itemField.test(text)) {
    return undefined;
  }
  // A review that declares no characteristics may have any.
  if (settings.characteristics.length === 0) return undefined;
  const names = [...settings.characteristics.map(each => each.name), ...ownFields];
  return { kind: 'field', word: field, near: nearest(text, names, 1)[0] };
}

function valueMistake(field: Word, value: Word, review: Review): Mistake | undefined {
  const { settings, checklist } = review;
  const declared = settings.characteristics.find(each => each.name === field.text);
  if (!declared && (field.text === 'theme' || field.text === 'construct')) {
    const kind = field.text;
    if (isNamed(kind, value.text, review)) return undefined;
    return { kind, word: value, near: review.near(kind, value.text)[0] };
  }
  if (!declared && field.text === 'band') {
    const bands = review.bands.map(each => each.name);
    if (bands.some(each => foldValue(each) === foldValue(value.text))) return undefined;
    return { kind: 'band', word: value, near: nearest(value.text, bands, 1)[0] };
  }
  if (!declared && field.text === 'study') {
    const id = foldId(value.text);
    for (const known of review.names('study')) if (known === id) return undefined;
    return { kind: 'study', word: value, near: review.near('study', value.text)[0] };
  }
  const item = itemField.exec(field.text)?.[1];
  if (!declared && item !== undefined) {
    if (checklist?.items.some(each => String(each.number) === item) !== false) return undefined;
    return { kind: 'item', word: field, near: undefined };
  }
  if (!declared && (ownFields as readonly string[]).includes(field.text)) return undefined;
  return missingValue(field, value, declared?.values ?? [], review);
}

/**
 * A value that no study has and that is near to one that some have: a slip of the pen. One that is near to nothing may well be
 * what nobody has.
 */
function missingValue(field: Word, value: Word, declared: readonly string[], review: Review): Mistake | undefined {
  const where: Filter = { kind: 'value', field, value };
  if (review.tally({ where, field: undefined }).size > 0) return undefined;
  const wanted = foldValue(value.text);
  const values = declared.length > 0 ? declared : [...review.values(field.text).keys()];
  if (values.some(each => foldValue(each) === wanted)) return undefined;
  const near = nearest(value.text, values, 1)[0];
  if (near === undefined && declared.length === 0) return undefined;
  return { kind: 'value', word: value, near, field: field.text };
}

/** Whether the codebook has a name, be it a former one. Asked by way of all names: whoever asks is told when these change. */
function isNamed(kind: 'theme' | 'construct', name: string, review: Review): boolean {
  const id = foldId(name);
  for (const known of review.names(kind)) if (known === id) return true;
  return (kind === 'theme' ? review.themeAliases : review.constructAliases).has(id);
}
