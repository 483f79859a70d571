import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldsOf } from '../../../server/src/features/folding.js';
import { growth } from '../support/growth.js';
import { exampleOf } from '../support/review.js';

const { review } = exampleOf(
  '=== studies/a.yaml ===\nkey: a\n=== studies/b.md ===\nx\n=== appraisals/JM.yaml ===\ngillard2013: {1: yes}\n',
);

/** Which lines fold: the first one of each with the last, and its kind. */
function folds(path: string, text: string, most?: number): string[] {
  return (foldsOf(review, path, text, most) ?? []).map(
    ({ line, endLine, kind }) => `${line}-${endLine}${kind ? ` ${kind}` : ''}`,
  );
}

describe('YAML folds', () => {
  test.each([
    ['maps in maps', 'themes:\n  a:\n    label: A\n    x: 1\n  b: B\n', ['0-4', '1-3']],
    [
      'a list that is set in, and one that is not',
      'a:\n  - b\n  - c\nd:\n- e\n- f: 1\n  g: 2\n',
      ['0-2', '3-6', '5-6'],
    ],
    [
      'blocks of text, whatever stands in them',
      'notes: |\n  # Not a comment\n\n  # nor this\n    x:\n      y\nkey: a\n',
      ['0-5'],
    ],
    [
      'a block in a list, and the field behind it',
      'f:\n  - quote: |-\n      # x\n      y\n    at: 3\n  - >-\n    z\n',
      ['0-6', '1-4', '5-6'],
    ],
    ['comments that follow one another', '# a\n# b\n\n# c\nkey: a\n# d\n  # e\n', ['0-1 comment']],
    ['comments below the last value of a field', 'a:\n  b: 1\n  # c\n\n# d\ne: 1\n', ['0-2']],
    ['a value over several lines, in brackets or not', 'a: [b,\n  c]\nd: "e\n  f"\n', ['0-1', '2-3']],
    ['what is still being typed', 'a:\n  b: "open\n  c:\n   - [\n   - d', ['0-4', '2-4']],
    ['no empty lines at an end', 'a:\n  b: 1\n\n\nc: 1\n', ['0-1']],
    ['Windows line ends', 'a:\r\n  b: 1\r\nc: 1\r\n', ['0-1']],
    ['an empty file', '', []],
  ])('%s', (_, text, expected) => {
    expect(folds('studies/a.yaml', text)).toEqual(expected);
  });

  test('so does a rater’s file', () => {
    expect(folds('appraisals/JM.yaml', 'a:\n  1: yes\n  because:\n    1: x\nb: {}\n')).toEqual(['0-3', '2-3']);
  });
});

describe('Markdown folds', () => {
  test.each([
    ['the head and what is in it', '---\nkey: a\nthemes:\n  - b\n---\n\nText\n', ['0-4', '2-3']],
    ['a head without an end', '---\nkey: a\nthemes:\n  - b', ['0-3', '2-3']],
    ['sections in sections', '# A\n\nx\n\n## B\n\ny\n\n# C\n', ['0-6', '4-6']],
    ['headings that are underlined', 'A\n===\n\nx\n\nB\n---\ny\n', ['0-7', '5-7']],
    [
      'quotes, items, code, tables',
      '> a\n> b\n\n- a\n  - b\n    c\n\n```\n# no heading\n```\n\n| a |\n| - |\n',
      ['0-1', '3-5', '4-5', '7-9', '11-12'],
    ],
    ['comments', '<!--\na\n-->\n\nx <!-- b\nc -->\n', ['0-2 comment']],
    ['generated blocks', '<!-- metasynth:outline -->\n\n- a\n\n<!-- /metasynth:outline -->\n', ['0-4 region']],
    ['a generated block without an end', '<!-- metasynth:outline -->\n\n- a\n', []],
    ['code without an end', '# A\n```\nx\n\ny', ['0-4', '1-4']],
  ])('%s', (_, text, expected) => {
    expect(folds('studies/b.md', text)).toEqual(expected);
  });
});

test('works of a bibliography fold, those that are not set in too', () => {
  const { review: own, texts } = exampleOf(
    '=== references.bib ===\n% a\n% b\n@book{a2000,\n  title = {A},\n  year = 2000\n}\n\n@book{b2001,\ntitle = {B},\nyear = 2001\n}\n',
  );
  const found = foldsOf(own, 'references.bib', texts.get('references.bib') ?? '') ?? [];
  expect(found).toEqual([
    { line: 0, endLine: 1, kind: 'comment' },
    { line: 2, endLine: 4 },
    { line: 7, endLine: 10 },
  ]);
});

test('where a client takes few, the outermost are given', () => {
  const text = 'a:\n  b:\n    c: 1\nd:\n  e:\n    f: 1\n';
  expect(folds('studies/a.yaml', text, 3)).toEqual(['0-2', '1-2', '3-5']);
  expect(folds('studies/a.yaml', text, 2)).toEqual(['0-2', '3-5']);
  expect(folds('studies/a.yaml', text, 0)).toEqual([]);
});

test('a file that is no part of the review is left to the editor', () => {
  expect(foldsOf(review, 'docker-compose.yml', 'a:\n  b: 1\n')).toBeUndefined();
});

test('folds lie in the text, never cross, and no line begins two', () => {
  const piece = fc.constantFrom(
    'a:',
    ' ',
    '  ',
    '\n',
    '- ',
    '# c',
    '|',
    '"',
    '> ',
    '```',
    '---\n',
    '# ',
    '<!--',
    '-->',
    'x',
    '\r\n',
    '\t',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 60 }),
      fc.constantFrom('studies/a.yaml', 'studies/b.md'),
      (pieces, path) => {
        const text = pieces.join('');
        const count = text.split(/\r\n|\r|\n/).length;
        const found = foldsOf(review, path, text) ?? [];
        const open: number[] = [];
        let before = -1;
        for (const { line, endLine } of found) {
          expect(line).toBeGreaterThan(before);
          expect(endLine).toBeGreaterThan(line);
          expect(endLine).toBeLessThan(count);
          while (open.length > 0 && open.at(-1)! < line) open.pop();
          if (open.length > 0) expect(endLine).toBeLessThanOrEqual(open.at(-1)!);
          open.push(endLine);
          before = line;
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('four times the text takes about four times as long', () => {
  const stairs = (times: number): string =>
    Array.from({ length: 1500 * times }, (_, i) => `${' '.repeat(i % 300)}a:`).join('\n');
  expect(growth(times => () => foldsOf(review, 'studies/a.yaml', stairs(times)), 9)).toBeLessThan(9);
});
