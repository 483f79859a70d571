import type { PageRange } from './full-text.js';

/** What the locator of a quote says, and the pages on which the quote was found; undefined for a place without a number. */
export interface Paged {
  readonly told: readonly (readonly [from: number, to: number])[];
  readonly found: readonly (PageRange | undefined)[];
}

/** So many quotes have to agree on how counted pages are numbered. */
const leastAgreeing = 2;

/**
 * Which quotes of a study stand on another page than their locators say. Pages that a full text only counts may have other
 * numbers in print: by how much is told by the quotes themselves, and where too few agree nothing is said.
 */
export function misplaced(quotes: readonly Paged[]): readonly boolean[] {
  const shift = shiftOf(quotes);
  return quotes.map(({ told, found }) => {
    if (told.length === 0 || found.length === 0) return false;
    return found.every(pages => {
      if (!pages || (!pages.printed && shift === undefined)) return false;
      const by = pages.printed ? 0 : shift!;
      return !told.some(([from, to]) => from <= pages.to + by && pages.from + by <= to);
    });
  });
}

/** How far the printed numbers lie above the counted ones, by what most of the quotes say. */
function shiftOf(quotes: readonly Paged[]): number | undefined {
  const votes = new Map<number, number>();
  let voters = 0;
  for (const { told, found } of quotes) {
    const shifts = new Set<number>();
    for (const pages of found) {
      if (!pages || pages.printed) continue;
      for (const [from] of told) shifts.add(from - pages.from);
    }
    if (shifts.size > 0) voters++;
    for (const shift of shifts) votes.set(shift, (votes.get(shift) ?? 0) + 1);
  }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1] || Math.abs(a[0]) - Math.abs(b[0]));
  if (!first || first[1] < leastAgreeing || first[1] * 2 < voters) return undefined;
  return second && second[1] === first[1] && first[0] !== 0 ? undefined : first[0];
}
