import type { FileKind } from '../syntax/facts.js';
import type { Located, LocatedEntry } from '../syntax/yaml/located.js';
import type { Lines } from '../text/lines.js';
import type { Place, Span } from '../text/span.js';
import { type Entry, entryOf, short } from './symbols-entry.js';
import { yamlPart } from './yaml-part.js';

/** Deeper than this nobody looks in an outline. */
const deepest = 6;

/** The outline of a YAML file that has no words of its own for its parts: by its keys. */
export function yamlEntries(path: string, kind: FileKind, text: string, lines: Lines): Entry[] {
  const part = yamlPart(path, kind, text);
  if (!part?.root) return [];
  const place = ([start, end]: Span): Place => lines.placeOf([start + part.offset, end + part.offset]);
  return inside(part.root, place, 0);
}

function inside(value: Located, place: (span: Span) => Place, depth: number): Entry[] {
  if (depth >= deepest) return [];
  if (value.kind === 'map') return value.entries.map(each => keyEntry(each, place, depth));
  // Single words in a list are told by the detail of what holds them.
  if (value.kind !== 'list' || value.items.every(item => item.kind === 'scalar')) return [];
  return value.items.map((item, index) => {
    const at = place(item.at);
    return entryOf(kindOf(item), nameOf(item) ?? String(index + 1), '', at, at, inside(item, place, depth + 1));
  });
}

function keyEntry({ key, keyAt, value }: LocatedEntry, place: (span: Span) => Place, depth: number): Entry {
  const whole = place([keyAt[0], Math.max(keyAt[1], value.at[1])]);
  return entryOf(kindOf(value), short(key), detailOf(value), whole, place(keyAt), inside(value, place, depth + 1));
}

function kindOf(value: Located): 'value' | 'map' | 'list' {
  return value.kind === 'scalar' ? 'value' : value.kind;
}

function detailOf(value: Located): string {
  if (value.kind === 'scalar') return short(value.value, 40);
  if (value.kind === 'map') return '';
  const words = value.items.flatMap(item => (item.kind === 'scalar' ? [item.value] : []));
  return words.length === value.items.length ? short(words.join(', '), 40) : String(value.items.length);
}

/** The first thing that an item says. */
function nameOf(item: Located): string | undefined {
  if (item.kind === 'scalar') return short(item.value);
  if (item.kind === 'list') return undefined;
  const first = item.entries.find(each => each.value.kind === 'scalar' && each.value.value.trim() !== '');
  return first?.value.kind === 'scalar' ? short(first.value.value) : item.entries[0] && short(item.entries[0].key);
}
