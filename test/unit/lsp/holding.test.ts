import { describe, expect, test } from 'vitest';
import { whileTyping } from '../../../server/src/lsp/holding.js';
import type { Diagnosis } from '../../../server/src/rules/judge.js';

function diagnosis(code: string, line: number, more: Partial<Diagnosis> = {}): Diagnosis {
  return {
    code,
    severity: 'warning',
    message: code,
    path: 'a.md',
    range: { line, character: 0, endLine: line, endCharacter: 5 },
    related: [],
    data: {},
    shared: false,
    ...more,
  };
}

const typing = { path: 'a.md', line: 3 };

describe('what is shown while somebody types', () => {
  test('what is mended goes at once', () => {
    expect(whileTyping([diagnosis('old', 3)], [], typing)).toEqual([]);
  });

  test('what is new on the line being typed waits', () => {
    expect(whileTyping([], [diagnosis('new', 3)], typing)).toEqual([]);
  });

  test('what is new elsewhere is shown at once', () => {
    const elsewhere = [diagnosis('new', 4), diagnosis('new', 3, { path: 'b.md' })];
    expect(whileTyping([], elsewhere, typing)).toEqual(elsewhere);
  });

  test('what was shown stays while it holds, wherever its line has moved', () => {
    const moved = diagnosis('old', 3);
    expect(whileTyping([diagnosis('old', 2)], [moved], typing)).toEqual([moved]);
  });

  test('a second one of the same kind on the line waits, the first stays', () => {
    const both = [diagnosis('same', 3), diagnosis('same', 3)];
    expect(whileTyping([diagnosis('same', 3)], both, typing)).toHaveLength(1);
  });

  test('a complaint said once for many neither appears nor goes before a rest', () => {
    const shared = diagnosis('many', 0, { shared: true });
    expect(whileTyping([], [shared], typing)).toEqual([]);
    expect(whileTyping([shared], [diagnosis('many', 7)], typing)).toEqual([shared]);
  });

  test('without typing everything is shown', () => {
    const all = [diagnosis('new', 3), diagnosis('many', 0, { shared: true })];
    expect(whileTyping([], all, undefined)).toEqual(all);
  });
});
