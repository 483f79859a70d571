import type { Change } from '../../../server/src/editing/change.js';
import { applyPieces, areApart } from '../../../server/src/editing/pieces.js';
import { piecesByFile } from '../../../server/src/editing/undo.js';
import { buildReview } from '../../../server/src/review/build.js';
import type { Review } from '../../../server/src/review/model.js';
import { factsOf } from '../support/review.js';

export type TextsByPath = ReadonlyMap<string, string>;

/** The files after a change. Fails where a text is not what an edit expects, where edits overlap, and for a file in the way. */
export function applied(texts: TextsByPath, change: Change): Map<string, string> {
  const pieces = piecesByFile(change, path => texts.get(path));
  if (!pieces) throw new Error('an edit does not find what it expects');
  const after = new Map(texts);
  for (const [path, each] of pieces) {
    if (!areApart(each)) throw new Error(`edits of ${path} overlap`);
    after.set(path, applyPieces(texts.get(path)!, each));
  }
  for (const { from, to } of change.moves) {
    if (after.has(to)) throw new Error(`${to} is in the way`);
    after.set(to, after.get(from)!);
    after.delete(from);
  }
  return after;
}

export function reviewFrom(texts: TextsByPath): Review {
  return buildReview(factsOf(texts));
}

/** The files that differ, in the notation of the tests' reviews: of each the lines that are not in the other. */
export function difference(before: TextsByPath, after: TextsByPath): string {
  const parts: string[] = [];
  for (const [path, text] of after) {
    const old = before.get(path);
    if (old === undefined) parts.push(`=== ${path} ===`);
    const lines = old === undefined ? [] : changedLines(old, text);
    if (lines.length > 0) parts.push(`=== ${path} ===`, ...lines);
  }
  for (const path of before.keys()) if (!after.has(path)) parts.push(`=== ${path} ===`, '(gone)');
  return parts.join('\n');
}

/** Lines taken out with `-` before them, and lines put in with `+`. */
function changedLines(before: string, after: string): string[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [gone, come] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  // Lines that both have, in the same order, are not told.
  const kept = common(gone, come);
  return [...without(gone, kept).map(line => `- ${line}`), ...without(come, kept).map(line => `+ ${line}`)];
}

function common(a: readonly string[], b: readonly string[]): string[] {
  const best: string[][] = Array.from({ length: b.length + 1 }, () => []);
  for (const line of a) {
    for (let at = b.length; at > 0; at--) {
      if (b[at - 1] === line) {
        const longer = [...best.slice(0, at).reduce((x, y) => (y.length > x.length ? y : x), []), line];
        if (longer.length > best[at]!.length) best[at] = longer;
      }
    }
  }
  return best.reduce((x, y) => (y.length > x.length ? y : x), []);
}

function without(lines: readonly string[], kept: readonly string[]): string[] {
  let next = 0;
  return lines.filter(line => {
    if (line !== kept[next]) return true;
    next++;
    return false;
  });
}
