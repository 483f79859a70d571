import { decode } from '../text/decode.js';
import { Lines } from '../text/lines.js';
import type { Place, Span } from '../text/span.js';
import { type Letters, lettersOf } from './letters.js';
import { type Stripped, sourceOffset, stripHtml } from './markup.js';
import { type Pages, pageAt, pagesOf } from './pages.js';

/** A longer text is not searched: a book of two thousand pages is shorter. In UTF-16 units. */
const longest = 8_000_000;

/** Turns the bytes of a full text into one that can be searched; undefined where they are none. */
export type FullTextReader = (bytes: Uint8Array) => FullText | undefined;

/**
 * The forms of full texts that are read, by the ending of their names. PDF has none yet: a reader for it would have to be
 * loaded only when needed, and give the text of its pages with form feeds between them.
 */
const readers: Readonly<Record<string, FullTextReader>> = {
  txt: bytes => fromText(decode(bytes).text),
  md: bytes => fromText(decode(bytes).text),
  markdown: bytes => fromText(decode(bytes).text),
  html: bytes => fromHtml(decode(bytes).text),
  htm: bytes => fromHtml(decode(bytes).text),
};

/** The reader for a file, by its name. */
export function readerFor(path: string): FullTextReader | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(readers, ending) ? readers[ending] : undefined;
}

/** A page or several, by the numbers of the first and the last; undefined where they have none. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
  /** Whether the text says these numbers itself; else they are counted from 1. */
  readonly printed: boolean;
}

/** The text of a study, ready to be searched. */
export class FullText {
  readonly letters: Letters;
  readonly pages: Pages;
  private readonly lines: Lines;

  /** @param plain the words; `stripped` says where they stand in `source`, the text of the file, if not at the same place */
  constructor(
    readonly plain: string,
    source: string,
    private readonly stripped?: Stripped,
  ) {
    this.pages = pagesOf(plain);
    this.letters = lettersOf(plain, this.pages.skipped);
    this.lines = new Lines(source);
  }

  /** The span of the plain text from one letter to another, the last not included. */
  spanOf(from: number, to: number): Span {
    return [this.letters.from[from] ?? 0, this.letters.to[Math.max(from, to - 1)] ?? 0];
  }

  /** The same in the lines of the file. */
  placeOf(from: number, to: number): Place {
    const [start, end] = this.spanOf(from, to);
    const { stripped } = this;
    if (!stripped) return this.lines.placeOf([start, end]);
    return this.lines.placeOf([sourceOffset(stripped, start), sourceOffset(stripped, Math.max(start, end - 1)) + 1]);
  }

  /** The pages on which letters stand. */
  pagesOf(from: number, to: number): PageRange | undefined {
    const { starts, printed } = this.pages;
    const [start, end] = this.spanOf(from, to);
    const first = starts[pageAt(starts, start)]?.number;
    const last = starts[pageAt(starts, Math.max(start, end - 1))]?.number;
    return first === undefined || last === undefined ? undefined : { from: first, to: last, printed };
  }

  /** The words from one letter to another as they stand there, on one line, without marks of pages. */
  words(from: number, to: number): string {
    const [start, end] = this.spanOf(from, to);
    let text = '';
    let at = start;
    for (const [skipFrom, skipTo] of this.pages.skipped) {
      if (skipTo <= at || skipFrom >= end) continue;
      text += `${this.plain.slice(at, skipFrom)} `;
      at = skipTo;
    }
    return (text + this.plain.slice(at, end))
      .replace(/(\p{L})[-\u00ad\u2010]\s*\n\s*(?=\p{Ll})/gu, '$1')
      .replace(/\s+/g, ' ')
      .trim();
  }
}

function fromText(text: string): FullText | undefined {
  return text.length > longest ? undefined : new FullText(text, text);
}

function fromHtml(html: string): FullText | undefined {
  const stripped = stripHtml(html);
  return stripped.text.length > longest ? undefined : new FullText(stripped.text, html, stripped);
}
