/** Lines that can be folded behind the first of them, from 0. */
export interface Fold {
  readonly line: number;
  readonly endLine: number;
  /** A comment, or a block that a command writes. */
  readonly kind?: 'comment' | 'region';
}

/** In the order of the text, one for each first line, and the outermost so many where there are more than `most`. */
export function fewest(folds: readonly Fold[], most: number): Fold[] {
  const sorted = [...folds].sort((a, b) => a.line - b.line || b.endLine - a.endLine);
  const single = sorted.filter((fold, index) => fold.line !== sorted[index - 1]?.line);
  if (single.length <= most) return single;
  const open: number[] = [];
  const depths = single.map(({ line, endLine }) => {
    while (open.length > 0 && open.at(-1)! < line) open.pop();
    open.push(endLine);
    return open.length;
  });
  const counts: number[] = [];
  for (const depth of depths) counts[depth] = (counts[depth] ?? 0) + 1;
  let left = Math.max(0, most);
  // How many of each depth there is room for, the outer ones first.
  const room = counts.map(count => {
    const taken = Math.min(count ?? 0, left);
    left -= taken;
    return taken;
  });
  return single.filter((_, index) => {
    const depth = depths[index]!;
    if ((room[depth] ?? 0) <= 0) return false;
    room[depth]!--;
    return true;
  });
}
