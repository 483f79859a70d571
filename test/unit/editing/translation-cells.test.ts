import { describe, expect, test } from 'vitest';
import type { Change } from '../../../server/src/editing/change.js';
import type { Outcome } from '../../../server/src/editing/pieces.js';
import { addOpenCells, type CellEntry, setCell } from '../../../server/src/editing/translation-cells.js';
import { exampleOf, type WrittenReview } from '../support/review.js';
import { applied, difference } from './support.js';

const codebook = `=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help, construct: identity}
  hope: {label: Hope, definition: Looking on, construct: worth}
constructs:
  identity: {label: Reframing of identity, aliases: [self], definition: Seeing oneself anew, order: 1}
  worth: {label: Being of use, definition: Counting for something, order: 2}
  wages: {label: Wages, definition: Being paid, order: 3}
`;

const written = (translation: string): WrittenReview =>
  exampleOf(`${codebook}${translation === '' ? '' : `=== translation.yaml ===\n${translation}`}`);

function outcome(example: WrittenReview, construct: string, study: string, wanted: CellEntry): Outcome<Change> {
  const { review, texts } = example;
  return setCell(review, review.constructById.get(construct)!, review.studyById.get(study)!, wanted, path =>
    texts.get(path),
  );
}

/** What changes in the files, line by line. */
function changes(translation: string, construct: string, study: string, wanted: CellEntry): string {
  const example = written(translation);
  const made = outcome(example, construct, study, wanted);
  if (!made.ok) return made.reason;
  return difference(example.texts, applied(example.texts, made.value));
}

const two = `# The table.
reading-order: [moran2012, gillard2013]
cells:
  # The first.
  - construct: identity
    study: moran2012
    themes: [giving-back] # theirs
    relation: reciprocal
  - construct: worth
    study: gillard2013
    relation: absent
    note: >-
      Nothing here.
`;

describe('a cell of the translation', () => {
  test('comes into a file that is not there yet', () => {
    const example = written('');
    const made = outcome(example, 'identity', 'moran2012', {
      themes: [{ name: 'giving-back', wording: 'Paying: it forward' }, { name: 'boundaries' }],
      relation: 'reciprocal',
      note: 'Said # once',
    });
    expect(made).toEqual({
      ok: true,
      value: {
        edits: [],
        moves: [],
        created: [
          {
            path: 'translation.yaml',
            text: `cells:
  - construct: identity
    study: moran2012
    themes:
      - giving-back: "Paying: it forward"
      - boundaries
    relation: reciprocal
    note: >-
      Said # once
`,
          },
        ],
      },
    });
  });

  test('goes where its neighbours stand, row by row', () => {
    expect(changes(two, 'identity', 'gillard2013', { relation: 'unclear' })).toBe(`=== translation.yaml ===
+   - construct: identity
+     study: gillard2013
+     relation: unclear`);
    const cellsWith = (construct: string, study: string): string => {
      const example = written(two);
      const made = outcome(example, construct, study, { relation: 'to do' });
      const text = made.ok ? applied(example.texts, made.value).get('translation.yaml')! : '';
      return [...text.matchAll(/construct: (\w+)\n {4}study: (\w+)/g)].map(each => `${each[1]} ${each[2]}`).join(', ');
    };
    expect(cellsWith('identity', 'gillard2013')).toBe('identity moran2012, identity gillard2013, worth gillard2013');
    expect(cellsWith('worth', 'moran2012')).toBe('identity moran2012, worth moran2012, worth gillard2013');
    expect(cellsWith('wages', 'moran2012')).toBe('identity moran2012, worth gillard2013, wages moran2012');
  });

  test('goes where its neighbours stand, study by study, where the file goes by study', () => {
    const byStudy = `reading-order: [moran2012, gillard2013]
cells:
  - {construct: identity, study: moran2012, relation: absent}
  - {construct: wages, study: moran2012, relation: absent}
  - {construct: identity, study: gillard2013, relation: absent}
`;
    const example = written(byStudy);
    const made = outcome(example, 'worth', 'moran2012', { relation: 'unclear' });
    if (!made.ok) throw new Error(made.reason);
    expect(applied(example.texts, made.value).get('translation.yaml')).toBe(`reading-order: [moran2012, gillard2013]
cells:
  - {construct: identity, study: moran2012, relation: absent}
  - construct: worth
    study: moran2012
    relation: unclear
  - {construct: wages, study: moran2012, relation: absent}
  - {construct: identity, study: gillard2013, relation: absent}
`);
  });

  test('takes a theme more and leaves the comment beside the others', () => {
    expect(
      changes(two, 'identity', 'moran2012', { themes: [{ name: 'giving-back' }, { name: 'boundaries' }] }),
    ).toBe(`=== translation.yaml ===
-     themes: [giving-back] # theirs
+     themes: [giving-back, boundaries] # theirs`);
  });

  test('says nothing of what it is not asked for', () => {
    expect(changes(two, 'worth', 'gillard2013', { relation: 'refutational' })).toBe(`=== translation.yaml ===
-     relation: absent
+     relation: refutational`);
    expect(
      changes(two, 'worth', 'gillard2013', { note: 'They speak of: worth.\nOnce.' }),
    ).toBe(`=== translation.yaml ===
-     note: >-
-       Nothing here.
+     note: |-
+       They speak of: worth.
+       Once.`);
    expect(changes(two, 'worth', 'gillard2013', { relation: 'absent', note: 'Nothing here.', themes: [] })).toBe('');
  });

  test('is found by a former name of its construct', () => {
    const former = two.replace('construct: identity', 'construct: self');
    expect(changes(former, 'identity', 'moran2012', { relation: 'absent' })).toBe(`=== translation.yaml ===
-     relation: reciprocal
+     relation: absent`);
  });

  test('in which nothing is left goes, unless a comment would go with it', () => {
    expect(changes(two, 'worth', 'gillard2013', { relation: '', note: '' })).toBe(`=== translation.yaml ===
-   - construct: worth
-     study: gillard2013
-     relation: absent
-     note: >-
-       Nothing here.`);
    const noted = two.replace('study: gillard2013', 'study: gillard2013 # read twice');
    expect(changes(noted, 'worth', 'gillard2013', { relation: '', note: '' })).toBe(`=== translation.yaml ===
-     relation: absent
-     note: >-
-       Nothing here.`);
  });

  test('between brackets cannot take a sentence, and is left as it is', () => {
    const flow = 'cells:\n  - {construct: identity, study: moran2012, relation: absent}\n';
    expect(changes(flow, 'identity', 'moran2012', { relation: 'unclear' })).toBe(`=== translation.yaml ===
-   - {construct: identity, study: moran2012, relation: absent}
+   - {construct: identity, study: moran2012, relation: unclear}`);
    expect(changes(flow, 'identity', 'moran2012', { note: 'A sentence.' })).toContain(
      'Write it on lines of its own first',
    );
  });

  test('is not written over a file that lies there and could not be read', () => {
    const { review } = written('');
    const made = setCell(
      review,
      review.constructById.get('identity')!,
      review.studyById.get('moran2012')!,
      { relation: 'absent' },
      path => (path === 'translation.yaml' ? 'something: else\n' : undefined),
    );
    expect(made.ok).toBe(false);
  });
});

describe('the open cells of a study', () => {
  test('come one for each construct that has none, to do', () => {
    const example = written(two);
    const { review, texts } = example;
    const made = addOpenCells(review, review.studyById.get('moran2012')!, path => texts.get(path));
    if (!made.ok) throw new Error(made.reason);
    expect(applied(texts, made.value).get('translation.yaml')).toBe(
      two
        .replace(
          '  - construct: worth',
          '  - construct: worth\n    study: moran2012\n    relation: to do\n  - construct: worth',
        )
        .concat('  - construct: wages\n    study: moran2012\n    relation: to do\n'),
    );
  });
});
