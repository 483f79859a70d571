import type { Letters } from './letters.js';
import type { Piece, Quote, Run } from './normalise.js';

/** Where a quote stands, in letters of the text; the end is not part of it. */
export interface Hit {
  readonly from: number;
  readonly to: number;
}

/** Letters of the source that words in square brackets may stand for. */
const insertion = 80;
/** Letters that may be left out at an ellipsis: people join what stands some pages apart. */
const omission = 20_000;
/** More places than this are not looked at: so short a run is everywhere. */
const mostHits = 5_000;

/** Every place at which a quote stands, letter by letter, through its gaps. In time proportional to the text. */
export function findQuote(letters: Letters, { pieces }: Quote): readonly Hit[] {
  return chain(
    pieces.map(piece => findPiece(letters, piece)),
    omission,
  );
}

/** Every place of what stands between two ellipses. */
export function findPiece(letters: Letters, { runs }: Piece): readonly Hit[] {
  return chain(
    runs.map(run => findRun(letters, run)),
    insertion,
  );
}

/**
 * Joins places of parts that follow one another into places of the whole: each part behind the one before it, at most so many
 * letters behind. Each part's places are sorted, so two pointers suffice; of several beginnings the nearest is taken.
 */
function chain(parts: readonly (readonly Hit[])[], most: number): readonly Hit[] {
  let reached = parts[0] ?? [];
  for (const part of parts.slice(1)) {
    const next: Hit[] = [];
    let at = 0;
    for (const hit of part) {
      while (at + 1 < reached.length && reached[at + 1]!.to <= hit.from) at++;
      const before = reached[at];
      if (before && before.to <= hit.from && hit.from - before.to <= most) next.push({ from: before.from, to: hit.to });
    }
    reached = next;
  }
  return reached;
}

/** Every place of a run: Knuth, Morris and Pratt's search, which no text can slow down. */
function findRun({ lower, cased, starts }: Letters, run: Run): readonly Hit[] {
  const { lower: wanted } = run;
  const falls = fallsOf(wanted);
  const hits: Hit[] = [];
  let matched = 0;
  for (let at = 0; at < lower.length && hits.length < mostHits; at++) {
    const code = lower.charCodeAt(at);
    while (matched > 0 && wanted.charCodeAt(matched) !== code) matched = falls[matched - 1]!;
    if (wanted.charCodeAt(matched) === code) matched++;
    if (matched < wanted.length) continue;
    matched = falls[matched - 1]!;
    const to = at + 1;
    const from = to - wanted.length;
    if (!run.startsWithin && starts[from] !== 1) continue;
    if (!run.endsWithin && to < lower.length && starts[to] !== 1) continue;
    if (isCasedAlike(cased, from, run.cased)) hits.push({ from, to });
  }
  return hits;
}

/** Whether letters agree in case, the first excepted. */
function isCasedAlike(text: string, from: number, wanted: string): boolean {
  return text.startsWith(wanted.slice(1), from + 1);
}

/** For each beginning of a word how long its longest end is that is a beginning as well. */
function fallsOf(wanted: string): Int32Array {
  const falls = new Int32Array(wanted.length);
  for (let at = 1, matched = 0; at < wanted.length; at++) {
    while (matched > 0 && wanted[at] !== wanted[matched]) matched = falls[matched - 1]!;
    if (wanted[at] === wanted[matched]) matched++;
    falls[at] = matched;
  }
  return falls;
}
