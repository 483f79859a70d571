import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from '../../../server/src/text/fingerprint.js';

test('is the same for the same text, and a whole number that keeps its bits', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      expect(fingerprint(`${text}`)).toBe(fingerprint(text));
      expect(Number.isSafeInteger(fingerprint(text))).toBe(true);
    }),
  );
});

test('differs for texts that differ by one letter, or by where two letters stand', () => {
  const seen = new Map<number, string>();
  const base = 'themes:\n  - giving-back\n  - boundaries\n';
  for (let at = 0; at <= base.length; at++) {
    for (const letter of 'abcdefghijklmnopqrstuvwxyz-: \n') {
      for (const text of [
        base.slice(0, at) + letter + base.slice(at),
        base.slice(0, at) + letter + base.slice(at + 1),
      ]) {
        const print = fingerprint(text);
        expect(seen.get(print) ?? text).toBe(text);
        seen.set(print, text);
      }
    }
  }
  expect(seen.size).toBeGreaterThan(2000);
});
