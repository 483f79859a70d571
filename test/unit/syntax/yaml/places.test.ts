import { describe, expect, it } from 'vitest';
import { asList, child, entry, isEmpty, pathOf, scalarText } from '../../../../server/src/syntax/yaml/access.js';
import type { LocatedMap } from '../../../../server/src/syntax/yaml/located.js';
import { placeOfPath, toPlain } from '../../../../server/src/syntax/yaml/plain.js';
import { readYaml } from '../../../../server/src/syntax/yaml/read.js';

function map(text: string): LocatedMap {
  const { root } = readYaml(text);
  if (root?.kind !== 'map') throw new Error('no map');
  return root;
}

describe('scalars', () => {
  it.each([
    ['a: b c\n', 'plain', 'b c', true],
    ['a: "b\\tc"\n', 'double', '"b\\tc"', false],
    ["a: 'b'\n", 'single', "'b'", false],
    ['a: b\n  c\n', 'plain', 'b\n  c', false],
    ['a: |\n  b\n\nc: 1\n', 'literal', '|\n  b', false],
    ['a: >-\n  b\n  c\n', 'folded', '>-\n  b\n  c', false],
    ['a:\n', 'empty', '', false],
    ['a: # why\nb: 1\n', 'empty', '', false],
    ['a: ""\n', 'double', '""', false],
    ['a: 012 # why\n', 'plain', '012', true],
  ])('%j stand where they are written', (text, style, written, exact) => {
    const value = map(text).entries[0]!.value;
    expect(value).toMatchObject({ kind: 'scalar', style, exact });
    expect(text.slice(...value.at)).toBe(written);
  });

  it('that are aliases stand where the alias does', () => {
    const text = 'a: &x [b, {c: d}]\ne: *x\n';
    const value = entry(map(text), 'e')!.value;
    expect(text.slice(...value.at)).toBe('*x');
    expect(value).toMatchObject({ kind: 'list', items: [{ style: 'alias', value: 'b' }, { kind: 'map' }] });
  });
});

describe('entries', () => {
  it('are whole lines from their indentation, with their comments', () => {
    const text =
      'a:\n  b: 1 # why\n  c: # kept\n    - x\n    # of c\n  # of b\n  d: |  # e\n    t\n\nz: {k: v, l: w} # f\n';
    const root = map(text);
    const inner = entry(root, 'a')!.value as LocatedMap;
    const told = [...inner.entries, ...root.entries].map(each => [
      text.slice(...each.whole),
      each.indent,
      each.comment ? text.slice(...each.comment) : '',
    ]);
    expect(told).toEqual([
      ['  b: 1 # why\n', 2, '# why'],
      ['  c: # kept\n    - x\n    # of c\n', 2, '# kept'],
      ['  d: |  # e\n    t\n', 2, '# e'],
      ['a:\n  b: 1 # why\n  c: # kept\n    - x\n    # of c\n  # of b\n  d: |  # e\n    t\n', 0, ''],
      ['z: {k: v, l: w} # f\n', 0, '# f'],
    ]);
    const flow = entry(root, 'z')!.value as LocatedMap;
    expect(flow.entries.map(each => text.slice(...each.whole))).toEqual(['k: v', 'l: w']);
  });

  it('keep the dash of their list item', () => {
    const text = '- a: 1\n  b: 2\n- c\n';
    const { root } = readYaml(text);
    const item = asList(root)[0] as LocatedMap;
    expect(item.entries.map(each => text.slice(...each.whole))).toEqual(['a: 1\n', '  b: 2\n']);
    expect(root?.at).toEqual([0, text.length - 1]);
  });

  it('are read with line ends of any kind and a byte-order mark', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = `\ufeffa: 1${end}b:${end}  - c${end}  - d e${end}`;
      expect(toPlain(map(text))).toEqual({ a: '1', b: ['c', 'd e'] });
      expect(text.slice(...placeOfPath(map(text), ['b', 1]).at)).toBe('d e');
    }
  });
});

describe('ways into a tree', () => {
  const text = 'a: 1\nb:\n  - c: x\n  - y\ne:\na: 2\n';
  const root = map(text);

  it('lead to values', () => {
    expect(scalarText(entry(root, 'a')?.value)).toBe('1');
    expect(scalarText(child(root, 'e'))).toBeUndefined();
    expect(isEmpty(child(root, 'e')!)).toBe(true);
    expect(asList(child(root, 'e'))).toEqual([]);
    expect(asList(child(root, 'a'))).toHaveLength(1);
    expect(asList(child(root, 'nowhere'))).toEqual([]);
    expect(child(child(root, 'a'), 'b')).toBeUndefined();
  });

  it('lead to places, as far as they go', () => {
    const told = (path: (string | number)[]): unknown[] => {
      const { at, keyAt } = placeOfPath(root, path);
      return [text.slice(...at), keyAt && text.slice(...keyAt)];
    };
    expect(told(['b', 0, 'c'])).toEqual(['x', 'c']);
    expect(told(['b', 1])).toEqual(['y', undefined]);
    expect(told(['b', 1, 'further'])).toEqual(['y', undefined]);
    expect(told(['a'])).toEqual(['1', 'a']);
    expect(told([])[0]).toBe(text.slice(0, -1));
  });

  it('lead back from an offset', () => {
    expect(pathOf(root, text.indexOf('x'))).toEqual(['b', 0, 'c']);
    expect(pathOf(root, text.indexOf('y'))).toEqual(['b', 1]);
    expect(pathOf(root, text.indexOf('e:'))).toEqual(['e']);
  });

  it('keep the first of two keys, and no key is special', () => {
    expect(toPlain(map('a: 1\na: 2\n__proto__: {x: 1}\n'))).toEqual(
      Object.assign(Object.create(null), { a: '1', ['__proto__']: { x: '1' } }),
    );
    expect(Object.keys(toPlain(map('__proto__: 1\n')) as object)).toEqual(['__proto__']);
  });
});
