import type { SymbolKind } from '../syntax/facts.js';
import { foldId } from '../text/words.js';
import type { NamePlace } from './name-place.js';

/** Words before the colon of a filter after which a name stands, and what it names. */
const named: Readonly<Record<string, SymbolKind>> = {
  theme: 'theme',
  construct: 'construct',
  study: 'study',
};

const term =
  /(?<![\p{L}\p{N}_-])(theme|construct|study)[ \t]*:[ \t]*(?:\\?"([^"\\]+)\\?"|\([ \t]*([^\s()"]+)|([^\s()"'|,<>]+))/giu;

/** The names in a filter, `theme:giving-back AND country:UK`; `offset` is where it stands in its file. */
export function filterPlaces(filter: string, offset: number): NamePlace[] {
  return Array.from(filter.matchAll(term), match => {
    const name = match[2] ?? match[3] ?? match[4] ?? '';
    const start = match.index + match[0].lastIndexOf(name);
    return place(named[match[1]!.toLowerCase()] ?? 'theme', name, offset + start);
  });
}

const under = /(?<![\p{L}-])(?:findings|themes)\s+under\s+([^\s|]+)/giu;

/** The names in a checked number's comment: filters, and the construct of `findings under CONSTRUCT`. */
export function numberPlaces(comment: string, offset: number): NamePlace[] {
  if (!comment.startsWith('=')) return [];
  const constructs = Array.from(comment.matchAll(under), match => {
    const name = match[1]!;
    return place('construct', name, offset + match.index + match[0].length - name.length);
  });
  return [...filterPlaces(comment, offset), ...constructs];
}

function place(kind: SymbolKind, name: string, start: number): NamePlace {
  const at = [start, start + name.length] as const;
  const plain = /^[\p{L}\p{M}\p{N}_./:+-]+$/u;
  return {
    kind,
    id: foldId(name),
    name,
    role: 'mentions',
    at,
    whole: at,
    write: text => (plain.test(text) && !text.includes('--') ? text : undefined),
  };
}
