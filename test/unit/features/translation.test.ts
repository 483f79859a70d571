import { describe, expect, test } from 'vitest';
import { comparePage } from '../../../server/src/features/compare-next.js';
import { refactorings } from '../../../server/src/features/refactorings/refactorings.js';
import { translationGrid } from '../../../server/src/features/translation-grid.js';
import { nextToCompare } from '../../../server/src/review/compare-next.js';
import { exampleOf } from '../support/review.js';

const written = (cells: string) =>
  exampleOf(`=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, aliases: [contributing], definition: Repaying help, construct: identity}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew, order: 1}
  worth: {label: Being of use, definition: Counting for something, order: 2}
=== studies/gillard2013.md ===
---
country: UK
participants: 15
themes:
  - boundaries
  - giving-back: What I owe
casp: 8
---

## Findings

> I had been where they were, and *I* could say so. (P3, p. 12) #contributing

Nobody knew when the day ended.
=== translation.yaml ===
reading-order: chronological
cells:
${cells}
`);

const first = `  - construct: identity
    study: moran2012
    themes: [giving-back]
    relation: reciprocal
    note: It came first.
  - {construct: worth, study: moran2012, relation: absent}
`;

describe('the study that is compared next', () => {
  const next = (cells: string): string | undefined => nextToCompare(written(cells).review)?.study.id;

  test('is the first in the order of reading with cells that are not compared', () => {
    expect(next('  []')).toBe('moran2012');
    expect(next(first)).toBe('gillard2013');
    expect(next(first.replace('relation: absent', 'relation: to do'))).toBe('moran2012');
    expect(
      next(`${first}  - {construct: identity, study: gillard2013, relation: unclear}
  - {construct: worth, study: gillard2013, relation: absent}`),
    ).toBeUndefined();
  });

  test('is laid out with what the studies before it said in each construct', () => {
    const { constructs, themes, untagged, place } = nextToCompare(written(first).review)!;
    expect(place).toBe(2);
    expect(constructs.map(({ construct, before }) => [construct.id, before.map(each => each.study.id)])).toEqual([
      ['identity', ['moran2012']],
      ['worth', ['moran2012']],
    ]);
    expect(themes.map(({ label, wording, findings }) => [label, wording, findings.length])).toEqual([
      ['Boundaries', undefined, 0],
      ['Giving back', 'What I owe', 1],
    ]);
    expect(untagged.map(each => each.text)).toEqual(['Nobody knew when the day ended.']);
  });

  test('has a page, on which the words of the studies are no markup', () => {
    expect(comparePage(written(first).review).markdown).toBe(`# Compare Gillard et al. 2013

Number 2 in the order of reading. 2 of 4 cells of the table have been compared.

## What this study says

**Boundaries**

**Giving back** (What I owe)

- “I had been where they were, and \\*I\\* could say so.” (P3, p. 12)

**Without a theme of its own**

- Nobody knew when the day ended.

## What it is to be compared with

### Reframing of identity

Seeing oneself anew

- **Moran et al. 2012** (reciprocal): Giving back. It came first.

### Being of use

Counting for something

- **Moran et al. 2012** (absent)
`);
  });

  test('leads to the first of its cells that is there and open', () => {
    const { review } = written(`${first}  - construct: worth
    study: gillard2013
    relation: to do`);
    expect(comparePage(review)).toMatchObject({ study: 'gillard2013', cell: { line: 8 } });
    expect(comparePage(written(first).review).cell).toBeUndefined();
  });

  test('gets its cells by an action in the file of the translation, and nowhere else', () => {
    const { review, texts } = written(first);
    const offered = (path: string): string[] =>
      refactorings({
        review,
        path,
        range: { line: 0, character: 0, endLine: 0, endCharacter: 0 },
        texts: each => texts.get(each),
      }).map(each => each.title);
    expect(offered('translation.yaml')).toEqual(['Add the cells of the next study (Gillard et al. 2013)']);
    expect(offered('synthesis.md')).toEqual([]);
  });

  test('is none where there is nothing to compare', () => {
    const { review } = exampleOf('=== codebook.yaml ===\nthemes: {}\n');
    expect(comparePage(review)).toEqual({
      markdown:
        'There is nothing to compare yet: a translation needs constructs in the codebook, and included studies.\n',
    });
  });
});

describe('the grid', () => {
  test('has constructs as rows, studies in the order of reading as columns, and the place of each cell', () => {
    const grid = translationGrid(written(first).review);
    expect(grid).toMatchObject({ compared: 2, total: 4 });
    expect(grid.studies.map(each => each.key)).toEqual(['moran2012', 'gillard2013']);
    expect(grid.studies[1]!.themes).toEqual([
      { name: 'boundaries', label: 'Boundaries', constructs: ['identity'] },
      { name: 'giving-back', label: 'Giving back', wording: 'What I owe', constructs: ['identity'] },
    ]);
    expect(grid.cells[0]).toMatchObject([
      {
        state: 'compared',
        relation: 'reciprocal',
        themes: [{ name: 'giving-back', label: 'Giving back' }],
        note: 'It came first.',
        at: { line: 2 },
      },
      { state: 'open', themes: [] },
    ]);
  });

  test('is quick among 34 studies: far below what typing waits for', () => {
    const keys = Array.from({ length: 34 }, (_, at) => `s${at}`);
    const studies = keys
      .map(key => `=== studies/${key}.md ===\n---\ncountry: UK\nthemes: [boundaries]\n---\n`)
      .join('');
    const cells = keys.map(
      key => `  - {construct: identity, study: ${key}, themes: [boundaries], relation: reciprocal}`,
    );
    const { review } = exampleOf(
      `${studies}=== translation.yaml ===\nreading-order: alphabetical\ncells:\n${cells.join('\n')}\n`,
    );
    translationGrid(review);
    const start = performance.now();
    for (let times = 0; times < 10; times++) expect(translationGrid(review).total).toBe(36);
    expect((performance.now() - start) / 10).toBeLessThan(50);
  });
});
