import type { Checklist } from '../../standards/checklist.js';
import type { Table } from '../../statistics/agreement.js';
import { foldId, nearest } from '../../text/words.js';
import type { Review } from '../model.js';
import { codingComparison } from './compare-coding.js';
import { screeningComparisons } from './compare-screening.js';
import {
  type AgreementMeasure,
  agreementMeasures,
  type Comparison,
  emptyTable,
  isOrdered,
  type Measure,
  measureOf,
  measureTable,
} from './comparison.js';

/** What `agreement.` may be followed by: of what, by which measure, and on which question or at which stage alone. */
export interface AgreementName {
  readonly of: 'appraisal' | 'coding' | 'screening';
  readonly by: AgreementMeasure;
  /** The number of a question of the checklist. */
  readonly item: string | undefined;
  /** A stage of screening, folded. */
  readonly stage: string | undefined;
}

const subjects = ['appraisal', 'coding', 'screening'] as const;
const stages = ['title-abstract', 'full-text'] as const;

/**
 * Reads `appraisal`, `appraisal.kappa`, `appraisal.item-4.kappa`, `screening.full-text.kappa`, `coding.alpha`; gives what was
 * likely meant where it is none of these.
 */
export function readAgreement(text: string): AgreementName | { readonly near: string | undefined } {
  const [first = '', ...rest] = text.split('.');
  const of = subjects.find(each => each === first);
  if (!of) return { near: nearest(first, subjects, 1)[0] };
  const item = of === 'appraisal' ? rest.find(each => /^item-\d{1,3}$/.test(each)) : undefined;
  const stage = of === 'screening' ? stages.find(each => rest.includes(each)) : undefined;
  const by = rest.filter(each => each !== item && each !== stage);
  const measure = by[0] === undefined ? 'percent' : agreementMeasures.find(each => each === by[0]);
  if (measure === undefined || by.length > 1 || rest.length > 2) {
    const known: readonly string[] = of === 'screening' ? [...agreementMeasures, ...stages] : agreementMeasures;
    const near = nearest(by[0] ?? '', known, 1)[0];
    return { near: near && `${of}.${near}` };
  }
  return { of, by: measure, item: item?.slice('item-'.length), stage };
}

/** An agreement of the review; undefined where there is nothing to compare. */
export function agreementOf({ of, by, item, stage }: AgreementName, review: Review): Measure | undefined {
  if (of === 'appraisal') {
    const { checklist, answersMet } = review;
    if (!checklist || !answersMet) return undefined;
    // Ten thousand studies have a hundred thousand answers: their counts are at hand, and say the same.
    const tables = item === undefined ? [...answersMet.values()] : [answersMet.get(item) ?? []];
    return measureTable(sumOf(tables, checklist), isOrdered(checklist), by);
  }
  const comparison = of === 'coding' ? codingComparison(review) : screeningComparison(review, stage);
  return comparison && measureOf(comparison, by);
}

/** Screening at a stage; without one at all of them, for what became of a record at two stages is two decisions. */
function screeningComparison(review: Review, stage: string | undefined): Comparison | undefined {
  const compared = screeningComparisons(review);
  if (stage !== undefined) return compared.find(each => foldId(each.stage) === stage)?.comparison;
  return compared.length === 1 ? compared[0]!.comparison : joined(compared.map(each => each.comparison));
}

/** Decisions of several stages in one, where the same people made them in the same words. */
function joined(comparisons: readonly Comparison[]): Comparison | undefined {
  const [first] = comparisons;
  if (!first || comparisons.some(each => each.raters.join() !== first.raters.join())) return undefined;
  if (comparisons.some(each => each.categories.join() !== first.categories.join())) return undefined;
  return { ...first, units: comparisons.flatMap(each => each.units) };
}

function sumOf(tables: readonly Table[], checklist: Checklist): Table {
  const sum = emptyTable(checklist);
  for (const table of tables) {
    table.forEach((row, one) => {
      row.forEach((count, other) => {
        sum[one]![other]! += count;
      });
    });
  }
  return sum;
}
