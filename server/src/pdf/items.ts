/** Some characters that a page shows in one go, as pdfjs tells them. Its units are those of the page, with y growing upwards. */
export interface TextItem {
  readonly str: string;
  /** a, b, c, d, e, f: how the characters are turned and scaled, and where they begin. */
  readonly transform: readonly number[];
  /** Along the line of writing. */
  readonly width: number;
  readonly height: number;
}

/** The same, with the page turned so that its writing runs from left to right. */
export interface Placed {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line that the letters stand on; grows downwards. */
  readonly base: number;
  /** The size of the letters. */
  readonly size: number;
}

/** Characters of one line without a wide gap between them: a line of a column, or a cell of a table. */
export interface Stretch {
  text: string;
  left: number;
  right: number;
  readonly base: number;
  size: number;
}

/** Items of a page by the way in which their writing runs, that of most letters first: a table may lie on its side. */
export function turned(items: readonly TextItem[]): readonly (readonly Placed[])[] {
  const groups: { placed: Placed[]; letters: number }[] = [];
  for (const item of items) {
    const [a = 1, b = 0, , , x = 0, y = 0] = item.transform;
    const quarter = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
    // Where the writing runs upwards, what is left of it lies below.
    const [along, down] = [
      [x, -y],
      [y, x],
      [-x, y],
      [-y, -x],
    ][quarter] ?? [x, -y];
    if (![along, down, item.width].every(Number.isFinite)) continue;
    const size = Math.hypot(a, b) || item.height || 1;
    groups[quarter] ??= { placed: [], letters: 0 };
    groups[quarter].placed.push({
      text: item.str,
      left: along!,
      right: along! + Math.max(0, item.width),
      base: down!,
      size,
    });
    groups[quarter].letters += item.str.trim().length;
  }
  return Object.values(groups)
    .sort((one, other) => other.letters - one.letters)
    .map(each => each.placed);
}
