import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { owned } from '../../../server/src/syntax/bibliography/values.js';
import { idOf, kept } from '../../../server/src/syntax/kept.js';
import { foldId } from '../../../server/src/text/words.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

describe('a kept string', () => {
  it('is the same text, and its id the same id, however many were kept before', () => {
    const names = fc.string({ unit: fc.constantFrom(...'ab-A É\u0301é😀\ud800'), maxLength: 60 });
    fc.assert(
      fc.property(fc.array(names, { maxLength: 40 }), texts => {
        for (const text of texts) {
          expect(kept(text)).toBe(text);
          expect(idOf(text)).toBe(foldId(text));
          expect(kept(text)).toBe(text);
          expect(owned(text)).toBe(text);
        }
      }),
    );
  });

  it.each([
    ['kept', 30, kept],
    ['kept', 300, kept],
    ['idOf', 30, idOf],
    ['idOf', 300, idOf],
    ['owned', 30, owned],
  ] as const)('by %s of %i letters does not keep the text alive that it was cut from', (_name, length, keep) => {
    const size = 100_000;
    const whole = (index: number): string => Buffer.alloc(size, `text ${index} of many letters `).toString();
    collect();
    const before = process.memoryUsage().heapUsed;
    const strings = Array.from({ length: 200 }, (_, index) => keep(whole(index).slice(5, 5 + length)));
    collect();
    // All texts together are twenty million bytes.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(40 * size);
    expect(strings).toHaveLength(200);
  });
});
