import type { Span } from '../../text/span.js';
import type { BracketedNumber, Citation } from './document.js';
import { scanInline } from './inline.js';
import { toCitation, toNumber } from './read-block.js';
import { Words } from './words.js';

const NO_LABELS: ReadonlySet<string> = new Set();

/**
 * The citations in a stretch of a text that has no sentences: the words of a heading, a table. Such citations support
 * nothing, but a renamed key has to be found there too. Gives spans in offsets of `text`, in document order.
 */
export function citationsIn(text: string, span: Span): Citation[] {
  return citedIn(text, span).citations;
}

/** The same with the numbers in brackets, which may be citations as well. */
export function citedIn(text: string, [start, end]: Span): { citations: Citation[]; numbers: BracketedNumber[] } {
  const words = new Words(text, [[start, end]]);
  const { citations, numbers } = scanInline(words.text, 0, words.text.length, NO_LABELS);
  return {
    citations: citations.map(found => toCitation(words, found)),
    numbers: numbers.map(found => toNumber(words, found)),
  };
}
