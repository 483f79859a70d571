import type { FormTotal } from '../../../../server/src/lsp/protocol.js';
import type { Words } from '../words.js';
import { filled } from './dom.js';

/** A total in words; an empty text where the review makes none. */
export function totalWords(words: Words, total: FormTotal | undefined): string {
  if (!total) return '';
  const sum = total.of === undefined ? filled(words.total, total.sum) : filled(words.totalOf, total.sum, total.of);
  return total.band === undefined ? sum : `${sum} (${total.band})`;
}
