import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { toTyped } from '../../../../server/src/syntax/definitions/typed.js';
import type { Located } from '../../../../server/src/syntax/yaml/located.js';
import { readYaml } from '../../../../server/src/syntax/yaml/read.js';
import { examples } from './examples.js';

const typed = (text: string): unknown => {
  const { root } = readYaml(text);
  return root && toTyped(root);
};

const plain = (value: string): unknown => toTyped({ kind: 'scalar', value, at: [0, 0], style: 'plain', exact: true });

describe('toTyped', () => {
  it('reads plain scalars as the yaml library does', () => {
    const written = fc.oneof(
      fc.constantFrom(
        'yes',
        'no',
        'true',
        'True',
        'TRUE',
        'tRUE',
        'false',
        'null',
        '~',
        'Null',
        'off',
        '012',
        '0o17',
        '0x1F',
      ),
      fc.constantFrom(
        '1_000',
        '1e3',
        '-.5',
        '+1.',
        '.',
        '-',
        '.inf',
        '-.INF',
        '.nan',
        '1.2.3',
        '2026-11-22',
        '1,520',
        '0b1',
      ),
      fc.stringMatching(/^[-+.0-9eExo]{1,6}$/),
      fc.double().map(String),
      fc.integer().map(String),
    );
    fc.assert(
      fc.property(written, value => {
        let expected: unknown;
        try {
          expected = parse(`key: ${value}`, { version: '1.2' }).key;
        } catch {
          return;
        }
        if (typeof expected === 'object' && expected !== null) return;
        expect(plain(value)).toEqual(expected);
      }),
    );
  });

  it.each(Object.entries(examples).flatMap(([part, texts]) => texts.map(text => [part, text] as const)))(
    'reads the example of %s as the yaml library does',
    (_part, text) => {
      expect(typed(text)).toEqual(parse(text));
    },
  );

  it('keeps what stands in quotes or in a block as text', () => {
    expect(typed(`a: "12"\nb: 'true'\nc: |-\n  12\nd: >-\n  null\ne: ""\n`)).toEqual({
      a: '12',
      b: 'true',
      c: '12',
      d: 'null',
      e: '',
    });
  });

  it('takes the first of a key that stands twice', () => {
    const entry = (value: string) => ({
      key: 'a',
      keyAt: [0, 1] as const,
      keyStyle: 'plain' as const,
      value: { kind: 'scalar', value, at: [0, 1], style: 'plain', exact: true } as const,
      whole: [0, 1] as const,
      indent: 0,
    });
    const map: Located = { kind: 'map', at: [0, 1], flow: false, entries: [entry('first'), entry('second')] };
    expect(toTyped(map)).toEqual({ a: 'first' });
  });

  it('takes __proto__ for a key like any other', () => {
    const value = typed('__proto__: {polluted: yes}\nconstructor: x\n') as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(value.polluted).toBeUndefined();
  });

  it('does not follow values without end', () => {
    let deep: Located = { kind: 'list', at: [0, 0], flow: true, items: [] };
    for (let depth = 0; depth < 100_000; depth++) deep = { kind: 'list', at: [0, 0], flow: true, items: [deep] };
    expect(() => toTyped(deep)).not.toThrow();
  });
});
