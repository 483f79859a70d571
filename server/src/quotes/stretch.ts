import type { Span } from '../text/span.js';
import { lettersOf } from './letters.js';
import type { Piece } from './normalise.js';

/** Words of a difference that somebody takes in at a glance; a longer one is the quote as a whole. */
const shortStretch = 3;

/**
 * Where words stand in a quote as it is written, by their letters. They are those of the quote in their order, without what the
 * quoter has put in. Undefined where that cannot be told, as with letters written as entities.
 */
function spansOfWords(written: string, words: readonly string[]): readonly Span[] | undefined {
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

/** Where words of a piece stand in the quote as it is written; for words that are missing, the two between which they are. */
export function stretchIn(
  written: string,
  pieces: readonly Piece[],
  piece: Piece,
  [from, to]: readonly [number, number],
): Span | undefined {
  const before = wordsOf(pieces.slice(0, pieces.indexOf(piece))).length;
  const own = wordsOf([piece]).length;
  if (to - from > shortStretch) return undefined;
  const spans = spansOfWords(written, wordsOf(pieces));
  const [first, last] = from === to ? [Math.max(0, from - 1), Math.min(own - 1, to)] : [from, to - 1];
  const [start, end] = [spans?.[before + first]?.[0], spans?.[before + last]?.[1]];
  return start === undefined || end === undefined ? undefined : [start, end];
}

function wordsOf(pieces: readonly Piece[]): string[] {
  return pieces.flatMap(({ runs }) =>
    runs.flatMap(({ cased, words }) => words.map(([from, to]) => cased.slice(from, to))),
  );
}
