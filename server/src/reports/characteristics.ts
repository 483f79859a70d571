import * as l10n from '@vscode/l10n';
import { drawCharacteristics, type ValueCounts } from '../figures/characteristics.js';
import type { Columns } from '../figures/columns.js';
import { missingName } from '../review/characteristics.js';
import type { Review } from '../review/model.js';
import type { Characteristic } from '../syntax/facts.js';
import { inParts, partName } from './parts.js';
import type { ReportKind } from './report-kind.js';
import { captioned, emphasis, type Figure, figure, paragraph, report } from './tree.js';

/** A characteristic with more values than these is prose, and counting it would say nothing. */
const mostValues = 20;
/** Values longer than these on average, in letters, are sentences. */
const longestValues = 40;
/** More characteristics are shown in several figures, each of which fits a page. */
const inFigure = 7;
/** Longer spans of years are shown by decades. */
const mostYears = 60;

export const characteristicsKind: ReportKind = {
  name: 'characteristics',
  command: 'characteristics',
  summary: 'how many studies have each value: countries, years and others',
  title: review => review.settings.title?.value ?? l10n.t('Characteristics of the studies'),
  make: review => {
    const figures = characteristicsFigures(review);
    if (figures.length === 0)
      return report([paragraph(emphasis(l10n.t('There are no characteristics to count yet.')))]);
    return report(figures.map(each => captioned(each.alt, each)));
  },
  data: review => ({
    title: characteristicsKind.title(review),
    studies: review.studies.length,
    characteristics: countedCharacteristics(review).map(({ name, label, values }) => ({
      name,
      label,
      values: values.map(({ label: value, count, missing }) => ({ value, studies: count, missing })),
    })),
    years: yearCounts(review).map(([year, studies]) => ({ year, studies })),
    yearNotReported: withoutYear(review),
  }),
  grid: review => ({
    header: [l10n.t('Characteristic'), l10n.t('Value'), l10n.t('Studies')],
    rows: [
      ...countedCharacteristics(review).flatMap(({ label, values }) =>
        values.map(value => [label, value.label, value.count]),
      ),
      ...yearCounts(review).map(([year, count]) => [l10n.t('Year'), String(year), count]),
      ...(withoutYear(review) > 0
        ? [[l10n.t('Year'), review.settings.missing['not reported'], withoutYear(review)]]
        : []),
    ],
  }),
  figures: characteristicsFigures,
};

interface Counted {
  readonly name: string;
  readonly label: string;
  /** Most often first, then by the alphabet; missing ones last. */
  readonly values: ValueCounts['values'];
}

/** Countries, and every other declared characteristic that has few values. */
function countedCharacteristics(review: Review): Counted[] {
  const { characteristics } = review.settings;
  const country: readonly Pick<Characteristic, 'name' | 'type' | 'label'>[] = characteristics.some(
    ({ name }) => name === 'country',
  )
    ? []
    : [{ name: 'country', type: 'text' }];
  return [...country, ...characteristics].flatMap(({ name, type, label }) => {
    if (type !== 'text' && type !== 'set' && type !== 'flag') return [];
    const values = countsOf(review, name);
    const told = values.filter(({ missing }) => !missing);
    if (told.length === 0) return [];
    // Where nearly every study says something else, it is a text and no kind.
    const letters = told.reduce((sum, value) => sum + value.label.length, 0) / told.length;
    if (letters > longestValues && name !== 'country') return [];
    const few = told.length <= mostValues && (told.length <= 5 || told.length <= review.studies.length * 0.6);
    return few || name === 'country' ? [{ name, label: label ?? capitalised(name), values }] : [];
  });
}

/** Values that differ by capitals and spaces only are one; a study that lists several counts for each. */
function countsOf(review: Review, name: string): ValueCounts['values'] {
  const counts = new Map<string, { label: string; count: number; missing: boolean }>();
  for (const study of review.studies) {
    const items = study.facts.fields.find(field => field.name === name)?.items.map(({ value }) => value) ?? [];
    const values = new Map<string, { label: string; missing: boolean }>();
    for (const value of items.length > 0 ? items : ['not reported']) {
      const missing = missingName(value);
      const label = missing ? review.settings.missing[missing] : value.trim();
      values.set(`${missing ? 'missing' : 'value'} ${label.toLowerCase().replace(/\s+/g, ' ')}`, {
        label,
        missing: missing !== undefined,
      });
    }
    for (const [key, value] of values) {
      const known = counts.get(key);
      if (known) known.count++;
      else counts.set(key, { ...value, count: 1 });
    }
  }
  return [...counts.values()].sort(
    (a, b) => Number(a.missing) - Number(b.missing) || b.count - a.count || (a.label < b.label ? -1 : 1),
  );
}

/** The years in which studies were published, the first first; years without any are left out. */
function yearCounts(review: Review): [year: number, studies: number][] {
  const counts = new Map<number, number>();
  for (const { year } of review.studies) if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}

function withoutYear(review: Review): number {
  return review.studies.filter(({ year }) => year === undefined).length;
}

function characteristicsFigures(review: Review): Figure[] {
  const counted = countedCharacteristics(review);
  const years = yearColumns(review);
  if (counted.length === 0 && !years) return [];
  const title = l10n.t('Characteristics of the included studies');
  return inParts(counted, inFigure).map((part, at) =>
    figure(
      partName('characteristics', at),
      title,
      drawCharacteristics({
        title,
        studies: review.studies.length,
        counts: part.map(({ label, values }) => {
          const told = values.filter(({ missing }) => !missing);
          return {
            label,
            values: [...told.slice(0, mostValues), ...values.filter(({ missing }) => missing)],
            more: Math.max(0, told.length - mostValues),
          };
        }),
        ...(years && at === 0 && { years }),
      }),
    ),
  );
}

/** Every year from the first to the last, so that gaps are seen; decades where these are too many. */
function yearColumns(review: Review): Pick<Columns, 'axis' | 'columns' | 'note'> | undefined {
  const counts = yearCounts(review);
  const [first, last] = [counts[0]?.[0], counts.at(-1)?.[0]];
  if (first === undefined || last === undefined) return undefined;
  const step = last - first < mostYears ? 1 : 10 ** Math.ceil(Math.log10((last - first + 1) / mostYears));
  const start = Math.floor(first / step) * step;
  const columns = Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, at) => {
    const from = start + at * step;
    const count = counts.reduce((sum, [year, studies]) => sum + (year >= from && year < from + step ? studies : 0), 0);
    return { label: String(from), count };
  });
  const without = withoutYear(review);
  return {
    axis:
      step === 1
        ? l10n.t('Year of publication')
        : l10n.t('Year of publication, {0} years each from the one named', step),
    columns,
    note: without > 0 ? l10n.t('Year not reported: {0}.', without) : '',
  };
}

function capitalised(name: string): string {
  const words = name.replace(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
