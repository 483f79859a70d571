import type { Place, Span } from './span.js';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * The lines of a text: translates between UTF-16 offsets and lines with characters, both from 0, as in the Language
 * Server Protocol: `\n`, `\r\n` and `\r` each end a line. Nothing here throws: what lies outside the text is moved to
 * its nearest end. The line table is made on the first question, so that a `Lines` that nobody asks costs nothing.
 */
export class Lines {
  readonly #text: string;
  #starts: readonly number[] | undefined;
  /** The line that was found last: most questions are about places that follow one another. */
  #last = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** How many lines there are; an empty text has one, and a text that ends in a line break ends in an empty line. */
  get count(): number {
    return this.#table().length;
  }

  /** The line and character of an offset. An offset between `\r` and `\n` counts as before the `\r`. */
  positionAt(offset: number): { line: number; character: number } {
    const inside = clamp(offset, this.#text.length);
    const line = this.#lineOf(inside);
    return { line, character: this.#characterOf(inside, line) };
  }

  /** The offset of a line and character; a character past the end of its line means that end, before the line break. */
  offsetAt(line: number, character: number): number {
    const starts = this.#table();
    if (!(line >= 0)) return 0;
    if (line >= starts.length) return this.#text.length;
    const row = Math.floor(line);
    const start = starts[row]!;
    return start + clamp(character, this.#contentEnd(row) - start);
  }

  /** A span as a place. With `fromLine` its lines count from there: the first line of the chunk that holds it. */
  placeOf(span: Span, fromLine = 0): Place {
    const most = this.#text.length;
    const start = clamp(span[0], most);
    const end = clamp(Math.max(span[0], span[1]), most);
    const line = this.#lineOf(start);
    const endLine = this.#lineOf(end);
    return {
      line: line - fromLine,
      character: this.#characterOf(start, line),
      endLine: endLine - fromLine,
      endCharacter: this.#characterOf(end, endLine),
    };
  }

  /** A place as a span; the inverse of `placeOf` with the same `fromLine`. */
  spanOf(place: Place, fromLine = 0): Span {
    const start = this.offsetAt(place.line + fromLine, place.character);
    return [start, Math.max(start, this.offsetAt(place.endLine + fromLine, place.endCharacter))];
  }

  /** The offsets of a line without its line break. */
  lineSpan(line: number): Span {
    return [this.offsetAt(line, 0), this.offsetAt(line, Number.POSITIVE_INFINITY)];
  }

  #table(): readonly number[] {
    this.#starts ??= lineStarts(this.#text);
    return this.#starts;
  }

  /** The line of an offset that lies in the text. */
  #lineOf(offset: number): number {
    const starts = this.#table();
    let low = this.#last;
    let high = starts.length;
    if (starts[low]! > offset) {
      high = low;
      low = 0;
    } else {
      for (let near = low + 1; near < low + 4; near++) {
        if (near >= high || starts[near]! > offset) {
          this.#last = near - 1;
          return near - 1;
        }
      }
    }
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    this.#last = low;
    return low;
  }

  #characterOf(offset: number, line: number): number {
    const starts = this.#starts!;
    // Only next to a line break may an offset lie outside the line's content.
    const near = offset + 1 >= (starts[line + 1] ?? 0);
    return (near ? Math.min(offset, this.#contentEnd(line)) : offset) - starts[line]!;
  }

  /** Where the content of a line ends: before its line break, or at the end of the text. */
  #contentEnd(line: number): number {
    const next = this.#table()[line + 1];
    if (next === undefined) return this.#text.length;
    const crlf = this.#text.charCodeAt(next - 1) === LINE_FEED && this.#text.charCodeAt(next - 2) === CARRIAGE_RETURN;
    return crlf && next - 2 >= this.#table()[line]! ? next - 2 : next - 1;
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== LINE_FEED && code !== CARRIAGE_RETURN) continue;
    if (code === CARRIAGE_RETURN && text.charCodeAt(i + 1) === LINE_FEED) i++;
    starts.push(i + 1);
  }
  return starts;
}

function clamp(value: number, most: number): number {
  if (!(value > 0)) return 0;
  return value >= most ? most : Math.floor(value);
}
