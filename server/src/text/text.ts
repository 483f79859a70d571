/** A text as its readers need it: a string, or one that is kept in pieces so that an edit need not copy it. */
export interface Text {
  /** In UTF-16 units. */
  readonly length: number;
  /** What stands between two offsets, neither of which is negative. */
  slice(start: number, end?: number): string;
  toString(): string;
  /**
   * How many units at the start and at the end another text surely has in common with this one, since both keep the same pieces;
   * there may be more. The two stretches may overlap.
   */
  sharedWith?(other: Text): { readonly start: number; readonly end: number };
}

/** How many lines end in a stretch: at `\n`, `\r\n` or a lone `\r`. A stretch never ends between `\r` and `\n`. */
export function breaksIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count++;
  }
  return count;
}

/** How many bytes a stretch has in UTF-8. Half of a surrogate pair counts two, so that the pair counts four. */
export function bytesIn(text: string, from: number, to: number): number {
  let bytes = to - from;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
