import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPieces, Draft, type Outcome, type Piece } from '../../../server/src/editing/pieces.js';
import { addEntry, addItem, remove, renameKey, setValue, type Where } from '../../../server/src/editing/yaml-edits.js';
import { targetAt, type YamlSource, yamlSource } from '../../../server/src/editing/yaml-source.js';
import { isSame, treeOf, treeOfValue } from '../../../server/src/editing/yaml-tree.js';
import type { Value } from '../../../server/src/editing/yaml-values.js';
import type { Path } from '../../../server/src/syntax/yaml/access.js';
import type { Located } from '../../../server/src/syntax/yaml/located.js';

/** Words of all kinds: plain ones, and those that mean something in YAML. */
const word = fc.stringMatching(/^[a-z][a-z0-9é-]{0,5}$/).filter(text => !text.endsWith('-'));
const odd = fc.string({
  unit: fc.constantFrom(...'ab "\'#:,[]{}&*!|>%@`\\-?é😀\t'.split('')),
  minLength: 1,
  maxLength: 8,
});
const scalar = fc.oneof(
  word,
  odd.map(text => JSON.stringify(text)),
  odd.map(text => `'${text.replace(/\t/g, ' ').replace(/'/g, "''")}'`),
);
const note = fc.constantFrom('', '', '', ' # why', ' # a: [b');

type Node =
  | { is: 'scalar'; text: string; note: string }
  | { is: 'prose'; sign: string; lines: string[] }
  | { is: 'flow'; text: string; note: string }
  | { is: 'list'; items: Node[]; flush: boolean; gap: string }
  | { is: 'map'; entries: { key: string; value: Node }[]; step: number; gap: string };

const flow = fc.letrec<{ value: string }>(tie => ({
  value: fc.oneof(
    { maxDepth: 2 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }).map(items => `[${items.join(', ')}]`),
    fc
      .uniqueArray(fc.tuple(word, tie('value')), { maxLength: 3, selector: ([name]) => name })
      .map(pairs => `{${pairs.map(([name, value]) => `${name}: ${value}`).join(', ')}}`),
    fc
      .array(word, { minLength: 1, maxLength: 3 })
      .map(items => `[\n          ${items.join(',  # one\n          ')}\n        ]`),
  ),
})).value;

const gap = fc.constantFrom('', '', '', '\n', '#\n');
const tree = fc.letrec<{ node: Node }>(tie => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ is: fc.constant('scalar' as const), text: fc.oneof(scalar, fc.constant('')), note }),
    fc.record({
      is: fc.constant('prose' as const),
      sign: fc.constantFrom('|', '>', '|-', '>-', '|+', '>- # why'),
      lines: fc.array(word, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ is: fc.constant('flow' as const), text: flow, note }),
    fc.record({
      is: fc.constant('list' as const),
      items: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
      flush: fc.boolean(),
      gap,
    }),
    fc.record({
      is: fc.constant('map' as const),
      entries: fc.uniqueArray(fc.record({ key: word, value: tie('node') }), {
        minLength: 1,
        maxLength: 4,
        selector: each => each.key,
      }),
      step: fc.integer({ min: 1, max: 4 }),
      gap,
    }),
  ),
})).node;

/** Writes what follows a key's colon or a dash: on the same line, or set in on lines below. */
function after(node: Node, column: number, inList: boolean): string {
  switch (node.is) {
    case 'scalar':
    case 'flow':
      return `${node.text === '' ? '' : ` ${node.text}`}${node.note}\n`;
    case 'prose':
      return ` ${node.sign}\n${node.lines.map(line => `${' '.repeat(column + 2)}${line}\n`).join('')}`;
    case 'list':
      return `\n${block(node, inList || !node.flush ? column + 2 : column)}`;
    case 'map':
      return inList ? ` ${block(node, column + 2).trimStart()}` : `\n${block(node, column + node.step)}`;
  }
}

function block(node: Node, column: number): string {
  const margin = ' '.repeat(column);
  const between = 'gap' in node && node.gap === '#\n' ? `${margin}# note: x\n` : 'gap' in node ? node.gap : '';
  if (node.is === 'list') return node.items.map(item => `${margin}-${after(item, column, true)}`).join(between);
  if (node.is === 'map') {
    return node.entries.map(each => `${margin}${each.key}:${after(each.value, column, false)}`).join(between);
  }
  return `${margin}-${after(node, column, true)}`;
}

const entries = fc.uniqueArray(fc.record({ key: word, value: tree }), {
  minLength: 1,
  maxLength: 4,
  selector: e => e.key,
});

/** A file: YAML, or Markdown with a head of YAML; any line ends, with or without the last. */
const file = fc
  .record({
    entries,
    gap,
    eol: fc.constantFrom('\n', '\n', '\r\n'),
    head: fc.constantFrom('', '', '# about this file\n\n', '---\n'),
    open: fc.boolean(),
    markdown: fc.boolean(),
  })
  .map(({ entries, gap, eol, head, open, markdown }) => {
    const yaml = block({ is: 'map', entries, step: 2, gap }, 0);
    const text = markdown
      ? `---\n${yaml}---\n\n# Words\n\nlabel: [x]\n`
      : `${head}${open ? yaml.replace(/\n$/, '') : yaml}`;
    return { text: text.replace(/\n/g, eol), markdown };
  });

const value = fc.letrec<{ value: Value }>(tie => ({
  value: fc.oneof(
    { maxDepth: 2 },
    word,
    odd,
    fc
      .array(
        fc.oneof(
          word,
          odd.map(text => text.replace(/\t/g, ' ').trim() || 'a'),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map(lines => ({ prose: lines.join('\n') })),
    fc.record({ list: fc.array(tie('value'), { minLength: 1, maxLength: 3 }) }),
    fc.record({
      map: fc.uniqueArray(fc.tuple(word, tie('value')), { minLength: 1, maxLength: 3, selector: each => each[0] }),
    }),
  ),
})).value;

/** The paths of all values, with the values. */
function placesOf(root: Located | undefined): { path: Path; value: Located }[] {
  const found: { path: Path; value: Located }[] = [];
  const walk = (value: Located, path: Path): void => {
    found.push({ path, value });
    if (value.kind === 'list') for (const [index, item] of value.items.entries()) walk(item, [...path, index]);
    if (value.kind === 'map') for (const each of value.entries) walk(each.value, [...path, each.key]);
  };
  if (root) walk(root, []);
  return found;
}

function comments(text: string): string[] {
  return (text.match(/#( why| a: \[b| note: x| one| about this file)/g) ?? []).sort();
}

/** The source after an edit; undefined where the edit was refused. */
function after1(source: YamlSource, outcome: Outcome<readonly Piece[]>): YamlSource | undefined {
  if (!outcome.ok) {
    expect(outcome.reason).toMatch(/^["A-Z].*\.$/);
    return undefined;
  }
  return source.again(applyPieces(source.text, outcome.value));
}

function read({ text, markdown }: { text: string; markdown: boolean }): YamlSource {
  const source = yamlSource(text, undefined, markdown);
  if (!source) throw new Error('no head');
  return source;
}

describe('an edit of any file', () => {
  const where = fc.constantFrom<Where>('end', 'sorted', { after: 0 });
  const key = 'new-key';

  it('that adds, and then takes out what it added, gives the same bytes; comments stay', () => {
    let [given, refusals] = [0, 0];
    fc.assert(
      fc.property(file, fc.nat(), value, where, (written, pick, put, place) => {
        const source = read(written);
        const containers = placesOf(source.root).filter(
          each => each.value.kind !== 'scalar' || each.value.style === 'empty',
        );
        const target = containers[pick % containers.length];
        if (!target) return;
        const list = target.value.kind === 'list' || (target.value.kind === 'scalar' && pick % 2 === 0);
        given++;
        // An item that no other is like, so that it is found again.
        const item: Value = typeof put === 'string' ? 'new-item' : { map: [[key, put]] };
        const outcome = list
          ? addItem(source, target.path, item, place)
          : addEntry(source, target.path, key, put, place);
        const changed = after1(source, outcome);
        if (!changed) {
          refusals++;
          return;
        }
        expect(comments(changed.text)).toEqual(expect.arrayContaining(comments(written.text)));
        const added = placesOf(changed.root).find(
          ({ path, value: found }) =>
            path.length === target.path.length + 1 &&
            target.path.every((step, at) => step === path[at]) &&
            (list ? isSame(treeOf(found), treeOfValue(item)) : path.at(-1) === key),
        );
        const back = after1(changed, remove(changed, added!.path));
        // Nothing between brackets, or behind a dash, becomes an empty list: it says the same.
        const { entry, flow } = targetAt(source.root!, target.path)!;
        if (target.value.kind === 'scalar' && (!entry || flow)) {
          expect(isSame(treeOf(back?.root), treeOf(source.root))).toBe(true);
        } else expect(back?.text).toBe(written.text);
      }),
      { numRuns: 500 },
    );
    // What is refused is prose between brackets, and little else.
    expect(refusals / given).toBeLessThan(0.25);
  });

  it('that renames a key there and back gives the same bytes', () => {
    fc.assert(
      fc.property(file, fc.nat(), odd, (written, pick, name) => {
        const source = read(written);
        const named = placesOf(source.root).filter(each => typeof each.path.at(-1) === 'string');
        const { path } = named[pick % named.length]!;
        const old = String(path.at(-1));
        const changed = after1(source, renameKey(source, path, name));
        if (!changed) return;
        const back = after1(changed, renameKey(changed, [...path.slice(0, -1), name], old));
        // A key that had to be put in quotation marks keeps them.
        expect(back?.text.replace(new RegExp(`(["'])${old}\\1:`), `${old}:`)).toBe(
          written.text.replace(new RegExp(`(["'])${old}\\1:`), `${old}:`),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('that sets a value changes that value and no comment', () => {
    fc.assert(
      fc.property(file, fc.nat(), value, (written, pick, put) => {
        const source = read(written);
        const places = placesOf(source.root).slice(1);
        const { path } = places[pick % places.length]!;
        const changed = after1(source, setValue(source, path, put));
        if (!changed) return;
        expect(comments(changed.text)).toEqual(comments(written.text));
        const now = placesOf(changed.root).find(each => each.path.join('\n') === path.join('\n'));
        expect(isSame(treeOf(now?.value), treeOfValue(put))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('of text that is no YAML at all does not throw, and adds no mistake', () => {
    const signs = fc.constantFrom(...'ab:: -- \n\n\r\t  #"\'[]{},&*!|>%@`?<é😀'.split(''), 'a: ', '- ', '---', '\n  ');
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 40 }), fc.nat(), value, (text, pick, put) => {
        const source = read({ text, markdown: false });
        const places = placesOf(source.root);
        const path = places.length > 0 ? places[pick % places.length]!.path : [];
        for (const outcome of [
          setValue(source, path, put),
          addEntry(source, path, key, put, 'sorted'),
          addItem(source, path, put),
          remove(source, path),
          renameKey(source, path, key),
        ]) {
          const changed = after1(source, outcome);
          if (changed) expect(changed.problems).toBeLessThanOrEqual(source.problems);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a text changed step by step', () => {
  it('gives the edits that lead from the first text to the last', () => {
    const step = fc.array(
      fc.tuple(fc.nat(30), fc.nat(6), fc.string({ unit: fc.constantFrom(...'ab\n\r😀'), maxLength: 4 })),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab\n\r😀'), maxLength: 30 }),
        fc.array(step, { maxLength: 4 }),
        (text, steps) => {
          const draft = new Draft('a.md', text);
          for (const each of steps) {
            let from = 0;
            const pieces: Piece[] = [];
            for (const [skip, length, put] of each) {
              const start = Math.min(from + skip, draft.text.length);
              const end = Math.min(start + length, draft.text.length);
              pieces.push({ span: [start, end], text: put });
              from = end + 1;
              if (from > draft.text.length) break;
            }
            draft.edit(pieces);
          }
          expect(applyPieces(text, draft.pieces())).toBe(draft.text);
        },
      ),
    );
  });

  it('never begins or ends an edit inside a line end or a character', () => {
    const draft = new Draft('a.md', 'a\r\nb😀');
    draft.edit([{ span: [1, 6], text: '\rb😁' }]);
    const [piece, ...more] = draft.pieces();
    expect(more).toEqual([]);
    expect(piece).toEqual({ span: [1, 6], text: '\rb😁' });
  });
});
