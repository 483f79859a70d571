import type { Path } from '../syntax/yaml/access.js';
import type { Located } from '../syntax/yaml/located.js';
import type { Value } from './yaml-values.js';

/**
 * A tree without places: what a text says, keys that stand twice and their order included. A key with nothing after it,
 * an empty list and an empty map say the same.
 */
export type Tree = string | readonly Tree[] | { readonly entries: readonly (readonly [string, Tree])[] };

export function treeOf(value: Located | undefined): Tree {
  if (!value) return '';
  if (value.kind === 'scalar') return value.value;
  if (value.kind === 'list') return value.items.length === 0 ? '' : value.items.map(treeOf);
  if (value.entries.length === 0) return '';
  return { entries: value.entries.map(each => [each.key, treeOf(each.value)]) };
}

export function treeOfValue(value: Value): Tree {
  if (typeof value === 'string') return value;
  if ('prose' in value) return value.prose;
  if ('list' in value) return value.list.length === 0 ? '' : value.list.map(treeOfValue);
  if (value.map.length === 0) return '';
  return { entries: value.map.map(([key, inner]) => [key, treeOfValue(inner)]) };
}

/** The tree with another value at a path; undefined when there is nothing at the path. */
export function changedAt(tree: Tree, path: Path, change: (value: Tree) => Tree | undefined): Tree | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return change(tree);
  if (typeof tree === 'string') return undefined;
  if (isList(tree)) {
    const item = tree[Number(step)];
    const inner = item === undefined ? undefined : changedAt(item, rest, change);
    return inner === undefined ? undefined : tree.map((each, index) => (index === Number(step) ? inner : each));
  }
  const index = tree.entries.findIndex(([key]) => key === String(step));
  const found = tree.entries[index];
  const inner = found && changedAt(found[1], rest, change);
  if (!found || inner === undefined) return undefined;
  return { entries: tree.entries.map((each, at) => (at === index ? [found[0], inner] : each)) };
}

/** A map with an entry more, at an index; a place with nothing becomes a map. */
export function withEntry(tree: Tree, index: number, key: string, value: Tree): Tree | undefined {
  if (tree === '') return { entries: [[key, value]] };
  if (typeof tree === 'string' || isList(tree)) return undefined;
  return { entries: [...tree.entries.slice(0, index), [key, value], ...tree.entries.slice(index)] };
}

/** A list with an item more, at an index; a single value becomes a list with it. */
export function withItem(tree: Tree, index: number, value: Tree): Tree {
  if (tree === '') return [value];
  if (typeof tree === 'string' || !isList(tree)) return index === 0 ? [value, tree] : [tree, value];
  return [...tree.slice(0, index), value, ...tree.slice(index)];
}

/** A map or list without what stands at an index. */
export function withoutIndex(tree: Tree, index: number): Tree | undefined {
  if (typeof tree === 'string') return undefined;
  if (isList(tree)) return tree.length === 1 ? '' : tree.filter((_, at) => at !== index);
  return tree.entries.length === 1 ? '' : { entries: tree.entries.filter((_, at) => at !== index) };
}

export function withKey(tree: Tree, index: number, key: string): Tree | undefined {
  if (typeof tree === 'string' || isList(tree)) return undefined;
  return { entries: tree.entries.map((each, at) => (at === index ? [key, each[1]] : each)) };
}

/** Whether two texts say the same. Trees are as deep as the reader lets them be, so this may call itself. */
export function isSame(a: Tree, b: Tree): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  if (isList(a)) return isList(b) && a.length === b.length && a.every((each, index) => isSame(each, b[index]!));
  if (isList(b) || a.entries.length !== b.entries.length) return false;
  return a.entries.every(([key, value], index) => {
    const other = b.entries[index]!;
    return key === other[0] && isSame(value, other[1]);
  });
}

/** True for a map. Arrays have a method of the name `entries`. */
export function isMap(tree: Tree | undefined): tree is Exclude<Tree, string | readonly Tree[]> {
  return tree !== undefined && typeof tree !== 'string' && !isList(tree);
}

function isList(tree: Exclude<Tree, string>): tree is readonly Tree[] {
  return Array.isArray(tree);
}
