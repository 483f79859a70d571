import type { Checklist } from '../../standards/checklist.js';
import {
  type Coefficient,
  gwetAc1,
  kappa,
  linearWeights,
  pabak,
  percentAgreement,
  scottPi,
  type Table,
} from '../../statistics/agreement.js';
import { krippendorffAlpha } from '../../statistics/krippendorff.js';

/** What people said of the same things apart from each other. */
export interface Comparison {
  /** Who, in the order of the columns of `units`. */
  readonly raters: readonly string[];
  /** All that could be said, be it used or not. */
  readonly categories: readonly string[];
  /** True where the categories stand in an order, so that some differences are larger than others. */
  readonly ordered: boolean;
  /** For each thing what each rater said, as the place of a category; undefined where nothing was said. */
  readonly units: readonly (readonly (number | undefined)[])[];
}

/** How two raters' answers met: for each question of the checklist a table of the first rater's answers by the second's. */
export type AnswersMet = ReadonlyMap<string, Table>;

/** An empty table for a question of a checklist, one row and column for each answer that is possible. */
export function emptyTable({ answers }: Checklist): number[][] {
  return answers.map(() => answers.map(() => 0));
}

/** Yes, can't tell and no stand in an order; answers such as *not applicable* do not. */
export function isOrdered({ answers }: Checklist): boolean {
  return answers.map(each => each.id).join() === 'yes,cant-tell,no';
}

export type AgreementMeasure = 'percent' | 'kappa' | 'weighted-kappa' | 'pabak' | 'ac1' | 'pi' | 'alpha';

/** Every measure, in the order in which they are offered. */
export const agreementMeasures: readonly AgreementMeasure[] = [
  ...(['percent', 'kappa', 'weighted-kappa', 'pabak', 'ac1', 'pi', 'alpha'] as const),
];

/** Why a measure is not to be had, beside what a table of counts can tell. */
export type Unmeasured =
  /** It compares two raters, and there are more or fewer. */
  | 'not-two-raters'
  /** It weighs by distance, and the categories stand in no order. */
  | 'not-ordered';

/** A measure's value, or why it has none. */
export type Measure = Coefficient | { readonly undefined: Unmeasured; readonly n: number };

/** How often each category of the first rater met each one of the second, over the things that both spoke of. */
export function tableOf({ categories, units }: Comparison): Table {
  const table = categories.map(() => categories.map(() => 0));
  for (const [one, other] of units) {
    if (one !== undefined && other !== undefined) table[one]![other]! += 1;
  }
  return table;
}

/** The things that at least two raters spoke of: the n of a comparison. */
export function comparedUnits({ units }: Comparison): number {
  return units.filter(unit => unit.filter(said => said !== undefined).length >= 2).length;
}

/**
 * Measures an agreement. All but Krippendorff's α compare two raters; percent agreement of more is the share of pairs of raters
 * that say the same, over all things.
 */
export function measureOf(comparison: Comparison, by: AgreementMeasure): Measure {
  const { raters, units, ordered } = comparison;
  const n = comparedUnits(comparison);
  if (by === 'alpha') return alpha(units, n);
  if (raters.length === 2) return measureTable(tableOf(comparison), ordered, by);
  return by === 'percent' ? pairwise(comparison) : { undefined: 'not-two-raters', n };
}

/** Measures the agreement of two raters from how often each category of the one met each category of the other. */
export function measureTable(table: Table, ordered: boolean, by: AgreementMeasure): Measure {
  switch (by) {
    case 'percent':
      return percentAgreement(table);
    case 'kappa':
      return kappa(table);
    case 'weighted-kappa':
      return ordered && table.length > 2
        ? kappa(table, linearWeights(table.length))
        : { undefined: 'not-ordered', n: countOf(table) };
    case 'pabak':
      return pabak(table);
    case 'ac1':
      return gwetAc1(table);
    case 'pi':
      return scottPi(table);
    case 'alpha': {
      const units = table.flatMap((row, one) =>
        row.flatMap((count, other) => Array.from({ length: count }, () => [one, other])),
      );
      return alpha(units, units.length);
    }
  }
}

function alpha(units: Comparison['units'], n: number): Measure {
  const said = units.map(unit => unit.flatMap(each => each ?? []));
  return { ...krippendorffAlpha(said, 'nominal'), n };
}

function countOf(table: Table): number {
  return table.reduce((sum, row) => sum + row.reduce((all, each) => all + each, 0), 0);
}

function pairwise(comparison: Comparison): Coefficient {
  let pairs = 0;
  let alike = 0;
  for (const unit of comparison.units) {
    const said = unit.flatMap(each => each ?? []);
    said.forEach((one, index) => {
      for (const other of said.slice(index + 1)) {
        pairs++;
        if (one === other) alike++;
      }
    });
  }
  const n = comparedUnits(comparison);
  return pairs === 0 ? { undefined: 'empty', n } : { value: alike / pairs, n };
}
