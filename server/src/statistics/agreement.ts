/**
 * Agreement between two raters, from a table of how often each category of the one met each category of the other. Rows are the
 * first rater's, columns the second's. Everything here is a pure function of counts; what is undefined says why, and is never NaN.
 */

/** Counts, category by category: as many rows as columns. */
export type Table = readonly (readonly number[])[];

/** Why a coefficient has no value. */
export type Undefinedness =
  /** Nothing was rated by both. */
  | 'empty'
  /** Only one category was used, so that all agreement could be chance, and none of it need be. */
  | 'one-category';

/** A coefficient, with its standard error and 95 % confidence interval where a formula for them is used. */
export type Coefficient =
  | {
      readonly value: number;
      /** How many units it rests on. */
      readonly n: number;
      readonly error?: number;
      /** Clipped to −1 and 1. */
      readonly interval?: readonly [low: number, high: number];
    }
  | { readonly undefined: Undefinedness; readonly n: number };

/** Weights of agreement between categories, 1 on the diagonal. */
export type Weights = readonly (readonly number[])[];

/** The quantile of the normal distribution for a 95 % interval. */
const z95 = 1.959963984540054;

/** The share of units on which both say the same. */
export function percentAgreement(table: Table): Coefficient {
  const n = sumOf(table);
  if (n === 0) return { undefined: 'empty', n };
  return { value: sum(table.map((row, index) => row[index]!)) / n, n };
}

/** 1 for the same category, 0 for any other: what Cohen's κ weighs by. */
export function identityWeights(categories: number): Weights {
  return weights(categories, (a, b) => (a === b ? 1 : 0));
}

/** Weights that fall evenly with the distance between ordered categories (Cicchetti and Allison 1971). */
export function linearWeights(categories: number): Weights {
  return weights(categories, (a, b) => 1 - Math.abs(a - b) / (categories - 1));
}

/** Weights that fall with the square of that distance (Fleiss and Cohen 1973). */
export function quadraticWeights(categories: number): Weights {
  return weights(categories, (a, b) => 1 - ((a - b) / (categories - 1)) ** 2);
}

/**
 * Cohen's κ (1960), or weighted κ (Cohen 1968) where weights are given. The standard error is that of Fleiss, Cohen and Everitt
 * (1969), as irrCAC, vcd and statpsych have it, not the older and simpler one.
 */
export function kappa(table: Table, weigh: Weights = identityWeights(table.length)): Coefficient {
  const n = sumOf(table);
  if (n === 0) return { undefined: 'empty', n };
  const p = table.map(row => row.map(count => count / n));
  const rows = p.map(sum);
  const columns = p.map((_, index) => sum(p.map(row => row[index]!)));
  let observed = 0;
  let expected = 0;
  each(p, (cell, i, j) => {
    observed += weigh[i]![j]! * cell;
    expected += weigh[i]![j]! * rows[i]! * columns[j]!;
  });
  if (isNothing(1 - expected)) return { undefined: 'one-category', n };
  const value = (observed - expected) / (1 - expected);
  const rowMeans = rows.map((_, i) => sum(columns.map((column, j) => column * weigh[i]![j]!)));
  const columnMeans = columns.map((_, j) => sum(rows.map((row, i) => row * weigh[i]![j]!)));
  let squares = 0;
  each(p, (cell, i, j) => {
    squares += cell * (weigh[i]![j]! - (rowMeans[i]! + columnMeans[j]!) * (1 - value)) ** 2;
  });
  const variance = (squares - (value - expected * (1 - value)) ** 2) / (n * (1 - expected) ** 2);
  return withError(value, n, variance);
}

/**
 * Agreement beyond chance where chance is an even draw from all categories: PABAK for two of them (Byrt, Bishop and Carlin 1993),
 * Brennan and Prediger's coefficient (1981) for more.
 */
export function pabak(table: Table): Coefficient {
  const n = sumOf(table);
  const k = table.length;
  if (n === 0) return { undefined: 'empty', n };
  if (k < 2) return { undefined: 'one-category', n };
  const observed = sum(table.map((row, index) => row[index]!)) / n;
  return { value: (k * observed - 1) / (k - 1), n };
}

/** Scott's π (1955): chance by the categories' shares over both raters. */
export function scottPi(table: Table): Coefficient {
  return byShares(table, shares => sum(shares.map(share => share ** 2)));
}

/** Gwet's AC1 (2008), with as many categories as the table has: those that were possible, not those that were used. */
export function gwetAc1(table: Table): Coefficient {
  const k = table.length;
  return byShares(table, shares => sum(shares.map(share => share * (1 - share))) / (k - 1));
}

function byShares(table: Table, chance: (shares: readonly number[]) => number): Coefficient {
  const n = sumOf(table);
  if (n === 0) return { undefined: 'empty', n };
  if (table.length < 2) return { undefined: 'one-category', n };
  const shares = table.map((row, index) => (sum(row) + sum(table.map(each => each[index]!))) / (2 * n));
  const observed = sum(table.map((row, index) => row[index]!)) / n;
  const expected = chance(shares);
  if (isNothing(1 - expected)) return { undefined: 'one-category', n };
  return { value: (observed - expected) / (1 - expected), n };
}

/**
 * How much one category prevails (PI) and how much the raters differ in using it (BI), for two categories (Byrt, Bishop and Carlin
 * 1993), and the agreement on each of the two (Cicchetti and Feinstein 1990). They explain a κ that is low while nearly all agree.
 */
export function prevalence([[a = 0, b = 0] = [], [c = 0, d = 0] = []]: Table): {
  readonly prevalenceIndex: number;
  readonly biasIndex: number;
  readonly positive: number | undefined;
  readonly negative: number | undefined;
} {
  const n = a + b + c + d;
  return {
    prevalenceIndex: n === 0 ? 0 : (a - d) / n,
    biasIndex: n === 0 ? 0 : (b - c) / n,
    positive: 2 * a + b + c === 0 ? undefined : (2 * a) / (2 * a + b + c),
    negative: 2 * d + b + c === 0 ? undefined : (2 * d) / (2 * d + b + c),
  };
}

function withError(value: number, n: number, variance: number): Coefficient {
  // Rounding may leave a variance of nothing a little below it.
  const error = Math.sqrt(Math.max(0, variance));
  return { value, n, error, interval: [Math.max(-1, value - z95 * error), Math.min(1, value + z95 * error)] };
}

function weights(categories: number, weigh: (a: number, b: number) => number): Weights {
  const all = Array.from({ length: categories }, (_, index) => index);
  return all.map(a => all.map(b => (a === b ? 1 : weigh(a, b))));
}

function each(table: Table, visit: (cell: number, row: number, column: number) => void): void {
  table.forEach((row, i) => {
    row.forEach((cell, j) => {
      visit(cell, i, j);
    });
  });
}

function sumOf(table: Table): number {
  return sum(table.map(sum));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function isNothing(value: number): boolean {
  return Math.abs(value) < 1e-12;
}
