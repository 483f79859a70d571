import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checklistNamed, readAnswer } from '../../../server/src/standards/checklist.js';
import {
  inOrder,
  outOf,
  range,
  scoringConventions,
  scoringNamed,
  total,
} from '../../../server/src/standards/scoring.js';

const casp = checklistNamed('casp-qualitative')!;
const jbi = checklistNamed('jbi-qualitative')!;
const named = (id: string) => scoringNamed(id)!;

/** Answers as tables print them: Y, N, C for can't tell, U for unclear, - for none, A for not applicable. */
function answers(row: string): (string | undefined)[] {
  const ids: Record<string, string> = { Y: 'yes', N: 'no', C: 'cant-tell', U: 'unclear', A: 'not-applicable' };
  return [...row.replaceAll(' ', '')].map(letter => ids[letter]);
}

describe('totals as published', () => {
  // From the appraisal table of a BMJ Global Health review (supplement 150166).
  it.each([
    ['one can’t tell', 'C Y Y Y Y Y Y Y Y Y', 9.5],
    ['Okuga', 'Y Y Y Y Y C Y C Y Y', 9],
    ['Dillip', 'Y Y Y Y Y Y Y Y Y Y', 10],
    ['Jackson', 'Y Y Y C Y C Y C Y Y', 8.5],
  ])('half a point for can’t tell: %s', (_, row, points) => {
    expect(total(named('half-for-cant-tell'), answers(row))).toBe(points);
  });

  // From PMC10243232, Table 3.
  it.each([
    ['Longworth', 'Y Y Y C Y C Y C Y C', 16],
    ['Bradway 2006', 'Y Y Y Y Y C C C Y Y', 17],
    ['Welch', 'Y Y Y Y Y Y Y Y Y Y', 20],
    ['Bradway 2008', 'Y Y Y C Y C Y Y Y C', 17],
    ['Elstad', 'Y Y Y Y Y C Y Y Y Y', 19],
    ['Sevilla', 'Y Y Y Y Y C Y C Y Y', 18],
    // From PMC10871598, with JBI's answers.
    ['one unclear', 'Y Y Y Y Y U Y Y Y Y', 19],
    ['one no', 'Y Y Y Y Y N Y Y Y Y', 18],
  ])('zero to twenty: %s', (_, row, points) => {
    expect(total(named('zero-to-twenty'), answers(row))).toBe(points);
  });

  it('one point for each yes: eight of ten, as in PMC9218455', () => {
    expect(total(named('sum-of-yes'), answers('YYYYYYYYUU'))).toBe(8);
    expect(outOf(named('sum-of-yes'), answers('YYYYYYYYUU'))).toBe(10);
  });
});

describe('a total', () => {
  it('waits for every answer', () => {
    for (const convention of scoringConventions) {
      expect(total(convention, answers('YYYYYYYYY-'))).toBeUndefined();
      expect(total(convention, [])).toBeUndefined();
    }
  });

  it('is never made of answers where the convention does not', () => {
    expect(total(named('none'), answers('YYYYYYYYYY'))).toBeUndefined();
    expect(total(named('as-reported'), answers('YYYYYYYYYY'))).toBeUndefined();
    expect(total(named('half-for-cant-tell'), ['partly'])).toBeUndefined();
    expect(total(named('zero-to-twenty'), ['toString'])).toBeUndefined();
  });

  it('counts an answer of one’s own as what the convention says of any other', () => {
    expect(total(named('sum-of-yes'), ['yes', 'partly', 'toString'])).toBe(1);
    expect(total(named('zero-to-twenty'), ['yes', 'partly', 'no'])).toBe(3);
  });

  it('leaves out what is not applicable, and so does its maximum', () => {
    expect(total(named('zero-to-twenty'), answers('YYYYYYYYNA'))).toBe(16);
    expect(outOf(named('zero-to-twenty'), answers('YYYYYYYYNA'))).toBe(18);
    expect(total(named('zero-to-twenty'), answers('AAAAAAAAAA'))).toBeUndefined();
  });

  it('stays within the range of its convention, and better answers never lower it', () => {
    const answer = fc.constantFrom('no', 'cant-tell', 'yes');
    const rank = ['no', 'cant-tell', 'yes'];
    const rows = fc.array(answer, { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(rows, fc.nat(9), answer, (row, at, other) => {
        for (const convention of scoringConventions.filter(one => one.points !== undefined)) {
          const [min, max] = range(convention, casp)!;
          const before = total(convention, row)!;
          const after = total(convention, row.with(at, other))!;
          expect(before).toBeGreaterThanOrEqual(min);
          expect(before).toBeLessThanOrEqual(max);
          expect(outOf(convention, row)).toBe(max);
          expect(
            Math.sign(after - before) * Math.sign(rank.indexOf(other) - rank.indexOf(row[at]!)),
          ).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('the range of totals', () => {
  it.each([
    ['none', [], undefined],
    ['sum-of-yes', [], [0, 10]],
    ['half-for-cant-tell', [], [0, 10]],
    ['zero-to-twenty', [], [0, 20]],
    ['as-reported', [], [0, 10]],
    ['as-reported', [5, 7, 9], [0, 10]],
    ['as-reported', [9, 17], [0, 20]],
    ['as-reported', [80], undefined],
    ['sum-of-yes', [17], [0, 10]],
  ])('%s with %j', (id, reported, expected) => {
    expect(range(named(id), casp, reported)).toEqual(expected);
    expect(range(named(id), jbi, reported)).toEqual(expected);
  });
});

describe('conventions', () => {
  it('are found by their id', () => {
    for (const convention of scoringConventions)
      expect(scoringNamed(` ${convention.id.toUpperCase()}`)).toBe(convention);
    expect(scoringNamed('sum10')).toBeUndefined();
  });

  it('take answers by item number, and know points for every answer of every checklist', () => {
    const row = inOrder(
      casp,
      new Map([
        [10, readAnswer(casp, 'n')!],
        [1, 'yes'],
        [11, 'yes'],
      ]),
    );
    expect(row).toHaveLength(10);
    expect([row[0], row[1], row[9]]).toEqual(['yes', undefined, 'no']);
    for (const { points } of scoringConventions) {
      if (points === undefined) continue;
      for (const { id } of [...casp.answers, ...jbi.answers])
        if (id !== 'not-applicable') expect(points[id]).toBeTypeOf('number');
    }
  });
});
