import type { Span } from '../../text/span.js';
import type { Located, LocatedEntry, LocatedMap, LocatedScalar } from './located.js';

/** A way into a tree: keys of maps and numbers (from 0) of list items. */
export type Path = readonly (string | number)[];

/** The first entry of a key, spelt exactly so. */
export function entry(map: LocatedMap, key: string): LocatedEntry | undefined {
  return map.entries.find(each => each.key === key);
}

/** The value of the first entry of a key, or undefined when the value is no map or has no such key. */
export function child(value: Located | undefined, key: string): Located | undefined {
  return value?.kind === 'map' ? entry(value, key)?.value : undefined;
}

/** The text of a scalar, or undefined for maps, lists, and a key with nothing after it. */
export function scalarText(value: Located | undefined): string | undefined {
  return value?.kind === 'scalar' && value.style !== 'empty' ? value.value : undefined;
}

/** True for a key with nothing after it. An empty text in quotes is not empty in this sense: somebody wrote it. */
export function isEmpty(value: Located): value is LocatedScalar {
  return value.kind === 'scalar' && value.style === 'empty';
}

/** The items of a list. A scalar or a map counts as a list of one, and a key with nothing after it as an empty list. */
export function asList(value: Located | undefined): readonly Located[] {
  if (!value) return [];
  if (value.kind === 'list') return value.items;
  return isEmpty(value) ? [] : [value];
}

/** The entries of a map; none when the value is not a map. */
export function entriesOf(value: Located | undefined): readonly LocatedEntry[] {
  return value?.kind === 'map' ? value.entries : [];
}

/** The way from a root to the innermost value whose key or text holds an offset; an empty path for the root itself. */
export function pathOf(root: Located, offset: number): Path {
  const path: (string | number)[] = [];
  let value: Located | undefined = root;
  while (value) {
    const next: { step: string | number; value: Located } | undefined = stepTowards(value, offset);
    if (!next) break;
    path.push(next.step);
    value = next.value;
  }
  return path;
}

function stepTowards(value: Located, offset: number): { step: string | number; value: Located } | undefined {
  if (value.kind === 'map') {
    // An entry ends where the next one starts: between the two, the next one is meant.
    const found = value.entries.findLast(each => holds(each.whole, offset) || holds(each.value.at, offset));
    return found && { step: found.key, value: found.value };
  }
  if (value.kind === 'list') {
    const index = value.items.findIndex(each => holds(each.at, offset));
    const found = value.items[index];
    return found && { step: index, value: found };
  }
  return undefined;
}

function holds(span: Span, offset: number): boolean {
  return span[0] <= offset && offset <= span[1];
}
