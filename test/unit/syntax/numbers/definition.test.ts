import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Word } from '../../../../server/src/syntax/filters/filter.js';
import { readDefinitions } from '../../../../server/src/syntax/numbers/definition.js';

/** All words and places that a reading holds, at any depth. */
function words(value: unknown): Word[] {
  if (typeof value !== 'object' || value === null) return [];
  const { text, found, at } = value as { text?: string; found?: string; at?: Word['at'] };
  const own = at && (text ?? found) !== undefined ? [{ text: (text ?? found)!, at }] : [];
  return [...own, ...Object.values(value).flatMap(words)];
}

const piece = fc.constantFrom(
  ...['studies', ' where ', 'country:UK', ' AND ', ' OR ', 'NOT ', '"two words"', 'a:(b, c only)', ' of ', ' under x'],
  ...['share of studies', 'participants', ' sum', 'flow.', 'agreement. ', 'findings', '|', '| = ', ' >= 10', '\n', 'é'],
);

test('whatever a comment says, each word stands where it is said to stand', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), parts => {
      const comment = `= ${parts.join('')}`;
      for (const { text, at } of words(readDefinitions(comment))) {
        expect(comment.slice(...at)).toBe(text);
      }
    }),
  );
});
