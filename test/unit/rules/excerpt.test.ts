import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../server/src/rules/excerpt.js';

describe('an excerpt for a message', () => {
  it.each([
    ['Giving back', 'Giving back'],
    ['Giving\n  back\t', 'Giving back'],
    [undefined, ''],
    [`${'word '.repeat(12)}word`, `${'word '.repeat(11)}word …`],
    ['a'.repeat(61), `${'a'.repeat(60)} …`],
    // A letter of two UTF-16 units is never cut in half.
    ['𝛼'.repeat(61), `${'𝛼'.repeat(60)} …`],
    ['x '.repeat(1_000_000), `${'x '.repeat(29)}x …`],
  ])('shows the beginning on one line, cut between words (%#)', (text, shown) => {
    expect(excerpt(text)).toBe(shown);
  });
});
