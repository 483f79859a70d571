import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reviewOf } from '../support/review.js';

/**
 * Whole reviews of any field, in either style of citation, whose numbers the test works out by itself. Nothing here calls what
 * it tests: numbers are written and counted anew.
 */

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ['', '', 'twenty', 'thirty', 'forty'];

function inWords(value: number): string {
  if (value < 20) return small[value]!;
  return value % 10 === 0 ? tens[Math.floor(value / 10)]! : `${tens[Math.floor(value / 10)]}-${small[value % 10]}`;
}

type Separator = ',' | '.' | ' ' | "'" | '\u202f';

function inDigits(value: number, separator: Separator): string {
  const text = String(value);
  return text.length < 4 ? text : `${text.slice(0, -3)}${separator}${text.slice(-3)}`;
}

interface Plan {
  readonly studies: readonly { readonly place: number; readonly people: number }[];
  readonly places: readonly [string, string, string];
  readonly field: string;
  /** Which studies each sentence cites, as numbers that mean something whatever their number. */
  readonly chosen: readonly (readonly number[])[];
  readonly numeric: boolean;
  readonly words: boolean;
  readonly separator: Separator;
  readonly records: readonly [number, number];
  readonly away: number;
}

const plan: fc.Arbitrary<Plan> = fc.record({
  studies: fc.array(fc.record({ place: fc.nat(2), people: fc.integer({ min: 4, max: 40 }) }), {
    minLength: 6,
    maxLength: 24,
  }),
  places: fc.constantFrom(
    ['Island', 'Harbour', 'Moor'] as const,
    ['Peru', 'Ghana', 'Nepal'] as const,
    ['north', 'south', 'west'] as const,
  ) as fc.Arbitrary<[string, string, string]>,
  field: fc.constantFrom('setting', 'country', 'trade'),
  chosen: fc.array(fc.array(fc.nat(100), { minLength: 2, maxLength: 9 }), { minLength: 4, maxLength: 4 }),
  numeric: fc.boolean(),
  words: fc.boolean(),
  separator: fc.constantFrom<Separator>(',', '.', ' ', "'", '\u202f'),
  records: fc.tuple(fc.integer({ min: 1000, max: 9000 }), fc.integer({ min: 2, max: 40 })),
  away: fc.integer({ min: 2, max: 30 }),
});

/** A number of a manuscript, the rule that looks at it, and how it is written. */
interface Stated {
  readonly code: string;
  readonly value: number;
  readonly write: (value: number) => string;
}

/** The review, and its manuscript as pieces: plain text and numbers by turns. */
function written(plan: Plan): { files: string; pieces: readonly (string | Stated)[] } {
  const { studies, places, field, numeric, separator } = plan;
  const count = studies.length;
  const key = (index: number): string => `${plan.field}${String.fromCharCode(97 + index)}2011`;
  const files = [
    `=== metasynth.yaml ===\ntitle: T\ncharacteristics:\n  ${field}: {type: text}\n  people: {type: count}\n`,
    `groups:\n  near: {${field}: [${places[0]}, ${places[1]}]}\n`,
    ...studies.map(
      ({ place, people }, index) =>
        `=== studies/${key(index)}.md ===\n---\n${field}: ${places[place]}\npeople: ${people}\n---\n`,
    ),
    '=== references.bib ===\n',
    ...studies.map(
      (_, index) =>
        `@article{${key(index)}, author = {Writer ${index}, A.}, year = 2011${numeric ? `, citation-number = {${index + 1}}` : ''}}\n`,
    ),
  ].join('');
  const small = (value: number): string => (plan.words ? inWords(value) : String(value));
  const large = (value: number): string => inDigits(value, separator);
  const number = (code: string, value: number, write = small): Stated => ({ code, value, write });
  const cite = (choice: readonly number[]): { words: string; of: number } => {
    const cited = [...new Set(choice.map(each => each % count))].sort((a, b) => a - b);
    const words = numeric ? ranges(cited.map(each => each + 1)) : cited.map(each => `@${key(each)}`).join('; ');
    return { words: `[${words}]`, of: cited.length };
  };
  const [one, two, three, four] = plan.chosen.map(cite);
  const inPlace = (place: number): number => studies.filter(each => each.place === place).length;
  const near = inPlace(0) + inPlace(1);
  const [found, byHand] = plan.records;
  const whole = found + byHand;
  const percent = (value: number): string => `${value}`;
  const pieces: (string | Stated)[] = [
    '## What they say\n\nIn ',
    number('number.citations', one!.of),
    ` of the studies it was so ${one!.words}.\nIt was otherwise in `,
    number('number.citations', two!.of),
    ` of the ${small(count)} articles ${two!.words}.\nIt was seen in `,
    number('number.citations', three!.of),
    ` studies ${three!.words}.\nSomebody says so as well ${four!.words}.\nThe `,
    number('number.included', count),
    ' included studies differ.\nOf them, ',
    number('number.disagrees', inPlace(1)),
    `<!-- = studies where ${field}:${places[1]} --> are from one place and `,
    number('number.disagrees', near),
    '<!-- = studies where group:near --> from two.\nThey tell of ',
    number(
      'number.disagrees',
      studies.reduce((all, each) => all + each.people, 0),
      large,
    ),
    `<!-- = people sum -->.\nThe databases gave ${large(found)} records and hand searching ${small(byHand)}, which makes `,
    number('number.sum', whole, large),
    `.\nOf the ${large(whole)} records, ${small(plan.away)} were left out, leaving `,
    number('number.sum', whole - plan.away, large),
    `.\nThat is ${small(count)} of them. Of the 100 members, `,
    number('number.nothing', 50, percent),
    ' % came.\n',
  ];
  return { files, pieces };
}

/** `1, 3–5, 9`: numbers that follow one another as a range. */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const each of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === each - 1) last[1] = each;
    else runs.push([each, each]);
  }
  return runs.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ');
}

/** What is told of the numbers of a manuscript: code, place in the text and message. */
function told(files: string, manuscript: string): { code: string; at: string; message: string }[] {
  const lines = manuscript.split('\n');
  return reviewOf(`${files}=== synthesis.md ===\n${manuscript}`)
    .diagnoses()
    .filter(({ code }) => /^(?:number|citation)\./.test(code))
    .map(({ code, message, range }) => {
      const before = lines.slice(0, range.line).reduce((all, line) => all + line.length + 1, 0);
      return { code, at: `${before + range.character}`, message };
    });
}

describe('in any review, whatever its field, its style of citation and its way of writing numbers', () => {
  test('a manuscript whose numbers are right is left alone', () => {
    fc.assert(
      fc.property(plan, plan => {
        const { files, pieces } = written(plan);
        const text = pieces.map(each => (typeof each === 'string' ? each : each.write(each.value))).join('');
        expect(told(files, text)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('one number that is changed is told of, at its place and with the right value, and nothing else is', () => {
    fc.assert(
      fc.property(plan, fc.nat(100), fc.constantFrom(-1, 1, 2), (plan, which, by) => {
        const { files, pieces } = written(plan);
        const stated = pieces.flatMap((each, index) =>
          typeof each !== 'string' && each.code !== 'number.nothing' && each.value + by > 1 && each.value > 1
            ? [{ each, index }]
            : [],
        );
        const chosen = stated[which % stated.length];
        if (!chosen) return;
        let text = '';
        let at = -1;
        for (const [index, each] of pieces.entries()) {
          if (index === chosen.index) at = text.length;
          text += typeof each === 'string' ? each : each.write(each.value + (index === chosen.index ? by : 0));
        }
        const found = told(files, text);
        expect(found.map(each => [each.code, each.at])).toEqual([[chosen.each.code, String(at)]]);
        expect(found[0]!.message).toContain(String(chosen.each.value));
      }),
      { numRuns: 120 },
    );
  });
});
