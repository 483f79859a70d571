import type { Coefficient } from './agreement.js';

/** What difference two values make. */
export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/**
 * Krippendorff's α (2011): for any number of raters, with values missing. Units that fewer than two have rated are left out.
 *
 * @param units for each unit the values it was given, in no order; numbers, which for the nominal metric may stand for anything
 */
export function krippendorffAlpha(units: readonly (readonly number[])[], metric: Metric = 'nominal'): Coefficient {
  const pairable = units.filter(values => values.length >= 2);
  const values = [...new Set(pairable.flat())].sort((a, b) => a - b);
  const at = new Map(values.map((value, index) => [value, index]));
  const counts = values.map(() => 0);
  // How often each value met each other one within a unit, each unit weighed by how many have rated it.
  const met = values.map(() => values.map(() => 0));
  for (const unit of pairable) {
    const weight = 1 / (unit.length - 1);
    unit.forEach((one, i) => {
      counts[at.get(one)!]! += 1;
      unit.forEach((other, j) => {
        if (i !== j) met[at.get(one)!]![at.get(other)!]! += weight;
      });
    });
  }
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return { undefined: 'empty', n };
  const difference = differenceBy(metric, values, counts);
  let observed = 0;
  let expected = 0;
  values.forEach((_, one) => {
    values.forEach((__, other) => {
      const squared = difference(one, other);
      observed += met[one]![other]! * squared;
      expected += counts[one]! * counts[other]! * squared;
    });
  });
  if (expected === 0) return { undefined: 'one-category', n };
  return { value: 1 - observed / n / (expected / (n * (n - 1))), n };
}

/** The squared difference of two values, by their places among all. */
function differenceBy(
  metric: Metric,
  values: readonly number[],
  counts: readonly number[],
): (one: number, other: number) => number {
  switch (metric) {
    case 'nominal':
      return (one, other) => (one === other ? 0 : 1);
    case 'interval':
      return (one, other) => (values[one]! - values[other]!) ** 2;
    case 'ratio':
      return (one, other) => {
        const sum = values[one]! + values[other]!;
        return sum === 0 ? 0 : ((values[one]! - values[other]!) / sum) ** 2;
      };
    case 'ordinal':
      return (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        let between = 0;
        for (let index = low; index <= high; index++) between += counts[index]!;
        return one === other ? 0 : (between - (counts[low]! + counts[high]!) / 2) ** 2;
      };
  }
}
