import type { Stretch } from './items.js';

/** Of the steps from one stretch to the next so many may lead back up, or across a gutter, where the order is the page's own. */
const mostAstray = 0.3;
/** A gutter is a gap that so many lines have in common. */
const leastRows = 3;
/** It is at least so wide, as a share of the size of the letters. */
const leastGutter = 0.8;
/** Columns within columns: a page has no more. */
const deepest = 4;

/**
 * The stretches of a page in the order in which they are read. Programs that set pages nearly always write them in that order,
 * which knows more than their places do: what belongs to a box or a footnote. Only where it jumps about, line by line across the
 * columns or from the bottom to the top, the places are asked instead.
 */
export function inReadingOrder(stretches: readonly Stretch[]): readonly Stretch[] {
  let astray = 0;
  for (let index = 1; index < stretches.length; index++) {
    const [last, next] = [stretches[index - 1]!, stretches[index]!];
    const size = Math.max(last.size, next.size);
    const level = Math.abs(next.base - last.base) <= 0.35 * size;
    const overlaps = next.left < last.right && last.left < next.right;
    if (level || (overlaps && next.base < last.base)) astray++;
  }
  return astray <= mostAstray * stretches.length ? stretches : byPlace(stretches, 0);
}

/** Column by column where there is a gutter; what reaches across it parts what is above from what is below. */
function byPlace(stretches: readonly Stretch[], depth: number): readonly Stretch[] {
  const gap = depth < deepest ? gutterOf(stretches) : undefined;
  if (gap === undefined) return byLine(stretches);
  const ordered: Stretch[] = [];
  let left: Stretch[] = [];
  let right: Stretch[] = [];
  const finish = (): void => {
    ordered.push(...byPlace(left, depth + 1), ...byPlace(right, depth + 1));
    left = [];
    right = [];
  };
  for (const each of byLine(stretches)) {
    if (each.right <= gap) left.push(each);
    else if (each.left >= gap) right.push(each);
    else {
      finish();
      ordered.push(each);
    }
  }
  finish();
  return ordered;
}

/** From the top to the bottom, and on a line from the left to the right. */
function byLine(stretches: readonly Stretch[]): readonly Stretch[] {
  const lines: Stretch[][] = [];
  for (const each of [...stretches].sort((one, other) => one.base - other.base || one.left - other.left)) {
    const line = lines.at(-1);
    if (line && each.base - line[0]!.base <= 0.35 * Math.max(each.size, line[0]!.size)) line.push(each);
    else lines.push([each]);
  }
  return lines.flatMap(line => line.sort((one, other) => one.left - other.left));
}

/**
 * The middle of the widest gap between columns; undefined where there is none. It is looked for between the right edges of some
 * stretches and the left edges of others: where fewest reach across, as long as most lines have something on both sides.
 */
function gutterOf(stretches: readonly Stretch[]): number | undefined {
  if (stretches.length < 2 * leastRows) return undefined;
  const size = stretches.map(each => each.size).sort((a, b) => a - b)[stretches.length >> 1]!;
  const rights = [...new Set(stretches.map(each => Math.round(each.right)))].sort((a, b) => a - b);
  const lefts = [...new Set(stretches.map(each => Math.round(each.left)))].sort((a, b) => a - b);
  let best: { at: number; score: number } | undefined;
  let next = 0;
  for (const right of rights) {
    while (next < lefts.length && lefts[next]! <= right) next++;
    const left = lefts[next];
    if (left === undefined || left - right < leastGutter * size) continue;
    const at = (left + right) / 2;
    let [before, behind, across] = [0, 0, 0];
    for (const each of stretches) {
      if (each.right <= at) before++;
      else if (each.left >= at) behind++;
      else across++;
    }
    const score = Math.min(before, behind) - across;
    if (Math.min(before, behind) >= leastRows && score > 0 && (!best || score > best.score)) best = { at, score };
  }
  return best?.at;
}
