import type { Lines } from '../text/lines.js';
import type { Place } from '../text/span.js';

/** What an entry of an outline is; editors choose its picture by this. */
export type EntryKind =
  | 'construct'
  | 'division'
  | 'finding'
  | 'generated'
  | 'argument'
  | 'study'
  | 'group'
  | 'value'
  | 'theme'
  | 'quote'
  | 'reading'
  | 'appraisal'
  | 'work'
  | 'map'
  | 'list';

/** An entry of an outline. `range` holds `selection` and the ranges of its children; lines count from the file's first. */
export interface Entry {
  readonly name: string;
  /** A few words beside the name, or nothing. */
  readonly detail: string;
  readonly kind: EntryKind;
  readonly range: Place;
  /** What to go to: the name itself. */
  readonly selection: Place;
  readonly children: readonly Entry[];
}

/** An entry whose range is made to hold all that belongs to it. */
export function entryOf(
  kind: EntryKind,
  name: string,
  detail: string,
  range: Place,
  selection: Place,
  children: readonly Entry[] = [],
): Entry {
  const whole = children.reduce((all, child) => around(all, child.range), around(range, selection));
  // Editors refuse an outline that has an entry without a name.
  return { name: name.trim() === '' ? '…' : name, detail, kind, range: whole, selection, children };
}

/** The smallest place that holds both. */
export function around(a: Place, b: Place): Place {
  const first = a.line < b.line || (a.line === b.line && a.character <= b.character) ? a : b;
  const last = a.endLine > b.endLine || (a.endLine === b.endLine && a.endCharacter >= b.endCharacter) ? a : b;
  return {
    line: first.line,
    character: first.character,
    endLine: last.endLine,
    endCharacter: last.endCharacter,
  };
}

/** A place in a chunk as one of the file. */
export function moved(place: Place, by: number): Place {
  return { ...place, line: place.line + by, endLine: place.endLine + by };
}

/** Whole lines, from the first to the start of the one that is no longer among them, or to the end of the text. */
export function wholeLines(lines: Lines, line: number, until: number): Place {
  if (until < lines.count) return { line, character: 0, endLine: Math.max(line, until), endCharacter: 0 };
  const end = lines.positionAt(Number.POSITIVE_INFINITY);
  return { line, character: 0, endLine: end.line, endCharacter: end.character };
}

/** Letters of a sentence that an outline shows. */
const shown = 70;

/** The beginning of a text on one line, cut between words. */
export function short(text: string, most = shown): string {
  const line = text
    .slice(0, 4 * most)
    .replace(/\s+/g, ' ')
    .trim();
  // Letters are UTF-16 units in nearly all texts, and an outline has thousands of them.
  const letters = /[\ud800-\udfff]/.test(line) ? [...line] : undefined;
  if ((letters ?? line).length <= most) return line;
  const start = letters?.slice(0, most).join('') ?? line.slice(0, most);
  const space = start.lastIndexOf(' ');
  return `${start.slice(0, space > most / 2 ? space : start.length)} …`;
}
