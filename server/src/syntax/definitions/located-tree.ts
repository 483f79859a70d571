import type { Located, LocatedEntry, LocatedMap } from '../yaml/located.js';

/** Names from the root to a value: keys of maps, places in lists. */
export type Path = readonly (string | number)[];

/** True for a key or list item with nothing after it: it is not filled in yet, which is not a mistake. */
export function isEmpty(value: Located): boolean {
  if (value.kind !== 'scalar') return false;
  if (value.style === 'empty') return true;
  return value.style === 'plain' && value.value.length < 5 && /^(~|null|Null|NULL)?$/.test(value.value);
}

/** True where some key of a map has nothing after it. */
export function hasEmptyKey(value: Located, depth = 0): boolean {
  if (value.kind === 'scalar' || depth > 200) return false;
  if (value.kind === 'list') return value.items.some(item => hasEmptyKey(item, depth + 1));
  return value.entries.some(entry => isEmpty(entry.value) || hasEmptyKey(entry.value, depth + 1));
}

/** The value without what is not filled in. Everything keeps its place in the text. */
export function filled(value: Located, depth = 0): Located {
  if (value.kind === 'scalar' || depth > 200) return value;
  if (value.kind === 'list') {
    return { ...value, items: value.items.filter(item => !isEmpty(item)).map(item => filled(item, depth + 1)) };
  }
  const entries = value.entries.filter(entry => !isEmpty(entry.value));
  return { ...value, entries: entries.map(entry => ({ ...entry, value: filled(entry.value, depth + 1) })) };
}

/** Finds values and entries of one tree by path. Entries are indexed once a map, so that many questions stay quick. */
export class Finder {
  private readonly index = new Map<LocatedMap, Map<string, LocatedEntry>>();

  constructor(private readonly root: Located) {}

  /** The value at a path; undefined where nothing stands. */
  at(path: Path): Located | undefined {
    let value: Located | undefined = this.root;
    for (const step of path) {
      if (value?.kind === 'map') value = this.entryOf(value, String(step))?.value;
      else if (value?.kind === 'list') value = typeof step === 'number' ? value.items[step] : undefined;
      else return undefined;
    }
    return value;
  }

  /** The entry that a path ends with; undefined for places in lists and the root. */
  entry(path: Path): LocatedEntry | undefined {
    const parent = this.at(path.slice(0, -1));
    const key = path.at(-1);
    return parent?.kind === 'map' && key !== undefined ? this.entryOf(parent, String(key)) : undefined;
  }

  private entryOf(map: LocatedMap, key: string): LocatedEntry | undefined {
    let entries = this.index.get(map);
    if (!entries) {
      entries = new Map();
      for (const entry of map.entries) if (!entries.has(entry.key)) entries.set(entry.key, entry);
      this.index.set(map, entries);
    }
    return entries.get(key);
  }
}
