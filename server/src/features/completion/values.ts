import * as l10n from '@vscode/l10n';
import { missingName } from '../../review/characteristics.js';
import type { Review } from '../../review/model.js';
import { missingNames } from '../../syntax/definitions/common.js';
import type { Characteristic } from '../../syntax/facts.js';
import type { Draft } from './items.js';
import { folded } from './matching.js';
import { meaningOf } from './meanings.js';
import { studiesWords } from './names.js';
import { asValue, type YamlPlace } from './place.js';

/** A value that a characteristic may have. */
export interface KnownValue {
  readonly value: string;
  /** How many studies give it. */
  readonly count: number;
}

/**
 * The values of a characteristic: those declared, in their order, then those that studies use, the most used first. One
 * that differs by capitals and punctuation alone is offered once, as declared or as most studies write it.
 *
 * @param typing what stands at the cursor: half a word is no value that a study uses
 */
export function valuesOf(review: Review, name: string, typing: string): KnownValue[] {
  const declared = review.settings.characteristics.find(each => each.name === name);
  const used = review.values(name);
  const found = new Map<string, { value: string; count: number }>();
  for (const value of declared?.values ?? []) {
    const form = formOf(value);
    if (!found.has(form)) found.set(form, { value, count: 0 });
  }
  const byUse = [...used].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  for (const [value, count] of byUse) {
    if (missingName(value) || value.trim() === '') continue;
    const form = formOf(value);
    const known = found.get(form);
    if (known) known.count += count;
    else if (value !== typing || count > 1) found.set(form, { value, count });
  }
  return [...found.values()];
}

/** What makes two spellings one value; signs alone, such as `+` and `-`, stay apart. */
function formOf(value: string): string {
  return folded(value) || value;
}

/** Offers what may stand behind the name of a characteristic in a study. */
export function offerValues(place: YamlPlace, name: string): void {
  const { review, offer, word, spot } = place;
  const declared = review.settings.characteristics.find(each => each.name === name);
  const there = new Set(spot.others.map(formOf));
  const usual = declared?.type === 'set' ? 'list' : 'one';
  if (declared?.type === 'flag') offer.addDrafts(flags(place), 2);
  else if (isOpen(declared)) {
    const known = valuesOf(review, name, word);
    offer.add(() => known, {
      search: ({ value }) => folded(value),
      without: ({ value }) => there.has(formOf(value)),
      make: ({ value, count }): Draft => ({
        label: value,
        kind: 'value',
        words: [value],
        text: asValue(place, value, usual),
        description: count > 0 ? studiesWords(count) : undefined,
      }),
    });
  }
  if (spot.others.length === 0 || spot.place !== 'item') offer.addDrafts(missingDrafts(place), 8);
}

/** Numbers are not worth offering: those of other studies say nothing of this one. */
function isOpen(declared: Characteristic | undefined): boolean {
  return declared === undefined || declared.type === 'text' || declared.type === 'set';
}

function flags(place: YamlPlace): Draft[] {
  return ['yes', 'no'].map(word => ({
    label: word,
    kind: 'value',
    words: [word],
    text: asValue(place, word, 'one'),
  }));
}

/** The four names of a value that is not there. */
export function missingDrafts(place: YamlPlace): Draft[] {
  return missingNames.map(name => ({
    label: name,
    kind: 'word',
    words: [name],
    text: asValue(place, name, 'one'),
    description: l10n.t('no value'),
    documentation: meaningOf('missing', name),
  }));
}
