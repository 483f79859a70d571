import type { Located, LocatedList, LocatedMap } from '../syntax/yaml/located.js';
import type { Piece } from './pieces.js';
import { writeScalar } from './yaml-scalars.js';
import { lineStart, marginBefore, rowAt, stepOf, type YamlSource } from './yaml-source.js';
import { afterColon, afterDash, type Manner, type Value } from './yaml-values.js';

/** The lines of an entry or item of a block: from the start of its line to the start of the next. */
interface Lines {
  readonly start: number;
  readonly end: number;
  /** Where its key or dash stands. */
  readonly at: number;
  /** False when something else stands before it on its first line, as a dash before a map's first key. */
  readonly ownLine: boolean;
}

/** Pieces that put an entry into a block map, before the entry with the index. The map has an entry already. */
export function blockEntry(
  source: YamlSource,
  map: LocatedMap,
  index: number,
  key: string,
  value: Value,
  quotes: Quotes,
) {
  const lines = linesOf(source, map);
  const manner = mannerAt(source, marginOf(source, lines), quotes);
  const after = afterColon(value, manner);
  if (after === undefined) return undefined;
  return insertion(source, lines, index, manner.margin, `${writeScalar(key, 'plain', manner)}:${after}`);
}

/** Pieces that put an item into a block list, before the item with the index. The list has an item already. */
export function blockItem(source: YamlSource, list: LocatedList, index: number, value: Value, quotes: Quotes) {
  const lines = linesOf(source, list);
  const manner = mannerAt(source, marginOf(source, lines), quotes);
  const after = afterDash(value, manner);
  return after === undefined ? undefined : insertion(source, lines, index, manner.margin, `- ${after}`);
}

/** Pieces that put what is given in full below a key with nothing after it. `end` is where the key's lines end. */
export function blockBelow(source: YamlSource, keyAt: number, end: number, value: Value, quotes: Quotes) {
  const manner = mannerAt(source, marginBefore(source, keyAt), quotes);
  const below = afterColon(value, manner);
  if (!below?.startsWith(source.eol)) return undefined;
  return [lineInto(source, end, below.slice(source.eol.length))];
}

/** A piece that puts whole lines into a text before the line that begins at an offset, or at the end. */
export function lineInto({ yaml, eol }: YamlSource, at: number, lines: string): Piece {
  const open = at === yaml.length && yaml !== '' && !/[\n\r]$/.test(yaml);
  return { span: [at, at], text: open ? eol + lines : lines + eol };
}

/** Pieces that take an entry or item out of a block, with the comments that are its own. */
export function blockRemoval(source: YamlSource, parent: LocatedMap | LocatedList, index: number): Piece[] {
  const lines = linesOf(source, parent);
  const own = lines[index]!;
  const next = lines[index + 1];
  if (!own.ownLine) {
    // A map's first key behind a dash: the next key takes its place there.
    const end = next ? next.at : endOfWords(source, own);
    const start = next ? own.at : startOfBlank(source, own.at);
    return [{ span: [start, end], text: '' }];
  }
  let { start, end } = own;
  if (index > 0) start = startOfComments(source, lines[index - 1]!.end, own);
  const before = blankBefore(source, start, index > 0 ? lines[index - 1]!.end : start);
  const after = blankAfter(source, end);
  // Of the blank lines on both sides one side is enough; those before go, as adding an entry puts them there.
  if (before < start && (after > end || !next)) start = before;
  else if (index === 0 && next && after > end) end = after;
  if (end === source.yaml.length && start > 0 && !/[\n\r]$/.test(source.yaml)) start = beforeBreak(source.yaml, start);
  return [{ span: [start, end], text: '' }];
}

type Quotes = Manner['quotes'];

export function mannerAt(source: YamlSource, margin: string, quotes: Quotes): Manner {
  return { margin, step: stepOf(source), eol: source.eol, flow: false, quotes };
}

function marginOf(source: YamlSource, lines: readonly Lines[]): string {
  const one = lines.find(each => each.ownLine) ?? lines[0]!;
  return marginBefore(source, one.at);
}

function insertion(source: YamlSource, lines: readonly Lines[], index: number, margin: string, text: string): Piece[] {
  const next = lines[index];
  const previous = lines[index - 1];
  if (!previous && next && !next.ownLine) {
    return [{ span: [next.at, next.at], text: text + source.eol + margin }];
  }
  if (!previous) {
    const gap = lines[1] ? source.yaml.slice(next!.end, blankAfter(source, next!.end)) : '';
    return [{ span: [next!.start, next!.start], text: margin + text + source.eol + gap }];
  }
  // Entries with blank lines between them get one more.
  const [from, neighbour] = next ? [previous.end, next] : [lines[index - 2]?.end, previous];
  const blank = from === undefined || !neighbour ? '' : source.yaml.slice(from, blankAfter(source, from));
  const piece = lineInto(source, previous.end, margin + text);
  const open = piece.text.startsWith(source.eol) && !piece.text.endsWith(source.eol);
  return [{ ...piece, text: open ? source.eol + blank + margin + text : blank + piece.text }];
}

function linesOf(source: YamlSource, parent: LocatedMap | LocatedList): Lines[] {
  if (parent.kind === 'map') {
    return parent.entries.map(each => {
      const row = rowAt(source, each.keyAt[0]);
      const ownLine = row.content === each.keyAt[0];
      return {
        start: ownLine ? row.start : each.keyAt[0],
        end: endOfLines(source, each.keyAt[1], each.value, each.indent),
        at: each.keyAt[0],
        ownLine,
      };
    });
  }
  const column = parent.at[0] - rowAt(source, parent.at[0]).start;
  let from = parent.at[0];
  return parent.items.map(item => {
    const at = dashOf(source, item, column, from);
    const row = rowAt(source, at);
    const end = endOfLines(source, at + 1, item, column);
    from = end;
    return { start: row.content === at ? row.start : at, end, at, ownLine: row.content === at };
  });
}

/** The dash of an item: on its line, or above it where the item begins on a line of its own. */
function dashOf(source: YamlSource, item: Located, column: number, from: number): number {
  const first = source.rows.lineOf(from);
  for (let line = source.rows.lineOf(item.at[0]); line >= first; line--) {
    const row = source.rows.row(line);
    const at = row.start + column;
    if (at < row.end && source.yaml[at] === '-' && at <= item.at[0]) return at;
  }
  return from;
}

/** Where the lines of a value end, with the comments below it that are set in further than its key or dash. */
function endOfLines(source: YamlSource, keyEnd: number, value: Located, indent: number): number {
  const { rows, yaml } = source;
  let line = rows.lineOf(Math.max(keyEnd, value.at[1]));
  if (keepsBlanks(source, value)) {
    while (line + 1 < rows.count && isBlankRow(source, line + 1)) line++;
  }
  for (let next = line + 1; next < rows.count; next++) {
    const row = rows.row(next);
    if (row.content === row.end || yaml[row.content] !== '#' || row.content - row.start <= indent) break;
    line = next;
  }
  return lineStart(source, line + 1);
}

/** True for a value that ends in a block text to which the blank lines below it belong, `|+`. */
function keepsBlanks(source: YamlSource, value: Located): boolean {
  let last: Located | undefined = value;
  while (last && last.kind !== 'scalar') last = last.kind === 'list' ? last.items.at(-1) : last.entries.at(-1)?.value;
  if (last?.style !== 'literal' && last?.style !== 'folded') return false;
  return /^[|>][0-9]?\+/.test(source.yaml.slice(last.at[0], last.at[0] + 3));
}

/** Where the comment lines begin that stand right above an entry, set in as far as it. */
function startOfComments(source: YamlSource, from: number, own: Lines): number {
  let start = own.start;
  const indent = own.at - own.start;
  for (let line = source.rows.lineOf(own.start) - 1; line >= 0; line--) {
    const row = source.rows.row(line);
    if (row.start < from || source.yaml[row.content] !== '#' || row.content - row.start !== indent) break;
    start = row.start;
  }
  return start;
}

/** Where the blank lines begin that end at an offset, no earlier than `from`. */
function blankBefore(source: YamlSource, at: number, from: number): number {
  let start = at;
  for (let line = source.rows.lineOf(at) - 1; line >= 0; line--) {
    const row = source.rows.row(line);
    if (row.start < from || row.content !== row.end) break;
    start = row.start;
  }
  return start;
}

/** Where the blank lines end that begin at the start of a line. */
function blankAfter(source: YamlSource, at: number): number {
  let line = source.rows.lineOf(at);
  if (at >= source.yaml.length) return at;
  while (line < source.rows.count - 1 && isBlankRow(source, line)) line++;
  return lineStart(source, line);
}

function isBlankRow(source: YamlSource, line: number): boolean {
  const row = source.rows.row(line);
  return row.content === row.end;
}

function beforeBreak(text: string, at: number): number {
  return at - (text.slice(0, at).endsWith('\r\n') ? 2 : 1);
}

function endOfWords(source: YamlSource, own: Lines): number {
  return /[\n\r]/.test(source.yaml[own.end - 1] ?? '') ? beforeBreak(source.yaml, own.end) : own.end;
}

function startOfBlank(source: YamlSource, at: number): number {
  let start = at;
  while (start > 0 && source.yaml[start - 1] === ' ') start--;
  return start;
}
