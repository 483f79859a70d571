import type { Place, Span } from '../text/span.js';
import { findPiece, findQuote, type Hit } from './find.js';
import type { FullText, PageRange } from './full-text.js';
import { type Difference, Passages } from './nearest.js';
import { type Piece, type Quote, readQuote } from './normalise.js';
import { stretchIn } from './stretch.js';

/** A place in a full text. */
export interface Passage {
  /** The file, relative to the review's folder. */
  readonly path: string;
  readonly at: Place;
  readonly pages: PageRange | undefined;
  /** The sheet of a file that is shown page by page and has no lines, such as a PDF: counted from 1, whatever is printed on it. */
  readonly sheet?: number;
}

/** What became of looking up a quote in the full texts of its study. Small, and all that is kept of them. */
export type Lookup =
  /** It stands there, at these places: all of them, or the first few. */
  | { readonly kind: 'found'; readonly places: readonly Passage[] }
  /** It does not, but something like it does. */
  | {
      readonly kind: 'near';
      readonly place: Passage;
      readonly words: string;
      readonly differences: readonly Difference[];
      /** Where in the quote, as it is written, the one short difference lies; absent where there are several, or it is long. */
      readonly stretch?: Span;
    }
  | { readonly kind: 'absent' }
  /** It cannot be told: a quote without words, one too long to be looked up, or one that may stand where nothing could be read. */
  | { readonly kind: 'unsure' };

/** A full text and where it lies. */
export interface Source {
  readonly path: string;
  readonly text: FullText;
}

const mostPlaces = 12;
/** A full text of fewer letters is an empty page, or a scan that nobody has recognised letters in. */
const leastLetters = 100;

/** Looks quotes up in the full texts of one study: its own paper, and others that report it. */
export class Finder {
  private readonly sources: readonly Source[];
  private readonly passages = new Map<Source, Passages>();

  constructor(sources: readonly Source[]) {
    this.sources = sources.filter(({ text }) => text.letters.lower.length >= leastLetters);
  }

  /** True where there is no text to look into. */
  get isEmpty(): boolean {
    return this.sources.length === 0;
  }

  lookUp(written: string): Lookup {
    const quote = readQuote(written);
    if (!quote || this.isEmpty) return { kind: 'unsure' };
    for (const form of formsOf(written, quote)) {
      const places = this.sources.flatMap(source => hitsOf(source, form));
      if (places.length > 0) return { kind: 'found', places: places.slice(0, mostPlaces) };
    }
    const near = this.nearest(written, quote);
    return near.kind === 'found' || this.sources.every(({ text }) => text.whole) ? near : { kind: 'unsure' };
  }

  private nearest(written: string, { pieces }: Quote): Lookup {
    let best:
      | { piece: Piece; source: Source; near: NonNullable<ReturnType<Passages['nearest']>>; score: number }
      | undefined;
    for (const piece of [...pieces].sort((a, b) => lengthOf(b) - lengthOf(a))) {
      if (pieces.length > 1 && this.sources.some(({ text }) => findPiece(text.letters, piece).length > 0)) continue;
      for (const source of this.sources) {
        const passages = this.passages.get(source) ?? new Passages(source.text);
        this.passages.set(source, passages);
        const near = passages.nearest(piece);
        const score = near?.differences.length ?? 0;
        if (near && (!best || score < best.score)) best = { piece, source, near, score };
      }
      if (best) break;
    }
    if (!best) return { kind: 'absent' };
    const { piece, source, near } = best;
    if (near.differences.length === 0) return { kind: 'found', places: [passageOf(source, near)] };
    const stretch = near.stretch && stretchIn(written, pieces, piece, near.stretch);
    return {
      kind: 'near',
      place: passageOf(source, near),
      words: source.text.words(near.from, near.to).slice(0, 600),
      differences: near.differences.slice(0, 8),
      ...(stretch && { stretch }),
    };
  }
}

function lengthOf({ runs }: Quote['pieces'][number]): number {
  return runs.reduce((sum, run) => sum + run.cased.length, 0);
}

/** The quote as it is written, and without what is no part of it: a speaker's name before it, a bracket that closes it. */
function* formsOf(written: string, quote: Quote): Iterable<Quote> {
  yield quote;
  const bare = written.replace(/^\s*[\p{L}\p{N} .-]{1,24}:\s+/u, '').replace(/\s*\([^()]{1,80}\)[\s.”"’']*$/, '');
  const form = bare === written ? undefined : readQuote(bare);
  if (form) yield form;
}

function hitsOf(source: Source, quote: Quote): Passage[] {
  const { letters } = source.text;
  const hits = findQuote(letters, quote);
  if (hits.length > 0) return hits.slice(0, mostPlaces).map(hit => passageOf(source, hit));
  if (quote.pieces.length < 2) return [];
  // Everything stands there, though further apart or in another order than an ellipsis tells of: the words are right.
  const each = quote.pieces.map(piece => findPiece(letters, piece));
  return each.every(found => found.length > 0) ? each.map(found => passageOf(source, found[0]!)) : [];
}

function passageOf({ path, text }: Source, { from, to }: Hit): Passage {
  const sheet = text.sheetOf(from);
  return {
    path,
    at: text.placeOf(from, to),
    pages: text.pagesOf(from, to),
    ...(sheet !== undefined && { sheet }),
  };
}
