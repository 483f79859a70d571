import { describe, expect, test } from 'vitest';
import { confidenceKind, judgedFindings } from '../../../server/src/reports/confidence.js';
import { changedParts, fingerprintOf, judgedOf, levelOf } from '../../../server/src/review/confidence.js';
import { judgementOf } from '../../../server/src/rules/confidence-examples.js';
import { conqualLevel, dependabilityOf } from '../../../server/src/standards/conqual.js';
import { exampleOf } from '../support/review.js';

/** The fingerprint of the first judgement of a review. */
function print(written: string): string {
  const { review } = exampleOf(written);
  return fingerprintOf(judgedOf(review.judgements[0]!, review), review);
}

describe('the fingerprint of what was judged', () => {
  const before = judgementOf({});
  const now = print(before);

  test('is three groups of eight digits behind the name of its hash', () => {
    expect(now).toMatch(/^sha256(?:-[0-9a-f]{8}){3}$/);
  });

  test.each([
    ['another word in the sentence', before.replace('worthwhile', 'right'), ['text']],
    ['a study less', before.replace('; @moran2012]', ']'), ['studies', 'appraisals']],
    ['a study that is cited against it now', before.replace('; @moran2012', '; but see @moran2012'), ['studies']],
    [
      'an answer of a rater',
      `${before}=== appraisals/JS.yaml ===
gillard2013: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: no, 7: yes, 8: yes, 9: yes, 10: can't tell}
moran2012: {1: yes, 2: no, 3: yes, 4: yes, 5: yes, 6: no, 7: yes, 8: yes, 9: yes, 10: yes}
`,
      ['appraisals'],
    ],
    ['a line break within the sentence', before.replace('feels worthwhile', 'feels\nworthwhile'), []],
    ['the order of the citations', before.replace('@gillard2013; @moran2012', '@moran2012; @gillard2013'), []],
    ['another level', before.replace('level: moderate', 'level: low'), []],
    [
      'the country of a study',
      `${before}=== studies/gillard2013.md ===
---
country: France
participants: 15
themes:
  - boundaries
  - giving-back
casp: 8
---
`,
      [],
    ],
  ])('tells %s', (_, after, parts) => {
    expect(changedParts(now, print(after))).toEqual(parts);
  });

  test('of another maker tells nothing', () => {
    expect(changedParts('sha256-3f9c', now)).toBeUndefined();
  });
});

test('ConQual has the levels of the published table', () => {
  const table: [number, number, string][] = [
    ...([
      [0, 0, 'high'],
      [0, -1, 'moderate'],
      [-1, 0, 'moderate'],
      [-1, -1, 'low'],
    ] as [number, number, string][]),
    ...([
      [-1, -2, 'very-low'],
      [-2, -1, 'very-low'],
      [0, -2, 'low'],
      [0, -4, 'very-low'],
    ] as [number, number, string][]),
  ];
  for (const [dependability, credibility, level] of table) {
    expect(conqualLevel('qualitative', dependability, credibility)).toBe(level);
  }
  expect(conqualLevel('text-and-opinion', 0, 0)).toBe('low');
  expect(conqualLevel('text-and-opinion', -1, 0)).toBe('very-low');
  expect([5, 4, 3, 2, 1, 0].map(dependabilityOf)).toEqual([0, 0, -1, -1, -2, -2]);
});

test('the overall level of CERQual is what people judged, and never calculated', () => {
  const serious = '{concern: serious, because: one quote}';
  const told = judgementOf(
    { adequacy: serious, coherence: serious },
    'confidence: {level: high, because: we think so}',
  );
  expect(judgedFindings(exampleOf(told).review)[0]?.level).toBe('high');
  const without = judgementOf({ adequacy: serious }, 'note: not judged yet');
  expect(judgedFindings(exampleOf(without).review)[0]?.level).toBeNull();
});

test.each([
  [['serious', 'none-or-very-minor', 'none-or-very-minor', 'none-or-very-minor'], 'high', ['confidence.not-lowered']],
  [['minor', 'minor', 'none-or-very-minor', 'none-or-very-minor'], 'high', []],
  [['moderate', 'moderate', 'moderate', 'none-or-very-minor'], 'moderate', []],
  [
    ['none-or-very-minor', 'none-or-very-minor', 'none-or-very-minor', 'none-or-very-minor'],
    'low',
    ['confidence.lowered'],
  ],
  [['minor', 'none-or-very-minor', 'none-or-very-minor', 'none-or-very-minor'], 'very-low', ['confidence.lowered']],
  [['minor', 'minor', 'minor', ''], 'high', ['confidence.missing-component']],
])('concerns %j and level %s', ([a, b, c, d], level, codes) => {
  const concern = (word = ''): string => (word === '' ? '' : `{concern: ${word}, because: as we said}`);
  const told = judgementOf(
    { 'methodological-limitations': concern(a), coherence: concern(b), adequacy: concern(c), relevance: concern(d) },
    `confidence: {level: ${level}, because: as we said}`,
  );
  expect(
    exampleOf(told)
      .diagnoses()
      .map(({ code }) => code),
  ).toEqual(codes);
});

test('the report says that a finding has changed since, and cites its studies', () => {
  const { review } = exampleOf(
    judgementOf({}, 'confidence: {level: low, because: thin, of: sha256-00000000-00000000-00000000}'),
  );
  const text = JSON.stringify(confidenceKind.make(review, 1));
  expect(text).toContain('Low (judged before the finding changed)');
  expect(text).toContain('"key":"moran2012"');
  expect(levelOf(review.judgements[0]!.facts)).toBe('low');
});
