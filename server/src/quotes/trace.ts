import type { Span } from '../text/span.js';
import { findQuote } from './find.js';
import { FullText } from './full-text.js';
import { type Difference, Passages } from './nearest.js';
import { readQuote } from './normalise.js';
import { stretchIn } from './stretch.js';

/** A passage that a quote was most likely meant to be. */
export interface Traced {
  /** Which of the texts it stands in. */
  readonly index: number;
  /** None where it stands there word for word. */
  readonly differences: readonly Difference[];
  /** Where in the quote, as it is written, the one short difference lies. */
  readonly stretch?: Span;
}

/** Words of a quote that may differ from a passage which it is still held to be: less than in a full text, to be sure. */
const mostChanged = 0.3;

/** What stands between quotation marks in a sentence. */
const quoted = /"([^"]+)"|“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»/g;
/** Shorter ones are terms, titles and turns of phrase. */
const leastWords = 5;

/** Whether words are so many that they are somebody's, and no term. */
export function isLong(words: string): boolean {
  return words.trim().split(/\s+/).length >= leastWords;
}

/** The quotes of a sentence that are long enough to be somebody's words. */
export function quotesOf(sentence: string): readonly string[] {
  return [...sentence.matchAll(quoted)].flatMap(match => {
    const words = match.slice(1).find(each => each !== undefined) ?? '';
    return isLong(words) ? [words.trim()] : [];
  });
}

/** A short text, such as a finding of a study, ready to be searched. */
export function searchable(text: string): FullText {
  return new FullText(text);
}

/** Traces a quote to one of some texts, the one that holds it or one that is like it; undefined where none is. */
export function trace(written: string, texts: readonly FullText[]): Traced | undefined {
  const quote = readQuote(written);
  if (!quote) return undefined;
  const holder = texts.findIndex(text => findQuote(text.letters, quote).length > 0);
  if (holder !== -1) return { index: holder, differences: [] };
  const [piece] = quote.pieces;
  // With an ellipsis the parts may come from different findings, which nobody writes down as one.
  if (!piece || quote.pieces.length > 1) return undefined;
  const words = piece.runs.reduce((sum, run) => sum + run.words.length, 0);
  let best: (Traced & { readonly changed: number }) | undefined;
  for (const [index, text] of texts.entries()) {
    const near = new Passages(text).nearest(piece);
    if (!near) continue;
    const changed = near.differences.reduce((sum, each) => sum + Math.max(count(each.quote), count(each.text)), 0);
    if (changed > words * mostChanged || (best && changed >= best.changed)) continue;
    const stretch = near.stretch && stretchIn(written, quote.pieces, piece, near.stretch);
    best = { index, differences: near.differences, ...(stretch && { stretch }), changed };
  }
  return best && { index: best.index, differences: best.differences, ...(best.stretch && { stretch: best.stretch }) };
}

function count(words: string): number {
  return words === '' ? 0 : words.split(' ').length;
}
