import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreements } from '../../../../server/src/reports/agreement.js';
import { agreementMeasures, type Comparison, measureOf } from '../../../../server/src/review/counting/comparison.js';
import { exampleOf } from '../../support/review.js';

const settings = `=== metasynth.yaml ===
title: T
question: Q
approach: qualitative-metasynthesis
appraisal: {checklist: casp-qualitative-2018, raters: [JM, JS]}
`;

const yes = (no: string): string =>
  `{1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: ${no}}`;

function rows(written: string) {
  return new Map(agreements(exampleOf(settings + written).review).map(row => [row.what, row]));
}

/** Decisions of two screeners so that their table is the textbook's: include by include, include by exclude, … */
function screened(cells: readonly (readonly [string, string, number])[]): string {
  const files: Record<'AB' | 'CD', string> = { AB: 'id,stage,decision\n', CD: 'id,stage,decision\n' };
  let record = 0;
  for (const [one, other, count] of cells) {
    for (let times = 0; times < count; times++) {
      record++;
      files.AB += `r${record},full-text,${one}\n`;
      files.CD += `r${record},full-text,${other}\n`;
    }
  }
  return `=== screening/AB.csv ===\n${files.AB}=== screening/CD.csv ===\n${files.CD}`;
}

describe('screening', () => {
  test('of Sim and Wright 2005 has their κ, through the files', () => {
    const found = rows(
      screened([
        ['include', 'include', 22],
        ['include', 'exclude', 2],
        ['exclude', 'include', 4],
        ['exclude', 'exclude', 11],
      ]),
    ).get('screening.full-text')!;
    expect(found.n).toBe(39);
    expect(found.percent).toBeCloseTo(84.62, 2);
    expect(found.kappa).toBeCloseTo(0.6667, 4);
    expect(found.kappaSe).toBeCloseTo(0.12384, 5);
    expect(found.kappaCi?.map(each => each.toFixed(4))).toEqual(['0.4240', '0.9094']);
    expect(found.pabak).toBeCloseTo(0.6923, 4);
    expect(found.ac1).toBeCloseTo(0.715, 4);
    expect(found.weightedKappa).toBeNull();
    expect(found.why).toBe('weightedKappa: the categories stand in no order of three or more');
  });

  test('counts records that both decided on, whatever the words and the order of the lines', () => {
    const found = rows(`=== screening/AB.csv ===
id;decision;stage
r2;Included;full-text
r1;no;full-text
r3;yes;full-text
=== screening/CD.csv ===
ID,Stage,Decision,Reason
r1,full-text,exclude,"not about
a garden"
r2,full-text,include,
r9,full-text,include,
`).get('screening.full-text')!;
    expect([found.n, found.percent]).toEqual([2, 100]);
  });
});

describe('coding', () => {
  const coded = `=== coding/JM.yaml ===
gillard2013: [boundaries, giving-back]
moran2012: [giving-back, no-theme-at-all]
=== coding/JS.yaml ===
gillard2013: [boundaries]
moran2012: [giving-back]
`;

  test('counts every theme of the codebook for every study that both coded', () => {
    const found = rows(coded);
    expect(found.get('coding')).toMatchObject({ unit: 'study × theme', n: 4, percent: 75, raters: ['JM', 'JS'] });
    expect(found.get('coding.study-moran2012')).toMatchObject({ unit: 'theme', n: 2, percent: 100 });
  });

  test('of one coder is no agreement', () => {
    expect(rows(coded.split('=== coding/JS')[0]!).has('coding')).toBe(false);
  });
});

describe('appraisal', () => {
  const done = `=== appraisals/JM.yaml ===
gillard2013: ${yes('no')}
moran2012: ${yes('yes')}
=== appraisals/JS.yaml ===
gillard2013: ${yes('yes')}
moran2012: ${yes('yes')}
`;

  test('is told overall, by question and by study', () => {
    const found = rows(done);
    expect(found.get('appraisal')).toMatchObject({ unit: 'study × question', n: 20, percent: 95 });
    expect(found.get('appraisal.item-10')).toMatchObject({ unit: 'study', n: 2, percent: 50 });
    expect(found.get('appraisal.study-gillard2013')).toMatchObject({ unit: 'question', n: 10, percent: 90 });
  });

  test('of a study that one of them has not finished is not told', () => {
    const found = rows(done.replace(', 10: no}', '}'));
    expect(found.has('appraisal.study-gillard2013')).toBe(false);
    expect(found.get('appraisal')?.n).toBe(10);
    expect(found.get('appraisal.item-1')?.n).toBe(1);
  });

  test('with one category alone has no κ, and says why', () => {
    const found = rows(done.replace('10: no', '10: yes')).get('appraisal')!;
    expect(found).toMatchObject({ percent: 100, kappa: null, kappaSe: null, kappaCi: null, alpha: null, ac1: 1 });
    expect(found.why).toBe('kappa, weightedKappa, alpha: undefined: only one category was used');
  });
});

test('no measure is ever NaN, whoever said whatever', () => {
  const comparison: fc.Arbitrary<Comparison> = fc.integer({ min: 2, max: 4 }).chain(raters =>
    fc.record({
      raters: fc.constant(Array.from({ length: raters }, (_, index) => `R${index}`)),
      categories: fc.constant(['yes', 'maybe', 'no']),
      ordered: fc.boolean(),
      units: fc.array(fc.array(fc.option(fc.nat(2), { nil: undefined }), { minLength: raters, maxLength: raters }), {
        maxLength: 12,
      }),
    }),
  );
  fc.assert(
    fc.property(comparison, compared => {
      for (const by of agreementMeasures) {
        const measure = measureOf(compared, by);
        if ('undefined' in measure) expect(measure.undefined).not.toBe('');
        else expect(Number.isFinite(measure.value)).toBe(true);
      }
    }),
  );
});
