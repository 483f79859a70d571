import fc from 'fast-check';
import { expect, test } from 'vitest';
import { selectionsAt } from '../../../server/src/features/selection.js';
import { Lines } from '../../../server/src/text/lines.js';
import { exampleOf } from '../support/review.js';

/** What is selected step by step from the cursor on. */
function steps(path: string, written: string): string[] {
  const { review, cursor, texts } = exampleOf(`=== ${path} ===\n${written}`);
  const text = texts.get(path) ?? '';
  const lines = new Lines(text);
  const [places] = selectionsAt(review, path, text, [cursor.position]);
  return (places ?? []).map(place => text.slice(...lines.spanOf(place)));
}

test('in YAML: word, value, entry, what holds it', () => {
  const text = 'themes:\n  giving-back:\n    label: "Giving back"\n    x: 1\nconstructs: {}\n';
  expect(steps('codebook.yaml', text.replace('Giv', 'G«»iv'))).toEqual([
    'Giving',
    'Giving back',
    '"Giving back"',
    'label: "Giving back"',
    'label: "Giving back"\n    x: 1',
    'giving-back:\n    label: "Giving back"\n    x: 1',
    'themes:\n  giving-back:\n    label: "Giving back"\n    x: 1',
    text.trimEnd(),
    text,
  ]);
});

test('in YAML: a key, an item of a list, a block of text', () => {
  expect(steps('codebook.yaml', 'themes:\n  giving-b«»ack: A\n').slice(0, 3)).toEqual([
    'back',
    'giving-back',
    'giving-back: A',
  ]);
  expect(steps('studies/a.yaml', 'themes:\n  - b\n  - c«»c: d\n').slice(0, 4)).toEqual([
    'cc',
    'cc: d',
    '- b\n  - cc: d',
    'themes:\n  - b\n  - cc: d',
  ]);
  expect(steps('studies/a.yaml', 'notes: |\n  One t«»wo\n  three\n').slice(0, 4)).toEqual([
    'two',
    'One two\n  three',
    '|\n  One two\n  three',
    'notes: |\n  One two\n  three',
  ]);
});

test('in Markdown: citation, group, sentence, block, section, those above', () => {
  const text = '# T\n\n## A\n\nOne. Two [@a2000, p. 3; @b2001]. Three.\n\nMore.\n\n## B\n\nx\n';
  expect(steps('synthesis.md', text.replace('a20', 'a«»20'))).toEqual([
    'a2000',
    '@a2000',
    '@a2000, p. 3; @b2001',
    '[@a2000, p. 3; @b2001]',
    'Two [@a2000, p. 3; @b2001].',
    'One. Two [@a2000, p. 3; @b2001]. Three.',
    '## A\n\nOne. Two [@a2000, p. 3; @b2001]. Three.\n\nMore.',
    text.trimEnd(),
    text,
  ]);
});

test('in Markdown: a tag, the tags, a locator, the head', () => {
  const body = '\n## Findings\n\n> Words. (P3, p. 12) #giving-back #boundaries\n';
  expect(steps('studies/a.md', body.replace('giving-b', 'giving-b«»')).slice(0, 5)).toEqual([
    'back',
    'giving-back',
    '#giving-back',
    '#giving-back #boundaries',
    '> Words. (P3, p. 12) #giving-back #boundaries',
  ]);
  expect(steps('studies/a.md', body.replace('P3', 'P«»3')).slice(0, 3)).toEqual(['P3', 'P3, p. 12', '(P3, p. 12)']);
  expect(steps('studies/a.md', '---\nkey: g«»i\n---\nx\n')).toEqual([
    'gi',
    'key: gi',
    'key: gi\n',
    '---\nkey: gi\n---\n',
    '---\nkey: gi\n---\nx\n',
  ]);
});

test('in Markdown: a heading, a generated block', () => {
  expect(steps('synthesis.md', '## On«»e two\n\nx\n')).toEqual([
    'One',
    'One two',
    '## One two',
    '## One two\n\nx',
    '## One two\n\nx\n',
  ]);
  expect(
    steps('synthesis.md', 'y\n\n<!-- metasynth:outline -->\nz«»z\n<!-- /metasynth:outline -->\n').slice(0, 3),
  ).toEqual(['zz', '\nzz\n', '<!-- metasynth:outline -->\nzz\n<!-- /metasynth:outline -->']);
});

test('each holds the one before it and the position, in any text', () => {
  const { review } = exampleOf('=== studies/a.yaml ===\nkey: a\n=== studies/b.md ===\nx\n');
  const piece = fc.constantFrom(
    'a',
    ':',
    ' ',
    '\n',
    '- ',
    '#b',
    '"',
    '[@',
    ']',
    '> ',
    '(',
    ')',
    '---\n',
    '## ',
    '<!--',
    '-->',
    '. ',
    '\r\n',
    '|\n',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }),
      fc.nat(),
      fc.constantFrom('studies/a.yaml', 'studies/b.md'),
      (pieces, seed, path) => {
        const text = pieces.join('');
        const lines = new Lines(text);
        const position = lines.positionAt(seed % (text.length + 1));
        const at = lines.offsetAt(position.line, position.character);
        const [places = []] = selectionsAt(review, path, text, [position]);
        let [start, end] = [at, at];
        expect(places.length).toBeGreaterThan(0);
        for (const place of places) {
          const [from, to] = lines.spanOf(place);
          expect(from).toBeLessThanOrEqual(start);
          expect(to).toBeGreaterThanOrEqual(end);
          [start, end] = [from, to];
        }
      },
    ),
    { numRuns: 500 },
  );
});
