import { decodeEntities } from './entities.js';
import { lettersOf } from './letters.js';

/**
 * Letters of a quote that stand in its source without a break. The case of the first may differ: a capital is changed for the
 * grammar of the sentence around the quote.
 */
export interface Run {
  readonly cased: string;
  readonly lower: string;
  /** Offsets of its words in `cased`. */
  readonly words: readonly (readonly [number, number])[];
  /** True when its start, or its end, may lie within a word of the source: `peer[s]`. */
  readonly startsWithin: boolean;
  readonly endsWithin: boolean;
}

/** What stands between two ellipses of a quote: runs, with words between them that the quoter has put in. */
export interface Piece {
  readonly runs: readonly Run[];
}

/** A quote made ready to be looked up. */
export interface Quote {
  readonly pieces: readonly Piece[];
}

/** A quote that is longer, or has more gaps, is not looked up: nobody quotes so, and it would take long. */
const mostLetters = 20_000;
const mostRuns = 40;

/** `[…]`, `[...]`, `(…)`, `…`, `. . .`, `...`: words were left out here. */
const ellipsis = /[[(]\s*(?:…|\.(?:\s?\.){1,4})\s*[\])]|…|\.(?:\s?\.){2,4}/;
/** Marks the place of an ellipsis and of an insertion; no text of a review has these characters of private use. */
const left = '\ue000';
const inserted = '\ue001';
const within = '\ue002';

/**
 * Cuts a quote at what its quoter has left out and put in. `[I]t` is *it* or *It*; `[sic]` is nothing; other words in square
 * brackets stand for anything short or nothing; what a link points at, and notes, are no part of it.
 *
 * @returns undefined for a quote without letters, and for one too long to be looked up
 */
export function readQuote(written: string): Quote | undefined {
  if (written.length > 4 * mostLetters) return undefined;
  const marked = marksOf(written);
  const pieces = marked.split(left).flatMap((text): Piece[] => {
    const runs = text
      .split(inserted)
      .map((each, index, all) => runOf(each, index < all.length - 1))
      .filter(run => run.cased !== '');
    return runs.length === 0 ? [] : [{ runs }];
  });
  const runs = pieces.flatMap(piece => piece.runs);
  const letters = runs.reduce((sum, run) => sum + run.cased.length, 0);
  return runs.length === 0 || runs.length > mostRuns || letters > mostLetters ? undefined : { pieces };
}

function marksOf(written: string): string {
  return decodeEntities(written.replace(/[\ue000-\ue002]/g, ' '))
    .replace(/\[\^[^\]\n]{1,40}\]/g, ' ')
    .replace(/\[([^[\]]{1,200})\]\([^()\s]{1,400}\)/g, '$1')
    .replace(new RegExp(ellipsis, 'g'), left)
    .replace(/\s*\[\s*sic\s*[!.]?\s*\]/gi, '')
    .replace(/(?<![\p{L}\p{N}])\[(\p{L})\](?=\p{L})/gu, `${inserted}$1`)
    .replace(/(?<=[\p{L}\p{N}])\[[^[\]]{0,20}\]|\[[^[\]]{0,20}\](?=[\p{L}\p{N}])/gu, `${within}${inserted}${within}`)
    .replace(/\[[^[\]]{0,300}\]/g, inserted);
}

function runOf(marked: string, beforeInsertion: boolean): Run {
  const startsWithin = marked.startsWith(within);
  const endsWithin = beforeInsertion && marked.endsWith(within);
  const text = marked.replace(/\ue002/g, '');
  const { cased, lower, starts } = lettersOf(text);
  const words: [number, number][] = [];
  for (let at = 0; at < cased.length; at++) {
    if (starts[at] === 1 || at === 0) words.push([at, at + 1]);
    words.at(-1)![1] = at + 1;
  }
  return { cased, lower, words, startsWithin, endsWithin };
}
