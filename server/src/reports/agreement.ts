import * as l10n from '@vscode/l10n';
import { appraisalComparison, appraisalOn } from '../review/counting/compare-appraisal.js';
import { codingComparison, codingOf } from '../review/counting/compare-coding.js';
import { screeningComparisons } from '../review/counting/compare-screening.js';
import {
  type AgreementMeasure,
  type Comparison,
  comparedUnits,
  type Measure,
  measureOf,
  tableOf,
} from '../review/counting/comparison.js';
import type { Review } from '../review/model.js';
import { foldId } from '../text/words.js';
import type { ReportKind } from './report-kind.js';
import { captioned, emphasis, heading, paragraph, type Report, report, table } from './tree.js';

/** One agreement as data: of what, over which units, and every measure; null where one is undefined. */
export interface AgreementRow {
  /** `appraisal`, `appraisal.item-4`, `appraisal.study-gillard2013`, `screening.full-text`, `coding`, `coding.study-…`. */
  readonly what: string;
  readonly unit: string;
  /** How many units at least two raters spoke of. */
  readonly n: number;
  readonly raters: readonly string[];
  /** From 0 to 100. */
  readonly percent: number | null;
  readonly kappa: number | null;
  readonly kappaSe: number | null;
  readonly kappaCi: readonly [number, number] | null;
  readonly weightedKappa: number | null;
  readonly pabak: number | null;
  readonly ac1: number | null;
  readonly alpha: number | null;
  /** Why measures are null; null where none is. */
  readonly why: string | null;
  /** For two raters, how often each category of the first met each of the second. */
  readonly categories: readonly string[];
  readonly table: readonly (readonly number[])[] | null;
}

/** What is compared, in the words of a table. */
interface Compared {
  readonly what: string;
  readonly label: string;
  readonly unit: string;
  readonly comparison: Comparison;
  /** Whether it is a part of another row, to be shown in a table of its own. */
  readonly part: 'whole' | 'item' | 'study';
}

/** Everything that can be compared in the review. */
function comparisons(review: Review): Compared[] {
  const found: Compared[] = [];
  const appraisal = appraisalComparison(review);
  if (appraisal) {
    const unit = l10n.t('study × question');
    found.push({ what: 'appraisal', label: l10n.t('Appraisal'), unit, comparison: appraisal, part: 'whole' });
    for (const item of review.checklist?.items ?? []) {
      found.push({
        what: `appraisal.item-${item.number}`,
        label: l10n.t('Question {0}: {1}', item.number, item.label),
        unit: l10n.t('study'),
        comparison: appraisalOn(appraisal, { item: String(item.number) }),
        part: 'item',
      });
    }
    for (const study of appraisal.studies) {
      found.push({
        what: `appraisal.study-${study.facts.key}`,
        label: study.name,
        unit: l10n.t('question'),
        comparison: appraisalOn(appraisal, { studies: each => each === study }),
        part: 'study',
      });
    }
  }
  for (const { stage, comparison } of screeningComparisons(review)) {
    found.push({
      what: stage === '' ? 'screening' : `screening.${foldId(stage)}`,
      label: stage === '' ? l10n.t('Screening') : l10n.t('Screening: {0}', stage.replace(/-/g, ' ')),
      unit: l10n.t('record'),
      comparison,
      part: 'whole',
    });
  }
  const coding = codingComparison(review);
  if (coding) {
    const unit = l10n.t('study × theme');
    found.push({ what: 'coding', label: l10n.t('Coding'), unit, comparison: coding, part: 'whole' });
    coding.studies.forEach((key, index) => {
      found.push({
        what: `coding.study-${key}`,
        label: l10n.t('Coding: {0}', review.studyById.get(foldId(key))?.name ?? key),
        unit: l10n.t('theme'),
        comparison: codingOf(coding, index),
        part: 'study',
      });
    });
  }
  return found;
}

/** Every agreement of the review, overall first, as the command line prints it. */
export function agreements(review: Review): readonly AgreementRow[] {
  return comparisons(review).map(rowOf);
}

const columns: readonly (readonly [keyof AgreementRow & string, AgreementMeasure])[] = [
  ['percent', 'percent'],
  ['kappa', 'kappa'],
  ['weightedKappa', 'weighted-kappa'],
  ['pabak', 'pabak'],
  ['ac1', 'ac1'],
  ['alpha', 'alpha'],
];

function rowOf({ what, unit, comparison }: Compared): AgreementRow {
  const why = new Map<string, string[]>();
  const values = new Map<string, number | null>();
  for (const [name, by] of columns) {
    const measure = measureOf(comparison, by);
    if ('undefined' in measure) {
      why.set(whyNot(measure), [...(why.get(whyNot(measure)) ?? []), name]);
      values.set(name, null);
    } else values.set(name, by === 'percent' ? 100 * measure.value : measure.value);
  }
  const kappa = measureOf(comparison, 'kappa');
  const defined = 'undefined' in kappa ? undefined : kappa;
  const value = (name: string): number | null => values.get(name) ?? null;
  return {
    what,
    unit,
    n: comparedUnits(comparison),
    raters: comparison.raters,
    percent: value('percent'),
    kappa: value('kappa'),
    kappaSe: defined?.error ?? null,
    kappaCi: defined?.interval ?? null,
    weightedKappa: value('weightedKappa'),
    pabak: value('pabak'),
    ac1: value('ac1'),
    alpha: value('alpha'),
    why: why.size === 0 ? null : [...why].map(([reason, names]) => `${names.join(', ')}: ${reason}`).join('; '),
    categories: comparison.categories,
    table: comparison.raters.length === 2 ? tableOf(comparison) : null,
  };
}

function whyNot(measure: Extract<Measure, { readonly undefined: string }>): string {
  switch (measure.undefined) {
    case 'empty':
      return l10n.t('nothing was rated by two');
    case 'one-category':
      return l10n.t('undefined: only one category was used');
    case 'not-two-raters':
      return l10n.t('it compares two raters');
    case 'not-ordered':
      return l10n.t('the categories stand in no order of three or more');
  }
}

/** The agreement of raters, screeners and coders, with every unit and n named, and what is undefined said. */
export const agreementKind: ReportKind = {
  name: 'agreement',
  command: 'agreement',
  summary: 'how far raters, screeners and coders agree',
  title: () => l10n.t('Agreement'),
  make: makeReport,
  data: review => agreements(review),
  grid: review => ({
    header: ['what', 'unit', 'n', 'raters', 'percent', 'kappa', 'kappaSe', 'weightedKappa', 'pabak', 'ac1', 'alpha'],
    rows: agreements(review).map(row => [
      ...[row.what, row.unit, row.n, row.raters.join('; ')],
      ...[row.percent, row.kappa, row.kappaSe, row.weightedKappa, row.pabak, row.ac1, row.alpha].map(
        each => each ?? '',
      ),
    ]),
  }),
};

function makeReport(review: Review, depth: number): Report {
  const all = comparisons(review);
  const title = heading(depth, l10n.t('Agreement'));
  if (all.length === 0) {
    const words = l10n.t('Nothing was rated, screened or coded by two people apart from each other.');
    return report([title, paragraph(emphasis(words))]);
  }
  const of = (part: Compared['part']): Compared[] => all.filter(each => each.part === part);
  const unfinished = appraisalComparison(review)?.unfinished ?? 0;
  return report([
    title,
    tableFor(l10n.t('Agreement before any consensus'), of('whole'), notesOf(of('whole'), unfinished)),
    ...(of('item').length > 0 ? [tableFor(l10n.t('Agreement on each question of the checklist'), of('item'))] : []),
    ...(of('study').length > 0 ? [tableFor(l10n.t('Agreement on each study'), of('study'))] : []),
  ]);
}

function tableFor(caption: string, rows: readonly Compared[], notes: readonly string[] = []) {
  const header = [
    ...[l10n.t('Of'), l10n.t('Unit'), 'n', l10n.t('Raters'), l10n.t('Agreement')],
    ...[l10n.t('Cohen’s κ (95 % CI)'), l10n.t('Weighted κ'), 'PABAK', 'AC1', 'α'],
  ];
  const cells = rows.map(({ label, unit, comparison }) => {
    const number = (by: AgreementMeasure): string => shown(measureOf(comparison, by), by);
    return [
      ...[label, unit, String(comparedUnits(comparison)), comparison.raters.join(', '), number('percent')],
      ...[number('kappa'), number('weighted-kappa'), number('pabak'), number('ac1'), number('alpha')],
    ];
  });
  return captioned(caption, table(header, cells), { notes: notes.map(words => paragraph(words)), wide: true });
}

/** Two digits tell as much as a coefficient of this kind can. */
function shown(measure: Measure, by: AgreementMeasure): string {
  if ('undefined' in measure) return measure.undefined === 'one-category' ? l10n.t('undefined') : '–';
  if (by === 'percent') return `${(100 * measure.value).toFixed(1)} %`;
  const value = signed(measure.value);
  // An error of nothing comes of a table with too little in it, and an interval without width would say that all is known.
  if (by !== 'kappa' || !measure.interval || measure.error === 0) return value;
  const [low, high] = measure.interval;
  return l10n.t('{0} ({1} to {2})', value, signed(low), signed(high));
}

function signed(value: number): string {
  const rounded = value.toFixed(2);
  return /^-0\.?0*$/.test(rounded) ? rounded.slice(1) : rounded.replace('-', '−');
}

function notesOf(rows: readonly Compared[], unfinished: number): string[] {
  const notes: string[] = [];
  const twos = rows.filter(({ comparison }) => comparison.raters.length === 2);
  for (const { label, comparison } of twos) {
    const counts = tableOf(comparison);
    const words = comparison.categories.map((category, index) =>
      l10n.t(
        '{0}: {1} and {2}',
        category,
        counts[index]!.reduce((sum, each) => sum + each, 0),
        counts.reduce((sum, row) => sum + row[index]!, 0),
      ),
    );
    notes.push(
      l10n.t(
        '{0}: how often {1} used each category: {2}.',
        label,
        comparison.raters.join(l10n.t(' and ')),
        words.join('; '),
      ),
    );
  }
  notes.push(
    l10n.t(
      'κ: standard error of Fleiss, Cohen and Everitt. Undefined: only one category was used, so that chance alone would give the same agreement. κ can be low while nearly all agree where one category prevails; PABAK and AC1 are shown for that reason.',
    ),
  );
  if (rows.some(({ what }) => what === 'appraisal')) {
    notes.push(
      l10n.t(
        'Answers pooled over the questions of a checklist are not independent of each other: see each question by itself.',
      ),
    );
  }
  if (rows.some(({ what }) => what === 'coding')) {
    notes.push(
      l10n.t(
        'Coding counts every theme of the codebook for every study, those that neither coder gave included, which makes percent agreement high.',
      ),
    );
  }
  if (unfinished > 0) {
    notes.push(
      unfinished === 1
        ? l10n.t('One study that not all raters have finished is left out.')
        : l10n.t('{0} studies that not all raters have finished are left out.', unfinished),
    );
  }
  return notes;
}
