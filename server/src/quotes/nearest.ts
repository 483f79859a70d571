import { distance } from 'fastest-levenshtein';
import type { FullText } from './full-text.js';
import type { Piece } from './normalise.js';

/** What a quote says, and what stands in its place. One of both may be empty: words that are too many, or missing. */
export interface Difference {
  readonly quote: string;
  readonly text: string;
}

/** The passage that is most like a piece of a quote, in letters of the text. */
export interface Near {
  readonly from: number;
  readonly to: number;
  readonly differences: readonly Difference[];
  /** Words of the piece that the one difference concerns, from which to which; an empty stretch stands where words are missing. */
  readonly stretch?: readonly [from: number, to: number];
}

/** Only so many words of a piece are compared: enough to know its place, and few enough for a table of costs. */
const mostWords = 300;
/** Words of a piece that a passage must share with it to be called near: a half, and so many. */
const leastShare = 0.5;
const leastWords = 3;
/** Words of the text that may stand where the quote has an insertion in brackets. */
const insertedWords = 12;
/** A word of the text that the quote leaves out costs less than one that it has too much: so a quote keeps its last word. */
const extra = 0.95;
/** How many places are compared word by word. */
const candidates = 3;

/** A text cut into words, for looking up passages that are alike. */
export class Passages {
  /** The letter at which each word begins; the end of the text stands last. */
  private readonly bounds: Int32Array;
  private readonly count: number;

  constructor(private readonly text: FullText) {
    const { starts, lower } = text.letters;
    let count = 0;
    for (let at = 0; at < lower.length; at++) if (starts[at] === 1 || at === 0) count++;
    const bounds = new Int32Array(count + 1);
    count = 0;
    for (let at = 0; at < lower.length; at++) if (starts[at] === 1 || at === 0) bounds[count++] = at;
    bounds[count] = lower.length;
    this.bounds = bounds;
    this.count = count;
  }

  /** The nearest passage to a piece of a quote; undefined where none is like it. */
  nearest(piece: Piece): Near | undefined {
    const wanted = wordsOf(piece).slice(0, mostWords);
    if (wanted.length < leastWords) return undefined;
    let best: (Aligned & { readonly first: number }) | undefined;
    for (const window of this.windows(wanted)) {
      const aligned = align(wanted, this.lower(window.from, window.to));
      if (!best || aligned.shared > best.shared || (aligned.shared === best.shared && aligned.cost < best.cost)) {
        best = { ...aligned, first: window.from };
      }
    }
    if (!best || best.shared < Math.max(leastWords, wanted.length * leastShare)) return undefined;
    const { first, pairs } = best;
    const cased = (index: number): string => {
      const [from, to] = [this.bounds[first + index]!, this.bounds[first + index + 1]!];
      return this.text.words(from, to);
    };
    const found = differencesOf(pairs, index => wanted[index]!.cased, cased);
    const [only] = found;
    const taken = pairs.flatMap(({ text }) => (text === undefined ? [] : [text]));
    return {
      from: this.bounds[first + taken[0]!]!,
      to: this.bounds[first + taken.at(-1)! + 1]!,
      differences: found.map(({ quote, text }) => ({ quote, text })),
      ...(only && found.length === 1 && { stretch: only.stretch }),
    };
  }

  private lower(from: number, to: number): string[] {
    const { lower } = this.text.letters;
    const words: string[] = [];
    for (let index = from; index < to; index++) words.push(lower.slice(this.bounds[index]!, this.bounds[index + 1]!));
    return words;
  }

  /**
   * Stretches of the text that have the most words in common with the piece, rare words counting more. Each word that the
   * piece has votes for where the piece would begin; votes are gathered in buckets as long as the piece.
   */
  private windows(wanted: readonly Wanted[]): readonly { readonly from: number; readonly to: number }[] {
    const { lower } = this.text.letters;
    const positions = new Map<string, { readonly at: number[]; hits: number[] }>();
    wanted.forEach(({ lower: word }, index) => {
      const known = positions.get(word) ?? { at: [], hits: [] };
      if (known.at.length < 4) known.at.push(index);
      positions.set(word, known);
    });
    for (let index = 0; index < this.count; index++) {
      const [from, to] = [this.bounds[index]!, this.bounds[index + 1]!];
      if (to - from <= 40) positions.get(lower.slice(from, to))?.hits.push(index);
    }
    const size = Math.max(8, wanted.length >> 1);
    const votes = new Float64Array(Math.ceil((this.count + wanted.length) / size) + 2);
    for (const { at, hits } of positions.values()) {
      const weight = 1 / Math.log2(2 + hits.length);
      for (const hit of hits) {
        for (const index of at) {
          const bucket = Math.floor((hit - index + wanted.length) / size);
          votes[bucket]! += weight;
          // A passage at the border of two buckets is found in the one as well as in the other.
          votes[bucket + 1]! += weight / 2;
        }
      }
    }
    return best(votes, candidates).map(bucket => {
      const start = bucket * size - wanted.length;
      return {
        from: Math.max(0, start - 2 * size),
        to: Math.min(this.count, start + wanted.length + 3 * size + insertedWords),
      };
    });
  }
}

interface Wanted {
  readonly lower: string;
  readonly cased: string;
  /** True where words in brackets stand before it. */
  readonly afterInsertion: boolean;
}

function wordsOf({ runs }: Piece): Wanted[] {
  return runs.flatMap((run, number) =>
    run.words.map(([from, to], index) => ({
      lower: run.lower.slice(from, to),
      cased: run.cased.slice(from, to),
      afterInsertion: number > 0 && index === 0,
    })),
  );
}

/** The indices of the highest values, highest first; zeros are left out. */
function best(values: Float64Array, most: number): readonly number[] {
  const found: number[] = [];
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (value === 0 || (found.length === most && value <= values[found.at(-1)!]!)) continue;
    const at = found.findIndex(each => values[each]! < value);
    found.splice(at === -1 ? found.length : at, 0, index);
    if (found.length > most) found.pop();
  }
  return found;
}

interface Pair {
  /** Index of a word of the quote, of the text, or of both where one stands for the other. */
  readonly quote: number | undefined;
  readonly text: number | undefined;
  readonly same: boolean;
}

interface Aligned {
  readonly pairs: readonly Pair[];
  readonly cost: number;
  readonly shared: number;
}

/** Puts the words of a quote beside those of a stretch of text, at the least cost; what surrounds the passage is free. */
function align(quote: readonly Wanted[], text: readonly string[]): Aligned {
  const width = text.length + 1;
  const costs = new Float32Array((quote.length + 1) * width);
  const likeness = (row: number, column: number): number => unlike(quote[row]!.lower, text[column]!);
  for (let row = 1; row <= quote.length; row++) {
    costs[row * width] = row;
    const skip = row < quote.length && quote[row]!.afterInsertion ? 0.05 : row === quote.length ? 0 : extra;
    for (let column = 1; column < width; column++) {
      costs[row * width + column] = Math.min(
        costs[(row - 1) * width + column - 1]! + likeness(row - 1, column - 1),
        costs[(row - 1) * width + column]! + 1,
        costs[row * width + column - 1]! + skip,
      );
    }
  }
  const pairs: Pair[] = [];
  let shared = 0;
  let column = width - 1;
  // Behind the last word of the quote the text goes on for free.
  while (column > 0 && costs[quote.length * width + column - 1]! <= costs[quote.length * width + column]!) column--;
  const cost = costs[quote.length * width + column]!;
  for (let row = quote.length; row > 0; ) {
    const here = costs[row * width + column]!;
    const change = column > 0 ? likeness(row - 1, column - 1) : 1;
    if (column > 0 && near(here, costs[(row - 1) * width + column - 1]! + change)) {
      row--;
      column--;
      if (change === 0) shared++;
      pairs.push({ quote: row, text: column, same: change === 0 });
    } else if (near(here, costs[(row - 1) * width + column]! + 1)) {
      row--;
      pairs.push({ quote: row, text: undefined, same: false });
    } else {
      column--;
      // What an insertion in brackets stands for is no difference.
      pairs.push({ quote: undefined, text: column, same: quote[row]?.afterInsertion === true });
    }
  }
  return { pairs: pairs.reverse(), cost, shared };
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-3;
}

/** 0 for one word; less for two that are spelt alike, and always less than a word that is missing or too much. */
function unlike(a: string, b: string): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > 3 || a.length > 40 || b.length > 40) return 0.94;
  return 0.6 + 0.34 * Math.min(1, distance(a, b) / Math.max(a.length, b.length));
}

function differencesOf(
  pairs: readonly Pair[],
  quoted: (index: number) => string,
  written: (index: number) => string,
): readonly Required<Difference & Pick<Near, 'stretch'>>[] {
  const found: { quote: string[]; text: string[]; open: boolean; at: number }[] = [];
  let next = 0;
  for (const { quote, text, same } of pairs) {
    const case_ =
      same && quote !== undefined && text !== undefined && differsInCase(quote, quoted(quote), written(text));
    const at = quote ?? next;
    next = at + (quote === undefined ? 0 : 1);
    if (same && !case_) {
      const last = found.at(-1);
      if (last) last.open = false;
      continue;
    }
    let last = found.at(-1);
    if (!last?.open) {
      last = { quote: [], text: [], open: true, at };
      found.push(last);
    }
    if (quote !== undefined) last.quote.push(quoted(quote));
    if (text !== undefined) last.text.push(written(text));
  }
  return found.flatMap(({ quote, text, at }) =>
    // A word that is one in the quote and two on the page, as programs that read pages make of it, is the same.
    quote.join('') === text.join('')
      ? []
      : [{ quote: quote.join(' '), text: text.join(' '), stretch: [at, at + quote.length] as const }],
  );
}

/** Whether two words that are one but for case differ in it; the first word of a quote may. */
function differsInCase(index: number, quoted: string, written: string): boolean {
  return index > 0 && quoted !== written.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}
