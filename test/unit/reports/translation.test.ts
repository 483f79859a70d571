import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../../server/src/documents/markdown.js';
import { translationKind } from '../../../server/src/reports/translation.js';
import { exampleOf, reviewOf } from '../support/review.js';

const written = (cells: string, order = 'chronological'): string => `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, aliases: [contributing], definition: Repaying help, construct: identity}
constructs:
  wages: {label: Wages, definition: Being paid, order: 2}
  identity: {label: Reframing of identity, definition: Seeing oneself anew, aliases: [self], order: 1}
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes:
  - giving-back: Paying it forward
casp: 9
---
=== translation.yaml ===
reading-order: ${order}
compared: The themes of each study.
cells:
${cells}
`;

const someCells = `
  - construct: identity
    study: moran2012
    themes: [giving-back]
    relation: reciprocal
  - construct: self
    study: Gillard2013
    themes: [boundaries, contributing: "What I owe"]
    relation: refutational
    note: >-
      They owe | nothing.
  - construct: wages
    study: moran2012
    relation: absent
`;

const markdown = (review: ReturnType<typeof exampleOf>['review']): string =>
  toMarkdown(translationKind.make(review, 1));

describe('the translation table', () => {
  test('has constructs as rows and studies in the order of reading as columns', () => {
    expect(markdown(exampleOf(written(someCells)).review)).toBe(`**What was compared:** The themes of each study.

| Construct | Moran et al. 2012 | Gillard et al. 2013 |
| - | - | - |
| Reframing of identity | reciprocal: Paying it forward | refutational: Boundaries; What I owe (note 1) |
| Wages | absent | not yet compared |

Table: Translation of the studies into one another

3 of 4 cells compared. Studies are in the order of their years.

reciprocal: the study says the same in other words; refutational: the study contradicts it; absent: the reviewers looked, and the study is silent on it; not yet compared: nobody has said how the study stands to it, which is not the same as absent.

**Notes**

- **Note 1**, Reframing of identity, Gillard et al. 2013: They owe | nothing.
`);
  });

  test('never says that a study is silent where nobody has looked', () => {
    const text = markdown(exampleOf(written('  []')).review);
    expect(text).toContain('| Reframing of identity | not yet compared | not yet compared |');
    expect(text).toContain('0 of 4 cells compared.');
    expect(text).not.toContain('absent:');
  });

  test('counts what is put down for later, or says nothing of the relation, as not compared', () => {
    const text = markdown(
      exampleOf(
        written(`
  - {construct: identity, study: moran2012, relation: to do}
  - {construct: identity, study: gillard2013, themes: [boundaries]}
  - {construct: wages, study: moran2012, relation: unclear}
`),
      ).review,
    );
    expect(text).toContain('| Reframing of identity | to do | not yet compared: Boundaries |');
    expect(text).toContain('1 of 4 cells compared.');
  });

  test('takes the first of two cells in one place', () => {
    const twice = `
  - {construct: identity, study: moran2012, relation: absent}
  - {construct: self, study: Moran2012, relation: reciprocal}
`;
    expect(markdown(exampleOf(written(twice)).review)).toContain('| Reframing of identity | absent |');
  });

  test('is turned round where there are many studies, and then has them as rows', () => {
    const keys = Array.from({ length: 8 }, (_, at) => `s${at + 1}`);
    const { review } = reviewOf(`
=== metasynth.yaml ===
title: Keepers
${keys.map(key => `=== studies/${key}.md ===\n---\ncountry: UK\n---\n`).join('')}
=== codebook.yaml ===
constructs:
  one: {label: One}
=== translation.yaml ===
cells:
  - {construct: one, study: s2, relation: line of argument}
`);
    const text = markdown(review);
    expect(text).toContain('| Study | One |\n| - | - |\n| s1 | not yet compared |\n| s2 | line of argument |');
    expect(translationKind.grid!(review).rows).toHaveLength(8);
  });

  test('says why there is none', () => {
    expect(markdown(reviewOf('=== metasynth.yaml ===\ntitle: Keepers\n').review)).toContain('nothing to translate yet');
  });

  test('is data, in which nobody has said null', () => {
    const data = translationKind.data(exampleOf(written(someCells)).review) as {
      constructs: { id: string; cells: unknown[] }[];
      compared: number;
    };
    expect(data).toMatchObject({ compared: 3, cells: 4, readingOrder: 'chronological' });
    expect(data.constructs.map(each => each.id)).toEqual(['identity', 'wages']);
    expect(data.constructs[1]!.cells).toEqual([
      { study: 'moran2012', state: 'compared', relation: 'absent', themes: [], note: null },
      { study: 'gillard2013', state: 'open', relation: null, themes: [], note: null },
    ]);
    expect(data.constructs[0]!.cells[1]).toMatchObject({
      relation: 'refutational',
      note: 'They owe | nothing.',
      themes: [
        { name: 'boundaries', label: 'Boundaries', wording: null },
        { name: 'contributing', label: 'Giving back', wording: 'What I owe' },
      ],
    });
  });

  test('is rows for a spreadsheet, with the notes in their cells', () => {
    const { header, rows } = translationKind.grid!(exampleOf(written(someCells)).review);
    expect(header).toEqual(['Construct', 'Moran et al. 2012', 'Gillard et al. 2013']);
    expect(rows[0]?.[2]).toBe('refutational: Boundaries; What I owe. They owe | nothing.');
  });
});
