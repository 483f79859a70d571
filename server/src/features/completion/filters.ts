import * as l10n from '@vscode/l10n';
import type { Review } from '../../review/model.js';
import type { Characteristic } from '../../syntax/facts.js';
import { filterSpot } from './filter-spot.js';
import { type Draft, Offer, type Target } from './items.js';
import { folded } from './matching.js';
import { offerConstructs, offerThemes, studiesWords } from './names.js';
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
  return [...fields, ...group, not];
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
  else {
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

/** A value as it stands in a filter: in quotation marks where it has spaces. */
function filterValue(value: string): string {
  return /[\s()|,:]/.test(value) ? `"${value}"` : value;
}
