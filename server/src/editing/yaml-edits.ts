import * as l10n from '@vscode/l10n';
import type { Path } from '../syntax/yaml/access.js';
import { isEmpty } from '../syntax/yaml/access.js';
import type { Located, LocatedList, LocatedMap } from '../syntax/yaml/located.js';
import { foldId } from '../text/words.js';
import { applyPieces, areApart, done, type Outcome, type Piece, refused } from './pieces.js';
import { blockBelow, blockEntry, blockItem, blockRemoval, lineInto, mannerAt } from './yaml-blocks.js';
import { flowInsertion, flowRemoval } from './yaml-flow-edits.js';
import { writeBlock, writeScalar } from './yaml-scalars.js';
import { lineStart, marginBefore, quotesIn, rowAt, type Target, targetAt, type YamlSource } from './yaml-source.js';
import {
  changedAt,
  isSame,
  type Tree,
  treeOf,
  treeOfValue,
  withEntry,
  withItem,
  withKey,
  withoutIndex,
} from './yaml-tree.js';
import { afterColon, flowEntry, inFlow, type Manner, type Value } from './yaml-values.js';

/**
 * Edits of YAML as the smallest pieces of text, in offsets of the file. Every edit is tried first: where the text, read
 * again, would not say exactly what was asked for and nothing else, the edit is refused in plain words. So a file may be
 * half typed or written in a way that nobody thought of, and is never damaged.
 */

/**
 * Where something new goes: at an end, in its place in the alphabet where the others are in that order, after one, or before the
 * one with an index.
 */
export type Where = 'start' | 'end' | 'sorted' | { readonly after: string | number } | { readonly before: number };

/** Puts a value in the place of what stands at a path; a key that is not there yet is added to its map. */
export function setValue(source: YamlSource, path: Path, value: Value): Outcome<readonly Piece[]> {
  const target = source.root && targetAt(source.root, path);
  const key = path.at(-1);
  if (!target) return typeof key === 'string' ? addEntry(source, path.slice(0, -1), key, value) : missing(path);
  const pieces = replacing(source, target, value);
  if (!pieces) return cannot(path);
  return tried(source, pieces, tree => changedAt(tree, path, () => treeOfValue(value)));
}

/** Adds an entry to the map at a path. Maps on the way that are not there yet are made. */
export function addEntry(
  source: YamlSource,
  path: Path,
  key: string,
  value: Value,
  where: Where = 'end',
): Outcome<readonly Piece[]> {
  const { root } = source;
  if (!root) return addToNothing(source, path, key, value);
  const target = targetAt(root, path);
  if (!target) {
    const own = path.at(-1);
    return typeof own === 'string' ? addEntry(source, path.slice(0, -1), own, { map: [[key, value]] }) : missing(path);
  }
  const { value: map } = target;
  if (map.kind === 'map' && map.entries.some(each => each.key === key)) {
    return refused(l10n.t('"{0}" is there already.', key));
  }
  const change = (index: number) => (tree: Tree) =>
    changedAt(tree, path, inner => withEntry(inner, index, key, treeOfValue(value)));
  if (map.kind === 'map' && map.entries.length > 0) {
    const names = map.entries.map(each => each.key);
    const index = placeIn(names, key, where);
    const quotes = quotesIn(map);
    const pieces =
      map.flow || target.flow
        ? flowed(source, map, index, flowEntry(key, value, mannerAt(source, '', quotes)))
        : blockEntry(source, map, index, key, value, quotes);
    return pieces ? tried(source, pieces, change(index)) : cannot([...path, key]);
  }
  const pieces = filling(source, target, { map: [[key, value]] });
  return pieces ? tried(source, pieces, change(0)) : cannot([...path, key]);
}

/** Adds an item to the list at a path. A single value becomes a list with it; a list that is not there yet is made. */
export function addItem(source: YamlSource, path: Path, item: Value, where: Where = 'end'): Outcome<readonly Piece[]> {
  const target = source.root && targetAt(source.root, path);
  if (!target) {
    const key = path.at(-1);
    if (typeof key !== 'string') return missing(path);
    return addEntry(source, path.slice(0, -1), key, { list: [item] });
  }
  const { value: list } = target;
  const change = (index: number) => (tree: Tree) =>
    changedAt(tree, path, inner => withItem(inner, index, treeOfValue(item)));
  if (list.kind === 'list' && list.items.length > 0) {
    const index = placeIn(list.items.map(nameOfItem), nameOfValue(item), where);
    const quotes = quotesIn(list);
    const pieces =
      list.flow || target.flow
        ? flowed(source, list, index, inFlow(item, mannerAt(source, '', quotes)))
        : blockItem(source, list, index, item, quotes);
    return pieces ? tried(source, pieces, change(index)) : cannot(path);
  }
  if (list.kind === 'scalar' && !isEmpty(list)) return tried(source, listing(source, list, item), change(1));
  const pieces = filling(source, target, { list: [item] });
  return pieces ? tried(source, pieces, change(0)) : cannot(path);
}

/** Takes out the entry or the item at a path, with its line and the comments that are its own. */
export function remove(source: YamlSource, path: Path): Outcome<readonly Piece[]> {
  const target = source.root && targetAt(source.root, path);
  const parent = target?.parent;
  if (!target || !parent) return missing(path);
  const pieces =
    parent.flow || target.flow ? flowRemoval(source, parent, target.index) : blockRemoval(source, parent, target.index);
  return tried(source, pieces, tree => changedAt(tree, path.slice(0, -1), inner => withoutIndex(inner, target.index)));
}

/** Takes out what stands after the colon of an entry and leaves its key, with what is noted beside it. */
export function clearValue(source: YamlSource, path: Path): Outcome<readonly Piece[]> {
  const target = source.root && targetAt(source.root, path);
  if (!target?.entry) return missing(path);
  const { entry, value } = target;
  const colon = source.yaml.indexOf(':', entry.keyAt[1]) + 1;
  if (value.kind !== 'scalar' || value.style === 'alias' || colon <= 0 || colon > value.at[0]) return cannot(path);
  return tried(source, [{ span: [colon, value.at[1]], text: '' }], tree => changedAt(tree, path, () => ''));
}

/** Gives the entry at a path another key, in the quotation marks that it has. */
export function renameKey(source: YamlSource, path: Path, key: string): Outcome<readonly Piece[]> {
  const target = source.root && targetAt(source.root, path);
  if (!target?.entry || target.parent?.kind !== 'map') return missing(path);
  const { entry, parent, flow } = target;
  if (entry.keyStyle === 'alias') return cannot(path);
  if (parent.entries.some(each => each.key === key && each !== entry)) {
    return refused(l10n.t('"{0}" is there already.', key));
  }
  const text = writeScalar(key, entry.keyStyle, { flow, quotes: quotesIn(parent) });
  return tried(source, [{ span: entry.keyAt, text }], tree =>
    changedAt(tree, path.slice(0, -1), inner => withKey(inner, target.index, key)),
  );
}

/**
 * Pieces in offsets of the file, once reading the text with them has given exactly the tree that was wanted, and no
 * mistake that was not there before.
 */
export function tried(
  source: YamlSource,
  pieces: readonly Piece[],
  change: (tree: Tree) => Tree | undefined,
): Outcome<readonly Piece[]> {
  const moved = pieces.map(
    ({ span, text }): Piece => ({
      span: [span[0] + source.offset, span[1] + source.offset],
      text,
    }),
  );
  const wanted = change(treeOf(source.root));
  const after = areApart(moved) ? source.again(applyPieces(source.text, moved)) : undefined;
  if (wanted === undefined || !after || after.problems > source.problems || !isSame(treeOf(after.root), wanted)) {
    return refused(l10n.t('This place is written in a way that cannot be changed safely. Change it by hand.'));
  }
  return done(moved);
}

function missing(path: Path): Outcome<never> {
  return refused(l10n.t('There is no "{0}" here.', path.join(' › ')));
}

function cannot(path: Path): Outcome<never> {
  return refused(
    l10n.t(
      '"{0}" stands between brackets or is shared with another place. Write it on lines of its own first.',
      path.join(' › '),
    ),
  );
}

function replacing(source: YamlSource, target: Target, value: Value): readonly Piece[] | undefined {
  const old = target.value;
  if (old.kind !== 'scalar') return replacingAll(source, target, value);
  if (old.style === 'alias') return undefined;
  const quotes = target.parent && quotesIn(target.parent);
  if (old.style === 'empty') return filling(source, target, value);
  if (typeof value === 'string' && old.style !== 'literal' && old.style !== 'folded') {
    return [{ span: old.at, text: writeScalar(value, old.style, { flow: target.flow, quotes }) }];
  }
  if (typeof value !== 'string' && !('prose' in value)) return replacingAll(source, target, value);
  const words = typeof value === 'string' ? value : value.prose;
  if (target.flow) return undefined;
  return [{ span: old.at, text: proseText(source, target, words) }];
}

/** Prose in the place of a scalar: with the sign and the margin that it has where it is a block text already. */
function proseText(source: YamlSource, target: Target, words: string): string {
  const old = target.value;
  const standing = { flow: false, quotes: undefined };
  const at = target.entry?.keyAt[0] ?? target.parent?.at[0] ?? old.at[0];
  let margin = `${marginBefore(source, at)}  `;
  let sign: string | undefined;
  if (old.kind === 'scalar' && (old.style === 'literal' || old.style === 'folded')) {
    const row = rowAt(source, old.at[0]);
    const first = source.rows.row(row.line + 1);
    sign = source.yaml.slice(old.at[0], row.end);
    if (first.content > first.start && first.start < old.at[1]) margin = source.yaml.slice(first.start, first.content);
  }
  const block = writeBlock(words, margin, source.eol, sign);
  if (block !== undefined && (block.startsWith(sign ?? '') || !sign?.includes('#'))) return block;
  // A comment beside the sign stays, whatever the words need.
  const comment = /#.*$/.exec(sign ?? '')?.[0];
  if (block === undefined) return writeScalar(words, 'double', standing) + (comment ? ` ${comment}` : '');
  return comment ? block.replace(/^\S+/, head => `${head} ${comment}`) : block;
}

/** Another value in the place of a list or map, or of a scalar that becomes one. What holds comments is left alone. */
function replacingAll(source: YamlSource, target: Target, value: Value): readonly Piece[] | undefined {
  const { entry, value: old } = target;
  if (!entry || /#/.test(source.yaml.slice(old.at[0], old.at[1]))) return undefined;
  const colon = source.yaml.indexOf(':', entry.keyAt[1]) + 1;
  if (colon <= 0 || colon > old.at[0] || /[^\s]/.test(source.yaml.slice(colon, old.at[0]))) return undefined;
  const quotes = target.parent && quotesIn(target.parent);
  const manner: Manner = { ...mannerAt(source, marginBefore(source, entry.keyAt[0]), quotes), flow: target.flow };
  const text = afterColon(value, manner);
  return text === undefined ? undefined : [{ span: [colon, old.at[1]], text }];
}

/** What stands after a key with nothing after it, or between empty brackets. */
function filling(source: YamlSource, target: Target, value: Value): readonly Piece[] | undefined {
  const { entry, value: old, flow } = target;
  const quotes = target.parent && quotesIn(target.parent);
  if (old.kind !== 'scalar') {
    if (old.kind !== ('list' in Object(value) ? 'list' : 'map') || !old.flow) return undefined;
    const inside = inFlow(value, mannerAt(source, '', quotes));
    return inside === undefined ? undefined : flowInsertion(source, old, 0, inside.slice(1, -1));
  }
  if (!isEmpty(old)) return undefined;
  if (!entry || flow) {
    const inside = inFlow(value, mannerAt(source, '', quotes));
    return inside === undefined ? undefined : [{ span: old.at, text: ` ${inside}` }];
  }
  const nested = typeof value !== 'string' && !('prose' in value) && !value.flow;
  if (nested) return blockBelow(source, entry.keyAt[0], entry.whole[1], value, quotes);
  const text = afterColon(value, mannerAt(source, marginBefore(source, entry.keyAt[0]), quotes));
  return text === undefined ? undefined : [{ span: old.at, text }];
}

/** A single value that becomes the first of a list: `a` becomes `[a, b]`. */
function listing(source: YamlSource, old: Located, item: Value): readonly Piece[] {
  const inside = inFlow(item, mannerAt(source, '', undefined)) ?? '';
  return [
    { span: [old.at[0], old.at[0]], text: '[' },
    { span: [old.at[1], old.at[1]], text: `, ${inside}]` },
  ];
}

function flowed(source: YamlSource, parent: LocatedMap | LocatedList, index: number, put: string | undefined) {
  return put === undefined || !parent.flow ? undefined : flowInsertion(source, parent, index, put);
}

/** A file that says nothing yet gets its first lines. */
function addToNothing(source: YamlSource, path: Path, key: string, value: Value): Outcome<readonly Piece[]> {
  const [first, ...rest] = [...path, key];
  if (typeof first !== 'string') return missing(path);
  const nested = rest.reduceRight<Value>((inner, step) => ({ map: [[String(step), inner]] }), value);
  const manner = mannerAt(source, '', undefined);
  const text = afterColon(nested, manner);
  if (text === undefined) return cannot(path);
  const end = lineStart(source, source.rows.count);
  const piece = lineInto(source, end, `${writeScalar(first, 'plain', manner)}:${text}`);
  return tried(source, [piece], () => ({ entries: [[first, treeOfValue(nested)]] }));
}

function placeIn(names: readonly string[], name: string, where: Where): number {
  if (typeof where === 'object' && 'before' in where) return Math.min(where.before, names.length);
  if (typeof where === 'object') {
    const at = typeof where.after === 'number' ? where.after : names.indexOf(where.after);
    return at < 0 || at >= names.length ? names.length : at + 1;
  }
  if (where === 'start') return 0;
  if (where === 'end') return names.length;
  const folded = names.map(foldId);
  const sorted = folded.every((each, index) => index === 0 || folded[index - 1]! <= each);
  const at = folded.findIndex(each => each > foldId(name));
  return sorted && at >= 0 ? at : names.length;
}

/** What an item of a list is known by: its text, or its first key. */
function nameOfItem(item: Located): string {
  if (item.kind === 'scalar') return item.value;
  return item.kind === 'map' ? (item.entries[0]?.key ?? '') : '';
}

function nameOfValue(item: Value): string {
  if (typeof item === 'string') return item;
  return 'map' in item ? (item.map[0]?.[0] ?? '') : '';
}
