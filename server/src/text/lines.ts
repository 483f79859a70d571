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
  #starts: Uint32Array | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** How many lines there are; an empty text has one, and a text that ends in a line break ends in an empty line. */
  get count(): number {
    return this.#table().length;
  }

  /** The line and character of an offset. An offset between `\r` and `\n` counts as before the `\r`. */
  positionAt(offset: number): { line: number; character: number } {
    const starts = this.#table();
    const inside = clamp(offset, this.#text.length);
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (starts[middle]! <= inside) low = middle;
      else high = middle;
    }
    const start = starts[low]!;
    return { line: low, character: Math.min(inside, this.#contentEnd(low)) - start };
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
    const start = this.positionAt(span[0]);
    const end = this.positionAt(Math.max(span[0], span[1]));
    return {
      line: start.line - fromLine,
      character: start.character,
      endLine: end.line - fromLine,
      endCharacter: end.character,
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

  #table(): Uint32Array {
    this.#starts ??= lineStarts(this.#text);
    return this.#starts;
  }

  /** Where the content of a line ends: before its line break, or at the end of the text. */
  #contentEnd(line: number): number {
    const next = this.#table()[line + 1];
    if (next === undefined) return this.#text.length;
    const crlf = this.#text.charCodeAt(next - 1) === LINE_FEED && this.#text.charCodeAt(next - 2) === CARRIAGE_RETURN;
    return crlf && next - 2 >= this.#table()[line]! ? next - 2 : next - 1;
  }
}

function lineStarts(text: string): Uint32Array {
  let starts = new Uint32Array(64 + (text.length >>> 5));
  let count = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== LINE_FEED && code !== CARRIAGE_RETURN) continue;
    if (code === CARRIAGE_RETURN && text.charCodeAt(i + 1) === LINE_FEED) i++;
    if (count === starts.length) {
      const larger = new Uint32Array(count * 2);
      larger.set(starts);
      starts = larger;
    }
    starts[count++] = i + 1;
  }
  return starts.slice(0, count);
}

function clamp(value: number, most: number): number {
  if (!(value > 0)) return 0;
  return value >= most ? most : Math.floor(value);
}
