import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallestRepairs } from '../../../../server/src/review/counting/repair.js';
import { repairWords, waysOf } from '../../../../server/src/rules/number-repair.js';
import { exampleOf } from '../../support/review.js';

const settings = `=== metasynth.yaml ===
title: T
characteristics:
  field: {type: text}
  country: {type: text}
  participants: {type: count}
  tools: {type: set}
groups:
  bodily: {field: [heart, lungs, kidneys, skin]}
`;

interface Row {
  readonly field?: string;
  readonly country?: string;
  readonly participants?: number;
  readonly tools?: readonly string[];
}

function written(rows: readonly Row[], sentence: string): string {
  const studies = rows.map(({ field, country, participants, tools }, index) => {
    const lines = [
      field === undefined ? '' : `field: ${field}\n`,
      country === undefined ? '' : `country: ${country}\n`,
      participants === undefined ? '' : `participants: ${participants}\n`,
      tools === undefined ? '' : `tools: [${tools.join(', ')}]\n`,
    ];
    return `=== studies/study${String(index).padStart(2, '0')}.md ===\n---\n${lines.join('')}---\n`;
  });
  return `${settings}${studies.join('')}=== synthesis.md ===\n${sentence}\n`;
}

function repairsOf(rows: readonly Row[], sentence: string) {
  const { review } = exampleOf(written([...rows, ...exampleRows], sentence));
  const section = review.sections.find(each => each.facts.numbers.length > 0)!;
  return { review, repairs: smallestRepairs(section.facts.numbers, review) };
}

/** The two studies of the example review are there too, and say nothing in these columns. */
const exampleRows: readonly Row[] = [];

function words(rows: readonly Row[], sentence: string): string[] {
  const { review, repairs } = repairsOf(rows, sentence);
  return repairs.flatMap(repair => waysOf(repair).map(changes => repairWords(repair, changes, review)));
}

const rows = (text: string): Row[] => text.split(' ').map(field => ({ field }));

describe('numbers that disagree together:', () => {
  test('one study that moved makes all of them true', () => {
    const said =
      'Of them 2<!-- = studies where field:mind --> are about the mind, and 2<!-- = studies where field:heart --> about the heart.';
    expect(words(rows('mind mind mind heart'), said)).toEqual([
      'All 2 numbers here would be true with heart instead of mind under field in any one of 3 studies (study00, study01, study02).',
    ]);
  });

  test('a number that agrees has to stay true', () => {
    const said =
      'The mind 2<!-- = studies where field:mind -->, the heart 2<!-- = studies where field:heart -->, in bodies 2<!-- = studies where group:bodily -->.';
    // Moving one of the three to the heart would give three in bodies.
    expect(words(rows('mind mind mind heart lungs'), said)).toEqual([]);
  });

  test('the values of a group are told by its name, and one reading is enough', () => {
    const said =
      'The mind 1<!-- = studies where field:mind -->, bodies 5<!-- = studies where field:skin | = studies where group:bodily -->.';
    expect(words(rows('mind mind heart lungs kidneys skin'), said)).toEqual([
      'All 2 numbers here would be true with a value of the group bodily instead of mind under field in any one of 2 studies (study00, study01).',
    ]);
  });

  test('a cell with several values is changed as a whole', () => {
    const said =
      'Only talking 2<!-- = studies where tools:(talk only) -->, only looking 1<!-- = studies where tools:(look only) -->, both 1<!-- = studies where tools:talk AND tools:look -->.';
    const tools = [['talk'], ['look'], ['look'], ['look', 'talk']].map(each => ({ tools: each }));
    expect(words(tools, said)).toEqual([
      'All 3 numbers here would be true with talk instead of look under tools in any one of 2 studies (study01, study02).',
    ]);
  });

  test('a study that says nothing could say something', () => {
    const said =
      'The mind 2<!-- = studies where field:mind -->, and 2<!-- = studies where field:mind OR field:heart -->.';
    expect(words([{ field: 'mind' }, { country: 'UK' }], said)).toEqual([
      'All 2 numbers here would be true with mind under field in any one of 3 studies (Gillard et al. 2013, Moran et al. 2012, study01).',
    ]);
  });

  test('several cells are told together', () => {
    const said =
      'The mind 2<!-- = studies where field:mind -->, the heart 2<!-- = studies where field:heart -->, lungs 2<!-- = studies where field:lungs -->.';
    const { repairs } = repairsOf(rows('mind mind mind mind heart lungs'), said);
    expect(repairs.map(each => [each.column, each.cells, each.numbers])).toEqual([['field', 2, 3]]);
    expect(words(rows('mind mind mind mind heart lungs'), said)).toEqual([
      'All 3 numbers here would be true with heart instead of mind under field in any one of 4 studies (study00, study01, study02, study03), and with lungs instead of mind under field in any one of 4 studies (study00, study01, study02, study03).',
    ]);
  });

  test('other columns tell studies apart', () => {
    const said =
      'The mind 1<!-- = studies where field:mind -->, the heart in the UK 1<!-- = studies where field:heart AND country:UK -->.';
    const told = [
      { field: 'mind', country: 'UK' },
      { field: 'mind', country: 'France' },
      { field: 'heart', country: 'France' },
    ];
    expect(words(told, said)).toContain(
      'All 2 numbers here would be true with heart instead of mind under field in study00.',
    );
  });

  test('a sum stays as it is', () => {
    const said =
      'The mind 1<!-- = studies where field:mind -->, the heart 2<!-- = studies where field:heart -->, with 30<!-- = participants sum where field:heart --> people.';
    expect(
      words(
        [
          { field: 'mind', participants: 5 },
          { field: 'mind', participants: 7 },
          { field: 'heart', participants: 30 },
        ],
        said,
      ),
    ).toEqual([]);
  });

  test('one number alone, or two that each need a study of their own, are left to themselves', () => {
    expect(words(rows('mind mind heart'), 'The mind 1<!-- = studies where field:mind -->.')).toEqual([]);
    const apart =
      'The mind 3<!-- = studies where field:mind -->, the heart 2<!-- = studies where field:heart -->, lungs 9<!-- = studies where field:lungs -->.';
    expect(words(rows('mind heart lungs'), apart)).toEqual([]);
  });

  test('what depends on the codebook or the appraisal cannot be told by a column', () => {
    const said =
      'The mind 1<!-- = studies where field:mind -->, the heart 2<!-- = studies where field:heart AND theme:boundaries -->.';
    expect(words(rows('mind mind heart'), said)).toEqual([]);
  });
});

const values = ['mind', 'heart', 'lungs', 'skin'] as const;
const filters = ['field:mind', 'field:heart', 'group:bodily', 'NOT field:skin', 'field:mind OR field:lungs'] as const;

/** Whether a study with a value passes one of the filters above, said anew by hand. */
function passes(filter: (typeof filters)[number], value: string | undefined): boolean {
  switch (filter) {
    case 'field:mind':
      return value === 'mind';
    case 'field:heart':
      return value === 'heart';
    case 'group:bodily':
      return value !== undefined && ['heart', 'lungs', 'kidneys', 'skin'].includes(value);
    case 'NOT field:skin':
      return value !== 'skin';
    case 'field:mind OR field:lungs':
      return value === 'mind' || value === 'lungs';
  }
}

test('what is found is the smallest change, tried against all changes of one and two cells', () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...values), { minLength: 3, maxLength: 7 }),
      fc.uniqueArray(fc.constantFrom(...filters), { minLength: 2, maxLength: 4 }),
      fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 4, maxLength: 4 }),
      (fields, asked, off) => {
        // Two studies of the example say nothing in this column.
        const cells: (string | undefined)[] = [...fields, undefined, undefined];
        const count = (filter: (typeof filters)[number], all: readonly (string | undefined)[]): number =>
          all.filter(each => passes(filter, each)).length;
        const said = asked.map((filter, index) => Math.max(0, count(filter, cells) + off[index]!));
        const sentence = asked
          .map((filter, index) => `And ${said[index]}<!-- = studies where ${filter} --> of them.`)
          .join(' ');
        const holds = (all: readonly (string | undefined)[]): boolean =>
          asked.every((filter, index) => count(filter, all) === said[index]);
        const wrong = asked.filter((filter, index) => count(filter, cells) !== said[index]).length;
        const targets = [...new Set(fields)];
        const changed = (all: readonly (string | undefined)[]): (string | undefined)[][] =>
          all.flatMap((_, at) => targets.map(target => all.map((each, index) => (index === at ? target : each))));
        const ones = changed(cells);
        const least = ones.some(holds) ? 1 : ones.some(one => changed(one).some(holds)) ? 2 : 3;
        const { repairs } = repairsOf(
          fields.map(field => ({ field })),
          sentence,
        );
        if (wrong < 2) expect(repairs).toEqual([]);
        else if (least < Math.min(3, wrong)) expect(repairs.map(each => each.cells)).toEqual([least]);
        else expect(repairs.every(each => each.cells >= least)).toBe(true);
        // Each of the ways of changing one cell is one that does it.
        for (const { cells: number, changes } of repairs) {
          found++;
          if (number !== 1) continue;
          for (const { from, to, studies } of changes) {
            const at = cells.indexOf(from[0]);
            for (const [target] of to)
              expect(holds(cells.map((each, index) => (index === at ? target : each)))).toBe(true);
            expect(studies.length).toBe(cells.filter(each => each === from[0]).length);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(20);
});
