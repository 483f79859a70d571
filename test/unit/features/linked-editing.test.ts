import { expect, test } from 'vitest';
import { linkedNames } from '../../../server/src/features/linked-editing.js';
import { exampleOf } from '../support/review.js';

/** The manuscript with marks around what is typed together at the cursor; undefined where nothing is. */
function linked(manuscript: string): string | undefined {
  const { cursor, texts, marked } = exampleOf(`=== synthesis.md ===\n${manuscript}`);
  const places = linkedNames(cursor.path, texts.get(cursor.path) ?? '', cursor.position);
  return places && marked(places.map(range => ({ path: cursor.path, range }))).replace('=== synthesis.md ===\n', '');
}

test('the names of a block’s two comments are typed as one, wherever in either the cursor is', () => {
  const expected = '<!-- metasynth:«outline» short -->\nx\n<!-- /metasynth:«outline» -->\n';
  expect(linked('<!-- metasynth:«»outline short -->\nx\n<!-- /metasynth:outline -->\n')).toBe(expected);
  expect(linked('<!-- metasynth:out«»line short -->\nx\n<!-- /metasynth:outline -->\n')).toBe(expected);
  expect(linked('<!-- metasynth:outline short -->\nx\n<!-- /metasynth:outline«» -->\n')).toBe(expected);
});

test('of two blocks the one at the cursor', () => {
  const block = '<!-- metasynth:outline -->\n<!-- /metasynth:outline -->\n\n';
  expect(linked(`${block}${block.replace('/metasynth:o', '/metasynth:«»o')}`)).toBe(
    `${block}<!-- metasynth:«outline» -->\n<!-- /metasynth:«outline» -->\n\n`,
  );
});

test('nothing elsewhere', () => {
  expect(linked('<!-- «»metasynth:outline -->\n<!-- /metasynth:outline -->\n')).toBeUndefined();
  expect(linked('<!-- metasynth:out«»line -->\nno end\n')).toBeUndefined();
  expect(linked('wo«»rds\n')).toBeUndefined();
  expect(linkedNames('codebook.yaml', '# <!-- metasynth:x -->', { line: 0, character: 18 })).toBeUndefined();
});
