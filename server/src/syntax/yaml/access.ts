import type { Located, LocatedEntry, LocatedMap } from './located.js';

export function entry(map: LocatedMap, key: string): LocatedEntry | undefined {
  return map.entries.find(each => each.key === key);
}

export function asList(value: Located): readonly Located[] {
  if (value.kind === 'list') return value.items;
  return value.kind === 'scalar' && value.style === 'empty' ? [] : [value];
}
