import { quoteEnd } from './flow.js';
import type { SyntaxProblem } from './located.js';
import { MendedValues } from './mend-values.js';
import type { Patch } from './patches.js';
import { problem, shown, type UnreadableDetail, yamlCodes } from './problems.js';
import { colonIn, commentStart, isBlank, type Row, type Rows, trimmedEnd } from './rows.js';

/** What to show the parser differently, and what the matter was. */
export interface Mending {
  readonly patches: readonly Patch[];
  readonly problems: readonly SyntaxProblem[];
}

/** A block map or list that is open at a line. */
interface Level {
  /** Where its keys or dashes stand, counted as the parser will count: after patches. */
  column: number;
  readonly kind: 'map' | 'list';
  /** Whether the last entry has no value yet, so that deeper lines may be its value. */
  awaiting: boolean;
  /** In a list, where the keys of the last item stand when it is a map. */
  inner: number | undefined;
}

/** A run of lines that stands at a wrong column: lines from `from` on are moved by `by`. */
interface Shift {
  readonly from: number;
  readonly by: number;
}

/**
 * Goes through the lines of a text that the parser refused, once, and finds what people write that YAML does not admit.
 * Only what is a mistake in any YAML is patched, so that a mistake in one entry never changes how another is read; the
 * parser has the last word on the patched text.
 */
export function mend(rows: Rows, knownKeys: ReadonlySet<string> | undefined): Mending {
  return new Mender(rows, knownKeys).run();
}

class Mender {
  readonly #patches: Patch[] = [];
  readonly #problems: SyntaxProblem[] = [];
  readonly #levels: Level[] = [];
  readonly #values: MendedValues;
  readonly #text: string;
  #shift: Shift | undefined;
  /** Where the list or map that is the whole document starts. */
  #root: Row | undefined;
  /** The start of the line after a stray line. */
  #strayUntil = -1;

  constructor(
    private readonly rows: Rows,
    private readonly knownKeys: ReadonlySet<string> | undefined,
  ) {
    this.#text = rows.text;
    this.#values = new MendedValues(rows, knownKeys, this.#patches, this.#problems);
  }

  run(): Mending {
    let line = 0;
    while (line < this.rows.count) {
      const next = this.#line(line);
      // Lines of a moved entry that are not looked at one by one move with it.
      for (let inside = line + 1; inside < next; inside++) this.#move(this.rows.row(inside), false);
      line = next;
    }
    return { patches: this.#patches, problems: this.#problems };
  }

  /** Reads an entry that starts on a line; gives the line after all that belongs to it and needs no look of its own. */
  #line(line: number): number {
    const row = this.rows.row(line);
    const { content, end, start } = row;
    const text = this.#text;
    if (content === end || text[content] === '#') return line + 1;
    if (content === start && isMarker(text, start, end)) {
      this.#levels.length = 0;
      return line + 1;
    }
    if (content === start && text[start] === '%' && this.#levels.length === 0) return line + 1;
    if (text[content] === '?' && isGap(text, content + 1, end)) return this.#rowsWithin(line + 1, content - start);

    const raw = content - start;
    const dash = text[content] === '-' && isGap(text, content + 1, end);
    const colon = dash ? undefined : this.#keyEnd(content, end);
    this.#endShift(raw, dash);
    if (!dash && colon === undefined) return this.#bare(line, row);
    return this.#entry(line, row, dash ? 'list' : 'map', colon);
  }

  /** A shift ends with the first line that stands further out, or where a line was meant to stand. */
  #endShift(raw: number, dash: boolean): void {
    const shift = this.#shift;
    if (!shift) return;
    const level = shift.by > 0 ? this.#levels.find(each => each.column === raw) : undefined;
    const fits = level !== undefined && (raw !== shift.from || (level.kind === 'list') === dash);
    if (raw < shift.from || fits) this.#shift = undefined;
  }

  #entry(line: number, row: Row, kind: 'map' | 'list', colon: number | undefined): number {
    const raw = row.content - row.start;
    const column = this.#place(row, kind);
    if (column === undefined) {
      this.#blank(row, 'unexpected');
      return line + 1;
    }
    const by = column - raw;
    this.#move(row, true);
    return kind === 'list'
      ? this.#item(line, row, row.content, by)
      : this.#keyed(line, row, colon!, this.#levels.at(-1)!, raw);
  }

  /** The content of a list item, which may be a list or a map that starts on the same line. */
  #item(line: number, row: Row, dash: number, by: number): number {
    const level = this.#levels.at(-1)!;
    let at = dash + 1;
    while (at < row.end && isBlank(this.#text[at])) at++;
    const raw = dash - row.start;
    level.awaiting = false;
    level.inner = undefined;
    if (at === row.end || this.#text[at] === '#') {
      level.awaiting = true;
      return line + 1;
    }
    const column = at - row.start + by;
    if (this.#text[at] === '-' && isGap(this.#text, at + 1, row.end)) {
      this.#levels.push({ column, kind: 'list', awaiting: false, inner: undefined });
      return this.#item(line, row, at, by);
    }
    const colon = this.#keyEnd(at, row.end);
    if (colon === undefined) return this.#value(line, row, at, level, raw, false);
    level.inner = column;
    const inner: Level = { column, kind: 'map', awaiting: false, inner: undefined };
    this.#levels.push(inner);
    return this.#keyed(line, row, colon, inner, at - row.start);
  }

  #keyed(line: number, row: Row, colon: number, level: Level, raw: number): number {
    let at = colon + 1;
    while (at < row.end && isBlank(this.#text[at])) at++;
    return this.#value(line, row, at, level, raw, false);
  }

  #value(line: number, row: Row, at: number, level: Level, raw: number, ownLine: boolean): number {
    const reading = this.#values.read(line, row, at, raw, ownLine);
    level.awaiting = reading.awaiting;
    return reading.next;
  }

  /** A line that is neither a key nor a list item: a value on a line of its own, or a key that is not finished. */
  #bare(line: number, row: Row): number {
    const raw = row.content - row.start;
    const column = raw + (this.#shift?.by ?? 0);
    while (this.#levels.length > 1 && this.#levels.at(-1)!.column > column) this.#levels.pop();
    const level = this.#levels.at(-1);
    if (!level) {
      return this.#whole(line, row);
    }
    if (level.awaiting && column > level.column) {
      this.#move(row, true);
      return this.#value(line, row, row.content, level, level.column - (this.#shift?.by ?? 0), true);
    }
    return this.#unfinished(line, row);
  }

  /** A value that is the whole document; with more below it, it is a stray line, whatever it opens. */
  #whole(line: number, row: Row): number {
    const patches = this.#patches.length;
    const problems = this.#problems.length;
    const { next } = this.#values.read(line, row, row.content, -1, true);
    if (this.#following(next - 1) === undefined) return next;
    this.#patches.length = patches;
    this.#problems.length = problems;
    return this.#unfinished(line, row);
  }

  /** `findings` without its colon, `label Foo`, `label:Foo`, or a stray line, which is left out. */
  #unfinished(line: number, row: Row): number {
    const end = trimmedEnd(
      this.#text,
      row.content,
      commentStart(this.#text, row.content, row.end, row.start) ?? row.end,
    );
    const words = this.#text.slice(row.content, end);
    const close = /^([A-Za-z][\w-]*):(?!\/\/)\S/.exec(words);
    const apart = /^([A-Za-z][\w-]*)[ \t]+\S/.exec(words);
    const next = this.#following(line);
    const raw = row.content - row.start;
    const leads =
      next !== undefined &&
      (next.content - next.start > raw || (next.content - next.start === raw && this.#text[next.content] === '-'));
    const top = this.#levels.at(-1);
    const below = this.#levels.at(-2);
    // Beside a list that stands at its key's own column, a word is rather a key half typed than an item.
    const flush = below?.kind === 'map' && below.column === top?.column;
    if (top?.kind === 'list' && !flush && top.column === raw + (this.#shift?.by ?? 0)) {
      this.#patches.push({ start: row.content, end: row.content, text: '- ' });
      this.#unreadable('missing-dash', row.content, end);
      return this.#value(line, row, row.content, top, raw, false);
    }
    if (close && (!this.knownKeys || this.knownKeys.has(close[1]!))) {
      return this.#completed(line, row, row.content + close[1]!.length, ' ', 'missing-space');
    }
    if (apart && this.knownKeys?.has(apart[1]!)) {
      return this.#completed(line, row, row.content + apart[1]!.length - 1, ':', 'missing-colon');
    }
    if (leads && /^[A-Za-z][\w-]*$/.test(words)) return this.#completed(line, row, end - 1, ':', 'missing-colon');
    this.#blank(row, top && top.column < raw + (this.#shift?.by ?? 0) ? 'unexpected' : 'missing-colon');
    return line + 1;
  }

  /** Reads a line as the key that it becomes once a sign is put in after the character at `colon`. */
  #completed(line: number, row: Row, colon: number, sign: string, detail: UnreadableDetail): number {
    const column = this.#place(row, 'map');
    if (column === undefined) {
      this.#blank(row, 'unexpected');
      return line + 1;
    }
    this.#move(row, true);
    this.#patches.push({ start: colon + 1, end: colon + 1, text: sign });
    this.#unreadable(detail, row.content, colon + 1);
    return this.#keyed(line, row, colon, this.#levels.at(-1)!, row.content - row.start);
  }

  /**
   * Finds the level that a line belongs to, opening or closing levels, and gives the column at which the line has to
   * stand; undefined when it can stand nowhere. A wrong column is told once for all lines that share it.
   */
  #place(row: Row, kind: 'map' | 'list'): number | undefined {
    const raw = row.content - row.start;
    const column = raw + (this.#shift?.by ?? 0);
    let popped: Level | undefined;
    while (this.#levels.length > 0 && this.#levels.at(-1)!.column > column) popped = this.#levels.pop();
    let top = this.#levels.at(-1);
    if (top?.column === column && kind === 'map' && top.kind === 'list') {
      const below = this.#levels.at(-2);
      if (below?.kind === 'map' && below.column === column) {
        this.#levels.pop();
        return column;
      }
      if (!below && this.#isKnown(row)) return this.#restart(row, column);
      const inner = top.inner;
      if (inner !== undefined) return this.#snap(row, inner, 'map');
      this.#patches.push({ start: row.content, end: row.content, text: '- ' });
      this.#unreadable('missing-dash', row.content, row.end);
      const level: Level = { column: column + 2, kind: 'map', awaiting: false, inner: undefined };
      top.inner = column + 2;
      this.#levels.push(level);
      return column;
    }
    if (top?.column === column && kind === 'list' && top.kind === 'map') {
      if (!top.awaiting) return undefined;
      top.awaiting = false;
      this.#levels.push({ column, kind, awaiting: false, inner: undefined });
      return column;
    }
    if (top?.column === column) return column;
    if (!top && popped && popped.kind === 'list' && kind === 'map') return this.#restart(row, column);
    if (!top && popped) return this.#snap(row, popped.column, kind, popped);
    if (!top || (top.awaiting && !popped)) {
      if (top) top.awaiting = false;
      else this.#root = row;
      this.#levels.push({ column, kind, awaiting: false, inner: undefined });
      return column;
    }
    if (popped) {
      if (column - top.column >= popped.column - column) return this.#snap(row, popped.column, kind, popped);
      return this.#snap(row, top.column, kind);
    }
    if (top.kind !== kind && kind === 'map') {
      top = this.#levels.findLast(level => level.kind === 'map') ?? top;
    }
    return top.kind === kind ? this.#snap(row, top.column, kind) : undefined;
  }

  #isKnown(row: Row): boolean {
    const word = /^([A-Za-z][\w-]*):/.exec(this.#text.slice(row.content, Math.min(row.end, row.content + 80)));
    return word !== null && this.knownKeys?.has(word[1]!) === true;
  }

  /** A list before the first key of a file is stray lines: they are left out, and the file starts here. */
  #restart(row: Row, column: number): number {
    const first = this.#root ?? row;
    const end = trimmedEnd(this.#text, first.content, first.end);
    this.#patches.push({ start: first.start, end: row.start, text: '' });
    const kept = this.#problems.filter(({ at }) => at[0] < first.start || at[0] >= row.start);
    this.#problems.splice(0, this.#problems.length, ...kept);
    this.#unreadable('unexpected', first.content, end);
    this.#shift = undefined;
    this.#root = row;
    this.#levels.length = 0;
    this.#levels.push({ column, kind: 'map', awaiting: false, inner: undefined });
    return column;
  }

  /** Moves a line, and the lines after it at its column or deeper, to where they must have been meant to stand. */
  #snap(row: Row, column: number, kind: 'map' | 'list', again?: Level): number | undefined {
    const raw = row.content - row.start;
    if (again) this.#levels.push(again);
    while (this.#levels.length > 0 && this.#levels.at(-1)!.column > column) this.#levels.pop();
    const top = this.#levels.at(-1);
    if (top && top.column === column && top.kind !== kind) {
      if (kind === 'list') return undefined;
      this.#levels.pop();
    }
    if (this.#levels.at(-1)?.column !== column) {
      this.#levels.push({ column, kind, awaiting: false, inner: undefined });
    }
    this.#shift = { from: raw, by: column - raw };
    const end = commentStart(this.#text, row.content, row.end, row.start) ?? row.end;
    this.#unreadable(
      'bad-indent',
      row.content,
      trimmedEnd(this.#text, row.content, this.#keyEnd(row.content, end) ?? end),
    );
    return column;
  }

  /** Gives a line the indentation that the shift at hand asks for. Lines inside a value move outwards with it only. */
  #move(row: Row, own: boolean): void {
    const shift = this.#shift;
    if (!shift || shift.by === 0 || row.content === row.end) return;
    const raw = row.content - row.start;
    if (raw < shift.from || (!own && shift.by < 0)) return;
    this.#patches.push({ start: row.start, end: row.content, text: ' '.repeat(Math.max(0, raw + shift.by)) });
  }

  /** Leaves a line out. Stray lines one below another are one mistake. */
  #blank(row: Row, detail: UnreadableDetail): void {
    const end = trimmedEnd(this.#text, row.content, row.end);
    this.#patches.push({ start: row.content, end, text: '' });
    if (this.#strayUntil !== row.start) this.#unreadable(detail, row.content, end);
    this.#strayUntil = this.rows.row(this.rows.lineOf(row.end) + 1).start;
  }

  #unreadable(detail: UnreadableDetail, start: number, end: number): void {
    const text = shown(this.#text.slice(start, end));
    this.#problems.push(problem(yamlCodes.unreadable, [start, end], { detail, text }));
  }

  /** The next line that is neither blank nor a comment. */
  #following(line: number): Row | undefined {
    for (let next = line + 1; next < this.rows.count; next++) {
      const row = this.rows.row(next);
      if (row.content < row.end && this.#text[row.content] !== '#') return row;
    }
    return undefined;
  }

  /** The first line at or after one that is not set in deeper than a column. */
  #rowsWithin(line: number, column: number): number {
    let next = line;
    for (; next < this.rows.count; next++) {
      const row = this.rows.row(next);
      if (row.content < row.end && row.content - row.start <= column) break;
    }
    return next;
  }

  /** The offset of the colon after a key that starts here; undefined when no key does. */
  #keyEnd(start: number, end: number): number | undefined {
    const sign = this.#text[start]!;
    if (sign === '"' || sign === "'") {
      let at = quoteEnd(this.#text, start, end);
      if (at === undefined) return undefined;
      while (at < end && isBlank(this.#text[at])) at++;
      return this.#text[at] === ':' && isGap(this.#text, at + 1, end) ? at : undefined;
    }
    if ('[{#|>@`%!,]}'.includes(sign)) return undefined;
    return colonIn(this.#text, start, commentStart(this.#text, start, end, start - 1) ?? end);
  }
}

/** A space, a tab or the end of the line. */
function isGap(text: string, at: number, end: number): boolean {
  return at >= end || isBlank(text[at]);
}

function isMarker(text: string, start: number, end: number): boolean {
  return (text.startsWith('---', start) || text.startsWith('...', start)) && isGap(text, start + 3, end);
}
