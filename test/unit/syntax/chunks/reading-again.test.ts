import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Memory } from '../../../../server/src/syntax/chunks/memory.js';
import { readFacts } from '../../../../server/src/syntax/read.js';
import { apply, edit, edited } from './editing.js';

describe('reading a file again after each edit', () => {
  it.each(edited)('gives what reading it from scratch gives: $name', ({ path, kind, text, words }) => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 40 }), edits => {
        const memory = new Memory();
        let now = text;
        readFacts(path, kind, now, memory);
        for (const each of edits) {
          now = apply(now, each, words);
          const again = JSON.stringify(readFacts(path, kind, now, memory));
          const anew = JSON.stringify(readFacts(path, kind, now));
          if (again !== anew) expect({ now, facts: JSON.parse(again) }).toEqual({ now, facts: JSON.parse(anew) });
        }
      }),
      { numRuns: 30 },
    );
  });
});
