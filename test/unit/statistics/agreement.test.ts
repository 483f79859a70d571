import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Coefficient,
  gwetAc1,
  kappa,
  linearWeights,
  pabak,
  percentAgreement,
  prevalence,
  quadraticWeights,
  scottPi,
  type Table,
} from '../../../server/src/statistics/agreement.js';
import { krippendorffAlpha, type Metric } from '../../../server/src/statistics/krippendorff.js';

function numberOf(coefficient: Coefficient): number {
  if ('undefined' in coefficient) throw new Error(`undefined: ${coefficient.undefined}`);
  return coefficient.value;
}

function errorOf(coefficient: Coefficient): number {
  return 'error' in coefficient ? coefficient.error! : Number.NaN;
}

describe('published examples give what was published', () => {
  test('Sim and Wright 2005', () => {
    const table = [
      [22, 2],
      [4, 11],
    ];
    expect(numberOf(percentAgreement(table))).toBeCloseTo(0.8462, 4);
    const found = kappa(table);
    expect(numberOf(found)).toBeCloseTo(0.6667, 4);
    expect(errorOf(found)).toBeCloseTo(0.12384, 5);
    expect('interval' in found && found.interval![0]).toBeCloseTo(0.424, 4);
    expect('interval' in found && found.interval![1]).toBeCloseTo(0.9094, 4);
    expect(numberOf(pabak(table))).toBeCloseTo(0.6923, 4);
    expect(numberOf(gwetAc1(table))).toBeCloseTo(0.715, 4);
    const about = prevalence(table);
    expect(about.prevalenceIndex).toBeCloseTo(0.2821, 4);
    expect(about.biasIndex).toBeCloseTo(-0.0513, 4);
    expect(about.positive).toBeCloseTo(0.88, 4);
    expect(about.negative).toBeCloseTo(0.7857, 4);
  });

  test('the documentation of statpsych', () => {
    const found = kappa([
      [31, 12],
      [4, 58],
    ]);
    expect(numberOf(found)).toBeCloseTo(0.6756757, 7);
    expect(errorOf(found)).toBeCloseTo(0.07344761, 8);
    expect('interval' in found && found.interval![0]).toBeCloseTo(0.531721, 6);
    expect('interval' in found && found.interval![1]).toBeCloseTo(0.8196303, 7);
  });

  test('the abstractors of irrCAC', () => {
    const table = [
      [13, 0, 0],
      [0, 20, 7],
      [0, 4, 56],
    ];
    expect(numberOf(kappa(table))).toBeCloseTo(0.7964094, 7);
    expect(errorOf(kappa(table))).toBeCloseTo(0.05891072, 8);
    expect(numberOf(scottPi(table))).toBeCloseTo(0.7962397, 7);
    expect(numberOf(gwetAc1(table))).toBeCloseTo(0.8493305, 7);
    expect(numberOf(pabak(table))).toBeCloseTo(0.835, 10);
    expect(numberOf(krippendorffAlpha(unitsOf(table)))).toBeCloseTo(0.7972585, 7);
  });

  test('the paradox of Gwet, and of Feinstein and Cicchetti', () => {
    const table = [
      [118, 5],
      [2, 0],
    ];
    expect(numberOf(percentAgreement(table))).toBeCloseTo(0.944, 10);
    expect(numberOf(kappa(table))).toBeCloseTo(-0.0234, 4);
    expect(numberOf(gwetAc1(table))).toBeCloseTo(0.9408, 4);
    expect(numberOf(pabak(table))).toBeCloseTo(0.888, 10);
    const [even, uneven]: [Table, Table] = [
      [
        [40, 9],
        [6, 45],
      ],
      [
        [80, 10],
        [5, 5],
      ],
    ];
    expect(numberOf(percentAgreement(even))).toBeCloseTo(0.85, 10);
    expect(numberOf(percentAgreement(uneven))).toBeCloseTo(0.85, 10);
    expect(numberOf(kappa(even))).toBeCloseTo(0.6995, 4);
    expect(numberOf(kappa(uneven))).toBeCloseTo(0.3182, 4);
  });

  test('a textbook table', () => {
    const found = kappa([
      [20, 5],
      [10, 15],
    ]);
    expect(numberOf(found)).toBeCloseTo(0.4, 10);
    expect(errorOf(found)).toBeCloseTo(0.127, 4);
    expect('interval' in found && found.interval![0]).toBeCloseTo(0.1511, 4);
    expect('interval' in found && found.interval![1]).toBeCloseTo(0.6489, 4);
  });

  test('Cohen 1968', () => {
    const table = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ];
    const weigh = [
      [0, 1, 3],
      [1, 0, 6],
      [3, 6, 0],
    ].map(row => row.map(cost => 1 - cost / 6));
    expect(numberOf(kappa(table))).toBeCloseTo(0.4915, 4);
    expect(numberOf(kappa(table, weigh))).toBeCloseTo(0.3478, 4);
  });

  test('the four categories of vcd', () => {
    const table = [
      [7, 7, 2, 3],
      [2, 8, 3, 7],
      [1, 5, 4, 9],
      [2, 8, 9, 14],
    ];
    expect(numberOf(kappa(table))).toBeCloseTo(0.1293, 4);
    expect(errorOf(kappa(table))).toBeCloseTo(0.0686, 4);
    expect(numberOf(kappa(table, linearWeights(4)))).toBeCloseTo(0.2374, 4);
    expect(errorOf(kappa(table, linearWeights(4)))).toBeCloseTo(0.0783, 4);
    expect(numberOf(kappa(table, quadraticWeights(4)))).toBeCloseTo(0.332, 4);
    expect(errorOf(kappa(table, quadraticWeights(4)))).toBeCloseTo(0.0973, 4);
  });

  // Krippendorff, Computing Krippendorff's Alpha-Reliability: four observers, twelve units, with values missing.
  const observers = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'];
  const units = Array.from({ length: 12 }, (_, unit) =>
    observers.map(values => values[unit] ?? '.').flatMap(value => (value === '.' ? [] : [Number(value)])),
  );
  test.each<[Metric, number]>([
    ['nominal', 0.743421],
    ['ordinal', 0.815388],
    ['interval', 0.849107],
    ['ratio', 0.797403],
  ])('Krippendorff, %s', (metric, alpha) => {
    const found = krippendorffAlpha(units, metric);
    expect(numberOf(found)).toBeCloseTo(alpha, 6);
    expect(found.n).toBe(40);
  });

  test('Krippendorff, two observers', () => {
    const pairs = (a: string, b: string): number[][] =>
      [...a].map((one, index) => [one, b[index]!].filter(each => each !== ' ').map(each => each.charCodeAt(0)));
    expect(numberOf(krippendorffAlpha(pairs('0100000010', '1110010000')))).toBeCloseTo(0.095238, 6);
    expect(numberOf(krippendorffAlpha(pairs('aabbdcccedda', 'babbbccceddd')))).toBeCloseTo(0.691964, 6);
  });
});

describe('what has no value says why:', () => {
  const one = [
    [9, 0],
    [0, 0],
  ];
  test('all in one category', () => {
    expect(kappa(one)).toEqual({ undefined: 'one-category', n: 9 });
    expect(scottPi(one)).toEqual({ undefined: 'one-category', n: 9 });
    expect(krippendorffAlpha(unitsOf(one))).toEqual({ undefined: 'one-category', n: 18 });
    expect(numberOf(gwetAc1(one))).toBe(1);
    expect(numberOf(percentAgreement(one))).toBe(1);
  });

  test('nothing rated by both', () => {
    const none = [
      [0, 0],
      [0, 0],
    ];
    for (const find of [kappa, scottPi, gwetAc1, pabak, percentAgreement]) {
      expect(find(none)).toEqual({ undefined: 'empty', n: 0 });
    }
    expect(krippendorffAlpha([[1], []])).toEqual({ undefined: 'empty', n: 0 });
  });
});

describe('of any table', () => {
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain(k => fc.array(fc.array(fc.nat(30), { minLength: k, maxLength: k }), { minLength: k, maxLength: k }));
  const coefficients = [percentAgreement, kappa, scottPi, gwetAc1, pabak];

  test('no coefficient is more than 1 or no number, and the raters may change places', () => {
    fc.assert(
      fc.property(table, counts => {
        const turned = counts.map((_, index) => counts.map(row => row[index]!));
        for (const find of coefficients) {
          const [here, there] = [find(counts), find(turned)];
          if ('undefined' in here) expect(there).toEqual(here);
          else {
            expect(here.value).toBeLessThanOrEqual(1 + 1e-12);
            expect(Number.isFinite(here.value)).toBe(true);
            expect(numberOf(there)).toBeCloseTo(here.value, 10);
          }
        }
      }),
    );
  });

  test('agreement without exception is 1, whatever chance is said to be', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 5 }), diagonal => {
        const counts = diagonal.map((count, index) => diagonal.map((_, other) => (other === index ? count : 0)));
        for (const find of coefficients) expect(numberOf(find(counts))).toBeCloseTo(1, 10);
        expect(numberOf(krippendorffAlpha(unitsOf(counts)))).toBeCloseTo(1, 10);
      }),
    );
  });

  test('of two categories all weights are the same', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 4, maxLength: 4 }), ([a, b, c, d]) => {
        const counts = [
          [a!, b!],
          [c!, d!],
        ];
        expect(kappa(counts, linearWeights(2))).toEqual(kappa(counts));
        expect(kappa(counts, quadraticWeights(2))).toEqual(kappa(counts));
      }),
    );
  });
});

/** Each unit of a table by itself. */
function unitsOf(table: Table): number[][] {
  return table.flatMap((row, one) => row.flatMap((count, other) => Array.from({ length: count }, () => [one, other])));
}
