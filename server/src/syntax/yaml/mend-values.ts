import { closingQuote, quoteEnd, readFlow, unclosed } from './flow.js';
import type { SyntaxProblem } from './located.js';
import { type Patch, placeholder } from './patches.js';
import { problem, shown, yamlCodes } from './problems.js';
import {
  colonIn,
  commentStart,
  folded,
  isBlank,
  isHashWord,
  isRestEmpty,
  type Row,
  type Rows,
  trimmedEnd,
} from './rows.js';

/** What reading a value told about the lines after it. */
export interface ValueReading {
  /** The line after the value, or after its key when the value is still to come. */
  readonly next: number;
  /** Whether there was nothing on the line, so that deeper lines are the value. */
  readonly awaiting: boolean;
}

/** A text that runs over one or several lines. */
interface Stretch {
  readonly end: number;
  /** The line after the last. */
  readonly next: number;
}

/** Finds mistakes in the values of keys and list items, and patches them. */
export class MendedValues {
  readonly #text: string;

  constructor(
    private readonly rows: Rows,
    private readonly knownKeys: ReadonlySet<string> | undefined,
    private readonly patches: Patch[],
    private readonly problems: SyntaxProblem[],
  ) {
    this.#text = rows.text;
  }

  /**
   * Reads the value that starts at `at` in a line. `column` is where its key or dash stands, -1 for a whole document;
   * deeper lines may belong to the value. `ownLine` says that it stands below its key.
   */
  read(line: number, row: Row, at: number, column: number, ownLine: boolean): ValueReading {
    const start = this.#afterProperties(at, row.end);
    if (start >= row.end || (this.#text[start] === '#' && isBlank(this.#text[start - 1]))) {
      return { next: line + 1, awaiting: true };
    }
    switch (this.#text[start]) {
      case '|':
      case '>':
        if (!/^[|>]([+-]?[1-9]?|[1-9][+-])[ \t]*$|^[|>][-+1-9]*[ \t]+#/.test(this.#text.slice(start, row.end))) break;
        return { next: this.#linesWithin(line + 1, column), awaiting: false };
      case '"':
      case "'":
        return this.#quoted(line, row, start, column);
      case '[':
      case '{':
        return this.#flow(line, row, start, column);
      case '*':
        if (/^\*[^\s,[\]{}]+[ \t]*($|[ \t]#)/.test(this.#text.slice(start, row.end))) {
          return { next: line + 1, awaiting: false };
        }
        break;
      case '-':
      case '?':
        if (ownLine || (start + 1 < row.end && !isBlank(this.#text[start + 1]))) {
          return this.#plain(line, row, start, column);
        }
        break;
      case '&':
      case '@':
      case '`':
      case '%':
      case ',':
      case ']':
      case '}':
        break;
      default:
        return this.#plain(line, row, start, column);
    }
    return this.#special(line, row, start, column);
  }

  /** After anchors and tags. */
  #afterProperties(at: number, end: number): number {
    let start = at;
    for (;;) {
      const sign = this.#text[start];
      if (start >= end || (sign !== '&' && sign !== '!')) return start;
      let after = start + 1;
      while (after < end && !isBlank(this.#text[after])) after++;
      if (sign === '&' && after === start + 1) return start;
      while (after < end && isBlank(this.#text[after])) after++;
      start = after;
    }
  }

  #special(line: number, row: Row, start: number, column: number): ValueReading {
    const stretch = this.#stretch(line, row, start, column);
    this.#recover(yamlCodes.specialStart, start, stretch.end, this.#text[start]!);
    return { next: stretch.next, awaiting: false };
  }

  #quoted(line: number, row: Row, start: number, column: number): ValueReading {
    const limit = this.#contentEnd(this.#linesWithin(line + 1, column), row.end);
    const end = quoteEnd(this.#text, start, limit);
    if (end === undefined) {
      const last = this.#contentEnd(this.#nextKey(line + 1, limit), row.end);
      const stop = trimmedEnd(this.#text, start + 1, Math.min(limit, last));
      this.patches.push({ start: stop, end: stop, text: closingQuote(this.#text, start, stop) });
      this.problems.push(unclosed(start, this.#text[start]!));
      return { next: this.rows.lineOf(stop) + 1, awaiting: false };
    }
    return this.#after(line, row, start, end, column);
  }

  #flow(line: number, row: Row, start: number, column: number): ValueReading {
    let next = this.#linesWithin(line + 1, column);
    const closing = this.rows.row(next);
    if (next > line && /^[\]}]/.test(this.#text.slice(closing.content, closing.content + 1))) next++;
    let limit = this.#contentEnd(next, row.end);
    let reading = readFlow(this.#text, start, limit, this.knownKeys);
    const key = this.#nextKey(line + 1, reading.end ?? limit);
    if (reading.problems.length > 0 && this.rows.row(key).start < (reading.end ?? limit)) {
      // A bracket that runs into the keys below it was never closed before them.
      if (isRestEmpty(this.#text, start + 1, row.end)) {
        this.patches.push({ start, end: start + 1, text: ' ' });
        this.problems.push(unclosed(start, this.#text[start]!));
        return { next: line + 1, awaiting: true };
      }
      limit = this.#contentEnd(key, row.end);
      reading = readFlow(this.#text, start, limit, this.knownKeys);
    }
    if (reading.end !== undefined) {
      const last = this.rows.row(this.rows.lineOf(reading.end - 1));
      if (!isRestEmpty(this.#text, reading.end, last.end)) return this.#after(line, row, start, reading.end, column);
    }
    for (const patch of reading.patches) this.patches.push(patch);
    for (const each of reading.problems) this.problems.push(each);
    const stop = reading.end ?? limit;
    return { next: this.rows.lineOf(Math.max(start, stop - 1)) + 1, awaiting: false };
  }

  /** After a closing quote or bracket nothing may come: if it does, all of it is text that only began specially. */
  #after(line: number, row: Row, start: number, end: number, column: number): ValueReading {
    const lastLine = this.rows.lineOf(end - 1);
    const last = this.rows.row(lastLine);
    if (isRestEmpty(this.#text, end, last.end) || this.#text[end] === ':') {
      return { next: lastLine + 1, awaiting: false };
    }
    return this.#special(line, row, start, column);
  }

  #plain(line: number, row: Row, start: number, column: number): ValueReading {
    const stretch = this.#stretch(line, row, start, column);
    const comment = commentStart(this.#text, start, Math.min(row.end, stretch.end), start - 1);
    let swallows = false;
    for (let below = line; below < stretch.next && !swallows; below++) {
      const { content, end } = this.rows.row(below);
      const from = below === line ? start : content;
      swallows = colonIn(this.#text, from, Math.min(end, stretch.end)) !== undefined;
    }
    if (swallows) this.#recover(yamlCodes.colonSwallows, start, stretch.end, ':');
    else if (comment !== undefined && stretch.next > line + 1) {
      this.#recover(yamlCodes.commentCuts, start, stretch.end, '#');
    }
    return { next: stretch.next, awaiting: false };
  }

  /** The first line at or after one, up to an offset, that starts with a key. */
  #nextKey(line: number, limit: number): number {
    let next = line;
    while (next < this.rows.count && this.rows.row(next).start < limit && !this.#isKey(this.rows.row(next))) next++;
    return next;
  }

  /** True for a line that starts with a key that we know or, where none are known, with a single word and a colon. */
  #isKey(row: Row): boolean {
    const word = /^([A-Za-z][\w-]*):(\s|$)/.exec(this.#text.slice(row.content, Math.min(row.end, row.content + 80)));
    return word !== null && (!this.knownKeys || this.knownKeys.has(word[1]!));
  }

  /**
   * How far an unquoted text goes: over deeper lines, up to an ordinary comment. A `#` with a letter right after it is
   * taken for a part of the text.
   */
  #stretch(line: number, row: Row, start: number, column: number): Stretch {
    let end = start;
    let next = line;
    let current: Row = row;
    let from = start;
    for (;;) {
      const comment = this.#realComment(from, current.end);
      if (comment !== undefined && comment === from && next > line) break;
      end = trimmedEnd(this.#text, from, comment ?? current.end);
      next++;
      if (comment !== undefined) break;
      let ahead = next;
      while (ahead < this.rows.count && isBlankRow(this.rows.row(ahead))) ahead++;
      if (ahead >= this.rows.count) break;
      current = this.rows.row(ahead);
      if (current.content - current.start <= column || (ahead > line && this.#isKey(current))) break;
      if (column < 0 && isDocumentMarker(this.#text, current)) break;
      from = current.content;
      next = ahead;
    }
    return { end: Math.max(end, start + 1), next };
  }

  /** Where an ordinary comment starts: ` #` and white space, another `#`, or the end of the line. */
  #realComment(from: number, end: number): number | undefined {
    let at = commentStart(this.#text, from, end, from);
    while (at !== undefined) {
      if (at + 1 >= end || !isHashWord(this.#text, at)) return at;
      at = commentStart(this.#text, at + 1, end, -1);
    }
    return undefined;
  }

  #recover(code: string, start: number, end: number, sign: string): void {
    const value = folded(this.#text.slice(start, end));
    this.patches.push({ start, end, text: placeholder, value: { value, at: [start, end], style: 'plain' } });
    this.problems.push(problem(code, [start, end], { value: shown(value), sign }));
  }

  /** The first line at or after one that is neither blank nor set in deeper than a column. */
  #linesWithin(line: number, column: number): number {
    let next = line;
    for (; next < this.rows.count; next++) {
      const row = this.rows.row(next);
      if (!isBlankRow(row) && row.content - row.start <= column) break;
      if (column < 0 && isDocumentMarker(this.#text, row)) break;
    }
    return next;
  }

  /** Where the content of the lines before a line ends. */
  #contentEnd(next: number, least: number): number {
    let line = next - 1;
    while (line > 0 && isBlankRow(this.rows.row(line)) && this.rows.row(line).end > least) line--;
    return Math.max(least, this.rows.row(line).end);
  }
}

function isBlankRow(row: Row): boolean {
  return row.content === row.end;
}

function isDocumentMarker(text: string, row: Row): boolean {
  return row.content === row.start && /^(---|\.\.\.)(\s|$)/.test(text.slice(row.start, row.start + 4));
}
