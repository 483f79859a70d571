import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbersOf, reportingStandards } from '../../../server/src/standards/reporting.js';
import { readReports, writeReports } from '../../../server/src/syntax/reports-comment.js';
import { reviewOf } from '../support/review.js';

const items = (written: string): string => {
  const { items, problems } = readReports(written);
  expect(problems).toEqual([]);
  return items.map(({ standard, item }) => `${standard} ${item}`).join(', ');
};

/** Each problem with the words it points at. */
const problems = (written: string): string[] =>
  readReports(written).problems.map(({ kind, at, near, written: words }) => {
    expect(written.slice(...at)).toBe(words);
    return `${kind} ${words}${near && ` → ${near}`}`;
  });

describe('a list of what a passage reports', () => {
  test.each([
    ['entreq 4, prisma-s 8', 'entreq 4, prisma-s 8'],
    ['entreq 4-6, 8', 'entreq 4, entreq 5, entreq 6, entreq 8'],
    ['entreq 4–6; prisma s 8', 'entreq 4, entreq 5, entreq 6, prisma-s 8'],
    ['ENTREQ items 4 to 5 and 7', 'entreq 4, entreq 5, entreq 7'],
    ['eMERGe 2 3', 'emerge 2, emerge 3'],
    ['entreq: 4, PRISMA-S no. 8', 'entreq 4, prisma-s 8'],
    ['PRISMA 2020 16a-17', 'prisma 16a, prisma 16b, prisma 17'],
    ['prisma 16A', 'prisma 16a'],
    ['prisma-s8', 'prisma-s 8'],
    ['prisma 3', 'prisma 3'],
    ['entreq 4,', 'entreq 4'],
    ['', ''],
  ])('%s', (written, read) => {
    expect(items(written)).toBe(read);
  });

  test('says where each stands, a range as a whole', () => {
    const written = 'entreq 4-5, prisma s 8';
    expect(readReports(written).items.map(({ at }) => written.slice(...at))).toEqual(['4-5', '4-5', '8']);
  });

  test.each([
    ['entrek 4, 5, prisma-s 8', ['standard entrek → entreq']],
    ['rameses 3', ['standard rameses']],
    ['entreq 22', ['item 22']],
    ['prisma 16', ['item 16 → 16a']],
    ['entreq 4a', ['item 4a → 4']],
    ['entreq 20-22', ['item 20-22']],
    ['entreq 6-4', ['range 6-4 → 4-6']],
    ['entreq', ['bare entreq']],
    ['entreq, 4', ['bare entreq']],
    ['4, entreq 5', ['whose 4']],
    ['entreq 4 everything', ['word everything']],
  ])('%s', (written, told) => {
    expect(problems(written)).toEqual(told);
  });

  test('reads what it writes, and writes it shortly', () => {
    const all = reportingStandards.flatMap(standard =>
      numbersOf(standard).map(item => ({ standard: standard.id, item })),
    );
    expect(writeReports(all.slice(0, 21))).toBe('entreq 1-21');
    expect(writeReports([all[7]!, ...all.slice(3, 6), all[8]!])).toBe('entreq 4-6, 8, 9');
    fc.assert(
      fc.property(fc.subarray(all), some => {
        const { items, problems } = readReports(writeReports(some));
        expect(problems).toEqual([]);
        expect(items.map(({ standard, item }) => ({ standard, item }))).toEqual(some);
      }),
    );
  });

  test('of any text points inside of it, and never fails', () => {
    const words = fc.constantFrom(
      'entreq',
      'prisma-s',
      'prisma',
      's',
      '4',
      '16a',
      '-',
      '–',
      'to',
      ',',
      ';',
      ' ',
      'é',
      '😀',
      ':',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 12 }).map(all => all.join('')),
    );
    fc.assert(
      fc.property(text, written => {
        const { items, problems } = readReports(written);
        for (const { at } of [...items, ...problems]) {
          expect(at[0]).toBeGreaterThanOrEqual(0);
          expect(at[1]).toBeLessThanOrEqual(written.length);
          expect(at[1]).toBeGreaterThan(at[0]);
        }
      }),
    );
  });

  test('takes no time over a very long one', () => {
    expect(readReports('entreq 4 '.repeat(100_000)).items.length).toBeLessThan(500);
  });
});

describe('passages of the manuscript', () => {
  const written = reviewOf(`
=== metasynth.yaml ===
title: T
=== synthesis.md ===
# Search <!-- reports: entreq «3» -->

We searched. <!-- reports: prisma-s «8», «9» -->
- And asked. <!-- Reports: entreq «5-6» -->

<!-- reports: entreq «7» -->

\`<!-- reports: entreq 8 -->\` is code.

> Quoted. <!-- reports: entreq «20» -->

<!-- metasynth:outline -->
Generated. <!-- reports: entreq 9 -->
<!-- /metasynth:outline -->
`);

  test('say what they report: behind a heading, a paragraph, a point, a quote, and by themselves', () => {
    const places = written.review.sections.flatMap(({ file, chunk, facts }) =>
      facts.reports.map(({ at }) => ({
        path: file.path,
        range: { ...at, line: at.line + chunk.line, endLine: at.endLine + chunk.line },
      })),
    );
    const once = places.filter((each, index) => JSON.stringify(each) !== JSON.stringify(places[index - 1]));
    expect(written.marked(once)).toBe(written.marked(written.marks));
  });

  test('are found by item', () => {
    const { review } = written;
    expect(review.reported('prisma-s', '9')).toHaveLength(1);
    expect(review.isReportedIn('entreq', '6')).toBe(true);
    expect(review.isReportedIn('entreq', '8')).toBe(false);
    expect(review.isReportedIn('entreq', '9')).toBe(false);
  });
});
