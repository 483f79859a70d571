/** A list in parts of about the same length, none longer than `most`: a figure that would not fit a page is several. */
export function inParts<T>(list: readonly T[], most: number): readonly (readonly T[])[] {
  const parts = Math.max(1, Math.ceil(list.length / most));
  const size = Math.ceil(list.length / parts);
  return Array.from({ length: parts }, (_, at) => list.slice(at * size, (at + 1) * size));
}

/** What the file of a part is called: the first keeps the name of the whole. */
export function partName(name: string, part: number): string {
  return part === 0 ? name : `${name}-${part + 1}`;
}
