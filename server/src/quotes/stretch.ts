import type { Span } from '../text/span.js';
import { lettersOf } from './letters.js';

/**
 * Where words stand in a quote as it is written, by their letters. They are those of the quote in their order, without what the
 * quoter has put in. Undefined where that cannot be told, as with letters written as entities.
 */
export function spansOfWords(written: string, words: readonly string[]): readonly Span[] | undefined {
  const { cased, starts, from, to } = lettersOf(written);
  const spans: Span[] = [];
  let at = 0;
  for (const word of words) {
    let found = cased.indexOf(word, at);
    while (found > 0 && starts[found] !== 1) found = cased.indexOf(word, found + 1);
    if (found === -1) return undefined;
    at = found + word.length;
    spans.push([from[found]!, to[at - 1]!]);
  }
  return spans;
}
