import type { Span } from '../../text/span.js';
import type { Citation } from './document.js';
import { scanInline } from './inline.js';
import { toCitation } from './read-block.js';
import { Words } from './words.js';

const NO_LABELS: ReadonlySet<string> = new Set();

/**
 * The citations in a stretch of a text that has no sentences: the words of a heading, a table. Such citations support
 * nothing, but a renamed key has to be found there too. Gives spans in offsets of `text`, in document order.
 */
export function citationsIn(text: string, [start, end]: Span): Citation[] {
  const words = new Words(text, [[start, end]]);
  return scanInline(words.text, 0, words.text.length, NO_LABELS).citations.map(found => toCitation(words, found));
}
