import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contradictions } from '../../../../server/src/review/counting/flow.js';
import { exampleOf } from '../../support/review.js';

const nowhere = { line: 0, character: 0, endLine: 0, endCharacter: 0 };

type Boxes = Readonly<Record<string, number | undefined>>;

function flowOf(boxes: Boxes, mergedArms: boolean) {
  const list = Object.entries(boxes).map(([name, value]) => ({ name, value, at: nowhere, parts: [] }));
  return { at: nowhere, boxes: list, mergedArms };
}

/** A flow in which everything adds up, both arms apart. */
const apart = fc
  .record({
    database: fc.nat(5000),
    register: fc.nat(200),
    website: fc.nat(50),
    organisation: fc.nat(20),
    citations: fc.nat(50),
    shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 10, maxLength: 10 }),
    previous: fc.nat(20),
  })
  .map(({ database, register, website, organisation, citations, shares, previous }): Record<string, number> => {
    let rest = database + register;
    const take = (index: number): number => {
      const taken = Math.floor(rest * shares[index]! * 0.5);
      rest -= taken;
      return taken;
    };
    const [duplicates, automatic, other] = [take(0), take(1), take(2)];
    const screened = rest;
    const excluded = take(3);
    const sought = rest;
    const lost = take(4);
    const assessed = rest;
    const out = take(5);
    const fromDatabases = rest;
    rest = Math.floor((website + organisation + citations) * shares[6]!);
    const otherSought = rest;
    const otherLost = take(7);
    const otherAssessed = rest;
    const otherOut = take(8);
    const reports = fromDatabases + rest;
    const studies = Math.floor(reports * shares[9]!);
    return {
      'database-results': database,
      'register-results': register,
      duplicates,
      'databases-after-duplicates': database + register - duplicates,
      'excluded-automatic': automatic,
      'excluded-other': other,
      'records-screened': screened,
      'records-excluded': excluded,
      'dbr-sought-reports': sought,
      'dbr-notretrieved-reports': lost,
      'dbr-assessed': assessed,
      'dbr-excluded': out,
      'website-results': website,
      'organisation-results': organisation,
      'citations-results': citations,
      'other-sought-reports': otherSought,
      'other-notretrieved-reports': otherLost,
      'other-assessed': otherAssessed,
      'other-excluded': otherOut,
      'new-reports': reports,
      'new-studies': studies,
      'previous-studies': previous,
      'total-studies': previous + studies,
    };
  });

describe('a flow of records', () => {
  test('that adds up has no contradiction, whichever boxes are not reported', () => {
    fc.assert(
      fc.property(apart, fc.infiniteStream(fc.boolean()), (boxes, hide) => {
        const known = Object.entries(boxes).map(([name, value]) => [name, hide.next().value ? undefined : value]);
        expect(contradictions(flowOf(Object.fromEntries(known) as Boxes, false))).toEqual([]);
      }),
    );
  });

  test('with one box changed is contradicted where the box stands in an equation of known boxes', () => {
    const changeable = ['records-screened', 'dbr-sought-reports', 'dbr-assessed', 'other-assessed', 'new-reports'];
    fc.assert(
      fc.property(apart, fc.constantFrom(...changeable), fc.integer({ min: 1, max: 99 }), (boxes, box, by) => {
        const found = contradictions(flowOf({ ...boxes, [box]: boxes[box]! + by }, false));
        expect(found.some(each => each.box === box)).toBe(true);
      }),
    );
  });

  test('of merged arms is screened together', () => {
    const flow = { 'databases-after-duplicates': 1520, 'citations-results': 8, 'records-screened': 1528 };
    expect(contradictions(flowOf(flow, true))).toEqual([]);
    expect(contradictions(flowOf({ ...flow, 'records-screened': 1529 }, true))).toMatchObject([
      { box: 'records-screened', value: 1529, least: 1528, most: 1528 },
    ]);
  });

  test('with reports that left in a way of their own may lose as many anywhere', () => {
    const flow = { 'records-screened': 40, 'records-excluded': 30, extra: 2 };
    expect(contradictions(flowOf({ ...flow, 'dbr-sought-reports': 8 }, false))).toEqual([]);
    expect(contradictions(flowOf({ ...flow, 'dbr-sought-reports': 7 }, false))).toHaveLength(1);
  });
});

describe('what is told of boxes', () => {
  const told = (flow: string): string[] =>
    exampleOf(`=== metasynth.yaml ===\ntitle: T\ncharacteristics: {country: {type: text}}\nflow: {${flow}}\n`)
      .diagnoses()
      .filter(each => each.code.startsWith('flow.'))
      .map(each => each.message);

  test.each([
    [
      'records-screened: 18, records-excluded: 9, dbr-sought-reports: 8',
      'records-screened (18) − records-excluded (9) makes 9, but dbr-sought-reports says 8.',
    ],
    [
      'dbr-sought-reports: 5, dbr-notretrieved-reports: not reported, dbr-assessed: 6',
      'dbr-sought-reports (5) leaves at most 5, but dbr-assessed says 6.',
    ],
    [
      'database-results: 20, database-specific-results: {CINAHL: 9, Medline: 12}',
      'CINAHL (9) + Medline (12) makes 21, but database-results says 20.',
    ],
    [
      'database-results: 20, database-specific-results: {CINAHL: 21, Medline: not reported}',
      'CINAHL (21) makes at least 21, but database-results says 20.',
    ],
    ['new-studies: 3', 'new-studies says 3, but the review includes 2 studies.'],
    ['previous-studies: 1, new-studies: 2', undefined],
    ['previous-studies: 1, new-studies: 1, total-studies: 2', undefined],
    ['new-studies: not reported', undefined],
  ])('%s', (flow, message) => {
    expect(told(flow)).toEqual(message === undefined ? [] : [message]);
  });
});
