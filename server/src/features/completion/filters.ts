import * as l10n from '@vscode/l10n';
import { itemField } from '../../review/counting/predicate.js';
import type { Review } from '../../review/model.js';
import type { Characteristic } from '../../syntax/facts.js';
import { filterSpot } from './filter-spot.js';
import { type Draft, Offer, type Target } from './items.js';
import { folded } from './matching.js';
import { offerConstructs, offerStudies, offerThemes, studiesWords } from './names.js';
import { valuesOf } from './values.js';

/** A filter with the cursor at the end of `text`. */
export interface FilterText {
  readonly review: Review;
  readonly text: string;
  /** What may follow the whole filter besides `AND` and `OR`. */
  readonly closers: readonly string[];
  /** What is to be replaced, from a place in `text` on. */
  target(from: number): Target;
  /** What is put in, as it may stand around the filter. */
  write(text: string): string;
}

/** Offers what a filter may go on with; undefined where there is nothing to offer. */
export function offerFilter(filter: FilterText): Offer | undefined {
  const spot = filterSpot(filter.text);
  if (!spot) return undefined;
  const offer = new Offer(filter.target(spot.from));
  switch (spot.expects) {
    case 'term':
      offer.addDrafts(terms(filter));
      break;
    case 'value':
      offerFilterValues(offer, filter, spot);
      break;
    case 'operator':
      offer.addDrafts(operators(filter));
      break;
    case 'connector':
      offer.addDrafts(['AND', 'OR', ...filter.closers].map(word => wordDraft(filter, word, `${word} `)));
      break;
  }
  return offer;
}

function wordDraft({ write }: FilterText, word: string, text: string, documentation?: string): Draft {
  return { label: word, kind: 'word', words: [word], text: write(text), documentation };
}

function terms(filter: FilterText): Draft[] {
  const { review, write } = filter;
  const { groups } = review.settings;
  const fields = review.settings.characteristics.map((each): Draft => {
    const number = isNumber(each);
    return {
      label: each.name,
      kind: 'characteristic',
      words: [each.name, each.label ?? ''],
      text: write(number ? `${each.name} ` : `${each.name}:`),
      detail: each.label,
      documentation: number
        ? l10n.t('By number: `{0} >= 10`', each.name)
        : l10n.t('Studies with a value: `{0}:UK`, or `{0}:"two words"`', each.name),
    };
  });
  const group =
    groups.length > 0 ? [wordDraft(filter, 'group:', 'group:', l10n.t('A group of `metasynth.yaml`.'))] : [];
  const not = wordDraft(filter, 'NOT', 'NOT ', l10n.t('Studies that do not pass what follows.'));
  return [...fields, ...group, ...ownTerms(filter), not];
}

/** What every review can be asked for besides its characteristics, unless one of these has the name. */
function ownTerms(filter: FilterText): Draft[] {
  const { review } = filter;
  const { characteristics, bands } = review.settings;
  const taken = new Set(characteristics.map(each => each.name));
  const terms: [name: string, sign: string, meaning: string][] = [
    ['theme', ':', l10n.t('Studies that carry a theme.')],
    ['construct', ':', l10n.t('Studies that carry a theme of a construct.')],
    ['study', ':', l10n.t('One study, by its key.')],
    ['year', ' ', l10n.t('By the year of the study: `year >= 2010`.')],
    ['total', ' ', l10n.t('By the total of the appraisal: `total >= 8`.')],
  ];
  if (bands.length > 0) terms.push(['band', ':', l10n.t('By the band of the total of the appraisal.')]);
  for (const { number, label } of review.checklist?.items ?? []) {
    terms.push([`item-${number}`, ':', l10n.t('By the answer that holds to question {0}, {1}.', number, label)]);
  }
  return terms
    .filter(([name]) => !taken.has(name))
    .map(([name, sign, meaning]) => wordDraft(filter, name, `${name}${sign}`, meaning));
}

function isNumber({ type }: Characteristic): boolean {
  return type === 'count' || type === 'number' || type === 'year';
}

function operators(filter: FilterText): Draft[] {
  const meanings = {
    '>=': l10n.t('at least'),
    '<=': l10n.t('at most'),
    '>': l10n.t('more than'),
    '<': l10n.t('less than'),
  };
  return Object.entries(meanings).map(([sign, meaning]) => ({
    label: sign,
    kind: 'word',
    words: [sign],
    text: filter.write(`${sign} `),
    detail: meaning,
  }));
}

function offerFilterValues(
  offer: Offer,
  { review, write }: FilterText,
  spot: { readonly field: string; readonly quoted: boolean; readonly among: readonly string[] | undefined },
): void {
  const closed = (value: string): string => write(spot.quoted ? `${value}"` : filterValue(value));
  if (spot.field === 'group') {
    offer.addDrafts(
      review.settings.groups.map(({ name }) => ({ label: name, kind: 'value', words: [name], text: closed(name) })),
    );
  } else if (spot.field === 'theme') offerThemes(offer, review, closed);
  else if (spot.field === 'construct') offerConstructs(offer, review, closed, new Set());
  else if (isOwn(review, spot.field, 'study'))
    offerStudies(offer, review, study => ({ text: closed(study.facts.key) }));
  else if (isOwn(review, spot.field, 'band')) {
    offer.addDrafts(
      review.bands.map(({ name, from }) => ({
        label: name,
        kind: 'value',
        words: [name],
        text: closed(name),
        detail: l10n.t('from a total of {0}', from),
      })),
    );
  } else if (isItem(review, spot.field)) {
    offer.addDrafts(
      (review.checklist?.answers ?? []).map(({ id, label }) => ({
        label: id,
        kind: 'value',
        words: [id, label],
        text: closed(id),
        detail: label === id ? undefined : label,
      })),
    );
  } else {
    const there = new Set(spot.among);
    const known = valuesOf(review, spot.field, '');
    offer.add(() => known, {
      search: ({ value }) => folded(value),
      // A quotation mark would end the value, and two hyphens the comment that holds it.
      without: ({ value }) => there.has(value) || /"|--/.test(value),
      make: ({ value, count }): Draft => ({
        label: value,
        kind: 'value',
        words: [value],
        text: closed(value),
        description: studiesWords(count),
      }),
    });
  }
}

/** Whether a field is one that every review has and none of its characteristics. */
function isOwn(review: Review, field: string, name: string): boolean {
  return field === name && !review.settings.characteristics.some(each => each.name === name);
}

function isItem(review: Review, field: string): boolean {
  return itemField.test(field) && isOwn(review, field, field);
}

/** A value as it stands in a filter: in quotation marks where it has spaces. */
function filterValue(value: string): string {
  return /[\s()|,:]/.test(value) ? `"${value}"` : value;
}
