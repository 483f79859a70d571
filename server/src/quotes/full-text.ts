import { decode } from '../text/decode.js';
import { Lines } from '../text/lines.js';
import type { Place, Span } from '../text/span.js';
import { type Letters, lettersOf } from './letters.js';
import { sourceOffset, stripHtml } from './markup.js';
import type { PagedText, Pause, PdfReader } from './paged.js';
import { documentPages, type Pages, pageAt, pagesOf } from './pages.js';

/** A longer text is not searched: a book of two thousand pages is shorter. In UTF-16 units. */
const longest = 8_000_000;
/** Of the pages of a document so many may be without words. Where more are, most of it is pictures that nobody has read. */
const mostEmpty = 0.25;
const leastLetters = 20;
/** Of the signs of a document so many may be none that anybody can read; a font that does not say its letters gives more. */
const mostUnreadable = 0.05;

/** What the reading of a full text needs of others. */
export interface Reading {
  /** Undefined where PDFs cannot be read. */
  readonly pdf: PdfReader | undefined;
  readonly pause: Pause;
}

/** Turns the bytes of a full text into one that can be searched; undefined where they are none. */
export type FullTextReader = (bytes: Uint8Array, reading: Reading) => Promise<FullText | undefined>;

/** The forms of full texts that are plain text, by the ending of their names. */
const texts: Readonly<Record<string, (text: string) => FullText | undefined>> = {
  txt: fromText,
  md: fromText,
  markdown: fromText,
  html: fromHtml,
  htm: fromHtml,
};

/** Whether a full text is plain text, by its name: an editor can show it line by line. */
export function isPlain(path: string): boolean {
  return Object.hasOwn(texts, endingOf(path));
}

/** Reads a full text that is plain text, which takes no time to speak of; undefined for others. */
export function readPlain(path: string, bytes: Uint8Array): FullText | undefined {
  return isPlain(path) ? texts[endingOf(path)]?.(decode(bytes).text) : undefined;
}

/** The reader for a file, by its name. */
export function readerFor(path: string): FullTextReader | undefined {
  if (isPlain(path)) return async bytes => readPlain(path, bytes);
  if (endingOf(path) !== 'pdf') return undefined;
  return async (bytes, { pdf, pause }) => {
    // A reader that cannot be loaded, or fails in a way that it does not know, is as good as none.
    const paged = await pdf?.(bytes, pause).catch(() => undefined);
    return paged && fromPages(paged);
  };
}

function endingOf(path: string): string {
  return /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** A page or several, by the numbers of the first and the last; undefined where they have none. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
  /** Whether the text says these numbers itself; else they are counted from 1. */
  readonly printed: boolean;
}

/** What is known of a text beside its words. */
export interface FullTextOptions {
  /** Where a span of the words lies in the lines of the file; by default they are the text of the file. */
  readonly place?: (span: Span) => Place;
  /** By default what the words say of their pages. */
  readonly pages?: Pages;
  /** True for a file that is shown page by page and has no lines. */
  readonly sheets?: boolean;
  /** False where some of the text could not be read. */
  readonly whole?: boolean;
}

/** The text of a study, ready to be searched. */
export class FullText {
  readonly letters: Letters;
  readonly pages: Pages;
  /** False where some of it could not be read: what is not found may stand there. */
  readonly whole: boolean;
  private readonly sheets: boolean;
  private readonly place: (span: Span) => Place;

  constructor(
    readonly plain: string,
    { place, pages, sheets = false, whole = true }: FullTextOptions = {},
  ) {
    this.pages = pages ?? pagesOf(plain);
    this.letters = lettersOf(plain, this.pages.skipped);
    this.whole = whole;
    this.sheets = sheets;
    const lines = place ? undefined : new Lines(plain);
    this.place = place ?? (span => lines!.placeOf(span));
  }

  /** The span of the plain text from one letter to another, the last not included. */
  spanOf(from: number, to: number): Span {
    return [this.letters.from[from] ?? 0, this.letters.to[Math.max(from, to - 1)] ?? 0];
  }

  /** The same in the lines of the file; the head of a file that has none. */
  placeOf(from: number, to: number): Place {
    return this.place(this.spanOf(from, to));
  }

  /** Which sheet of the file a letter stands on, counted from 1; undefined for a file that has lines. */
  sheetOf(from: number): number | undefined {
    return this.sheets ? pageAt(this.pages.starts, this.spanOf(from, from)[0]) + 1 : undefined;
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
  return text.length > longest ? undefined : new FullText(text);
}

function fromHtml(html: string): FullText | undefined {
  const stripped = stripHtml(html);
  if (stripped.text.length > longest) return undefined;
  const lines = new Lines(html);
  return new FullText(stripped.text, {
    place: ([start, end]) =>
      lines.placeOf([sourceOffset(stripped, start), sourceOffset(stripped, Math.max(start, end - 1)) + 1]),
  });
}

const head: Place = { line: 0, character: 0, endLine: 0, endCharacter: 0 };

function fromPages({ pages, labels, whole }: PagedText): FullText | undefined {
  const plain = pages.map(page => page.replaceAll('\f', ' ')).join('\f');
  const unreadable = plain.match(/[\ufffd\ue000-\uf8ff]|(?![\n\f\t])\p{Cc}/gu)?.length ?? 0;
  if (plain.length > longest || unreadable > plain.length * mostUnreadable) return undefined;
  const empty = pages.filter(page => page.replace(/\P{L}/gu, '').length < leastLetters).length;
  return new FullText(plain, {
    place: () => head,
    pages: documentPages(plain, labels),
    sheets: true,
    whole: whole && empty <= pages.length * mostEmpty,
  });
}
