import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawMatrix, type Matrix } from '../../../server/src/figures/matrix.js';
import { matrixKind } from '../../../server/src/reports/matrix.js';
import { matrixOrder } from '../../../server/src/reports/matrix-order.js';
import { reviewOf } from '../support/review.js';
import { label } from './hostile.js';
import { sampleReview } from './samples.js';
import { complaintsOf, wordsOf } from './svg.js';

const small = `
=== codebook.yaml ===
themes:
  a: {label: Theme A, construct: one}
  b: {label: Theme B, construct: two}
  c: {label: Theme C, construct: [two, one]}
  d: {label: Theme D}
constructs:
  one: {label: One, order: 1}
  two: {label: Two, order: 2}
=== studies/x.yaml ===
cite: X 2001
themes: [b, d]
=== studies/y.yaml ===
cite: Y 2002
themes: [a, c]
=== studies/z.yaml ===
cite: Z 2003
themes: [a]
`;

/** A review of so many studies and themes, each study with a few of them. */
function reviewOfSize(studies: number, themes: number): string {
  const codes = Array.from({ length: themes }, (_, at) => `  t${at}: {label: Theme ${at}, construct: c${at % 4}}`);
  const files = Array.from({ length: studies }, (_, at) => {
    const carried = [0, 7, 13].map(more => `t${(at * 3 + more) % themes}`);
    return `=== studies/s${at}.yaml ===\ncite: Author ${at}\nthemes: [${[...new Set(carried)].join(', ')}]\n`;
  });
  return `=== codebook.yaml ===\nthemes:\n${codes.join('\n')}\nconstructs: {c0: {label: C0}, c1: {label: C1}, c2: {label: C2}, c3: {label: C3}}\n${files.join('')}`;
}

describe('the matrix of themes and studies', () => {
  test.each(['peer-support', 'worked-example'])('of %s', async sample => {
    const [figure] = matrixKind.figures!(sampleReview(sample));
    expect(complaintsOf(figure!.svg)).toEqual([]);
    await expect(figure!.svg).toMatchFileSnapshot(`snapshots/${sample}-matrix.svg`);
  });

  test('groups themes by their constructs: those of one, of several, of none', () => {
    const { groups } = matrixOrder(reviewOf(small).review);
    expect(
      groups.map(({ constructs, themes }) => [constructs.map(each => each.id), themes.map(each => each.id)]),
    ).toEqual([
      [['one'], ['a']],
      [['two'], ['b']],
      [['one', 'two'], ['c']],
      [[], ['d']],
    ]);
  });

  test('puts studies with like themes beside one another', () => {
    const { studies } = matrixOrder(reviewOf(small).review);
    expect(studies.map(({ name }) => name)).toEqual(['Z 2003', 'Y 2002', 'X 2001']);
    // The same whatever the order of the files.
    const turned = small.split(/(?==== studies)/);
    const other = matrixOrder(reviewOf([turned[0], ...turned.slice(1).reverse()].join('')).review);
    expect(other.studies.map(({ name }) => name)).toEqual(['Z 2003', 'Y 2002', 'X 2001']);
  });

  test('as rows has a study a row, with 1 for each theme that it carries', () => {
    const { header, rows } = matrixKind.grid!(reviewOf(small).review);
    expect(header).toEqual(['Key', 'Study', 'Theme A', 'Theme B', 'Theme C', 'Theme D']);
    expect(rows).toEqual([
      ['z', 'Z 2003', 1, 0, 0, 0],
      ['y', 'Y 2002', 1, 0, 1, 0],
      ['x', 'X 2001', 0, 1, 0, 1],
    ]);
  });

  test('counts at its edges what the review counts', () => {
    const review = sampleReview('peer-support');
    const { header, rows } = matrixKind.grid!(review);
    header.slice(2).forEach((name, at) => {
      const theme = review.themes.find(each => each.label === name)!;
      const sum = rows.reduce((all, row) => all + Number(row[at + 2]), 0);
      expect(sum, name).toBe(theme.studies.length);
    });
  });

  test.each([
    [34, 20, ['matrix']],
    [34, 71, ['matrix']],
    [200, 60, ['matrix', 'matrix-2', 'matrix-3']],
    [2000, 60, []],
  ])('of %i studies and %i themes', (studies, themes, names) => {
    const figures = matrixKind.figures!(reviewOf(reviewOfSize(studies, themes)).review);
    expect(figures.map(({ name }) => name)).toEqual(names);
    for (const { svg, width, height } of figures) {
      expect(complaintsOf(svg)).toEqual([]);
      expect(Math.max(width, height)).toBeLessThan(1500);
    }
  });

  test('says so where there is too much for a figure, and shows the table all the same', () => {
    const { review } = reviewOf(reviewOfSize(2000, 60));
    const [table] = matrixKind.make(review, 1).children;
    expect(JSON.stringify(table)).toContain('too many of them for a figure');
  });

  test('of nothing has no figure', () => {
    const { review } = reviewOf('=== metasynth.yaml ===\ntitle: A\n');
    expect(matrixKind.figures!(review)).toEqual([]);
    expect(JSON.stringify(matrixKind.make(review, 1))).toContain('no themes and studies');
  });

  const lines = fc.array(fc.record({ label, count: fc.nat({ max: 10_000 }) }), { minLength: 1, maxLength: 30 });
  const matrix: fc.Arbitrary<Matrix> = fc
    .tuple(lines, lines, fc.array(label, { minLength: 1, maxLength: 5 }), fc.boolean(), fc.nat())
    .map(([rows, columns, groups, byRow, seed]) => {
      const grouped = <T>(list: readonly T[]): T[] =>
        list.map((each, at) => ({ ...each, group: Math.floor((at * groups.length) / list.length) }));
      return {
        title: groups[0] ?? '',
        description: groups.join(' '),
        groups,
        rows: byRow ? grouped(rows) : rows,
        columns: byRow ? columns : grouped(columns),
        marks: rows.map((_, row) => columns.map((__, column) => (row * 31 + column * 17 + seed) % 5 === 0)),
      };
    });

  test('is well-formed and readable whatever it holds, with the same bytes twice', () => {
    fc.assert(
      fc.property(matrix, one => {
        const { svg, width } = drawMatrix(one);
        expect(complaintsOf(svg)).toEqual([]);
        // However long the labels, it fits a page.
        expect(width).toBeLessThan(30 * 17 + 270 + 120);
        expect(drawMatrix(one).svg).toBe(svg);
      }),
      { numRuns: 100 },
    );
  });

  test('names every theme and study', () => {
    const words = wordsOf(matrixKind.figures!(reviewOf(small).review)[0]!.svg);
    expect(words).toEqual(
      expect.arrayContaining(['Theme A', 'Theme D', 'X 2001', 'One', 'One + Two', 'Part of no construct']),
    );
  });
});
