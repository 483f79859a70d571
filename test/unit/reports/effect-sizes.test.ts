import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../../server/src/documents/markdown.js';
import { effectSizesKind } from '../../../server/src/reports/effect-sizes.js';
import { effectSizes, parentStudies } from '../../../server/src/review/effect-sizes.js';
import { metasummary } from '../../../server/src/statistics/metasummary.js';
import { reviewOf } from '../support/review.js';

const study = (key: string, fields: string): string => `=== studies/${key}.md ===\n---\ncite: ${key}\n${fields}---\n`;

const review = (studies: string) =>
  reviewOf(`=== metasynth.yaml ===
title: Keepers
=== codebook.yaml ===
themes:
  f1: {label: First, construct: one}
  f2: {label: Second, construct: [one, two]}
  f3: {label: Third, construct: two}
constructs:
  one: {label: One}
  two: {label: Two}
${studies}`).review;

const four =
  study('a', 'themes: [f1]\n') +
  study('b', 'themes: [f2]\n') +
  study('c', 'themes: [f1]\n') +
  study('d', 'parent: c\nthemes: [f1]\n');

describe('parent studies', () => {
  const groups = (studies: string): string[] =>
    parentStudies(review(studies)).map(each => each.studies.map(one => one.id).join('+'));

  test('are the samples: studies that name one another are one', () => {
    expect(groups(four)).toEqual(['a', 'b', 'c+d']);
  });

  test('are found over several steps, and for a parent that is not included', () => {
    expect(groups(study('a', 'parent: b\n') + study('b', 'parent: c\n') + study('c', ''))).toEqual(['a+b+c']);
    expect(groups(study('a', 'parent: old1990\n') + study('b', 'parent: Old1990\n') + study('c', ''))).toEqual([
      'a+b',
      'c',
    ]);
  });

  test('may be named by another of their papers', () => {
    expect(groups(study('a', 'reports: [a2]\n') + study('b', 'parent: a2\n'))).toEqual(['a+b']);
  });

  test('do not go round in circles', () => {
    expect(
      groups(
        study('a', 'parent: b\n') + study('b', 'parent: c\n') + study('c', 'parent: b\n') + study('d', 'parent: d\n'),
      ),
    ).toEqual(['a+b+c', 'd']);
  });
});

describe('effect sizes of a review', () => {
  test('count parent studies, where papers would give 3 of 4', () => {
    const sizes = effectSizes(review(four));
    expect(sizes.themes.map(({ theme, frequency }) => [theme.id, frequency])).toEqual([
      ['f1', { value: 2 / 3, count: 2, n: 3 }],
      ['f2', { value: 1 / 3, count: 1, n: 3 }],
      ['f3', { value: 0, count: 0, n: 3 }],
    ]);
    expect(sizes.constructs.map(({ construct, frequency }) => [construct.id, frequency])).toEqual([
      ['one', { value: 1, count: 3, n: 3 }],
      ['two', { value: 1 / 3, count: 1, n: 3 }],
    ]);
    // The theme that no study carries is none of the two.
    expect(sizes.parents.map(each => each.intensity)).toEqual([1, 2, 3].map(() => ({ value: 0.5, count: 1, n: 2 })));
  });

  test('are told with what they are shares of, and with what they understate', () => {
    const text = toMarkdown(effectSizesKind.make(review(four), 1));
    expect(text).toContain('| First | 2 of 3 | 66.7 % |');
    expect(text).toContain('| Third | 0 of 3 | 0.0 % |');
    expect(text).toContain('| c and d | 1 of 2 | 50.0 % | 1 of 2 | 50.0 % |');
    expect(text).toContain(
      'Counted among 3 parent studies, as of the 4 studies some share a sample and count once: c and d.',
    );
    expect(text).toContain('these effect sizes understate');
  });

  test('are undefined where there is nothing to count, and say so', () => {
    const alone = review(study('a', ''));
    const text = toMarkdown(effectSizesKind.make(alone, 1));
    expect(text).toContain('| a | undefined: there is none | undefined | undefined: there is none | undefined |');
    expect(JSON.stringify(effectSizesKind.data(alone))).toContain('"intensity":{"value":null,"why":"empty","n":0}');
    expect(toMarkdown(effectSizesKind.make(review(''), 1))).toContain('every effect size is undefined');
    for (const made of [alone, review('')]) {
      expect(JSON.stringify([effectSizesKind.data(made), effectSizesKind.grid!(made)])).not.toContain('NaN');
    }
  });
});

describe('Table 1 of the published review', () => {
  const path = join(import.meta.dirname, '../../fixtures/peer-support/table1.csv');
  const rows = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;

  /** Wordings gathered into ten groups: ours, and rough. */
  const groups: Readonly<Record<string, RegExp>> = {
    connection: /connect/i,
    responsibility: /responsib/i,
    reciprocity: /reciproc/i,
    'giving back': /giving back|contribut|helping others/i,
    belonging: /belong/i,
    boundaries: /boundar/i,
    'skill development': /skill/i,
  };

  test('gives what was counted by hand', () => {
    const reports = rows.map(row => ({
      parent: row.no!,
      findings: Object.keys(groups).filter(name => groups[name]!.test(row.themes!)),
    }));
    const { frequency } = metasummary(reports, Object.keys(groups));
    expect([...frequency].map(([name, size]) => [name, 'count' in size ? size.count : -1, size.n])).toEqual([
      ['connection', 11, 34],
      ['responsibility', 10, 34],
      ['reciprocity', 9, 34],
      ['giving back', 9, 34],
      ['belonging', 7, 34],
      ['boundaries', 6, 34],
      ['skill development', 3, 34],
    ]);
  });
});
