/** What a locator says: who spoke, and on which pages. */
export interface Locator {
  /** First and last page of each stretch; empty where no page is named, or none that is a plain number. */
  readonly pages: readonly (readonly [from: number, to: number])[];
  /** The words beside the pages: *P3*, *Keeper 9*. */
  readonly speaker: string | undefined;
}

/** `p. 12`, `pp. 12–13`, `page 12`, `pages 12 and 14`, `S. 12`, `Seite 12`, `s. 12`, `pág. 12`. `P12` is a participant. */
const named =
  /(?<![\p{L}\p{N}])(?:pp?\.|pages?|S\.|s\.|Seiten?|p[áa]gs?\.)\s{0,3}(\d{1,5}(?:\s{0,3}(?:[-–—]|to|bis)\s{0,3}\d{1,5})?(?:\s{0,2}ff?\b\.?)?(?:\s{0,3}(?:,|;|&|and|und)\s{0,3}\d{1,5}(?:\s{0,3}[-–—]\s{0,3}\d{1,5})?(?![\p{L}\p{N}]))*)/gu;
const stretch = /(\d{1,5})(?:\s*(?:[-–—]|to|bis)\s*(\d{1,5}))?(?:\s*(ff?)\b)?/g;

/** Pages that *ff.* may mean. */
const following = 20;

export function readLocator(written: string): Locator {
  const text = written.slice(0, 400);
  const found = [...text.matchAll(named)];
  // A single capital with a full stop may be somebody's initial, so it counts where nothing else names a page.
  const plain = found.filter(match => !/^S\./.test(match[0]));
  const used = plain.length > 0 ? plain : found;
  const pages = used.flatMap(match =>
    [...(match[1] ?? '').matchAll(stretch)].map(([, first = '', last, more]): [number, number] => {
      const from = Number(first);
      if (last === undefined) return [from, from + (more === 'ff' ? following : more === 'f' ? 1 : 0)];
      const to = Number(last.length < first.length ? first.slice(0, first.length - last.length) + last : last);
      return [Math.min(from, to), Math.max(from, to)];
    }),
  );
  let rest = text;
  for (const match of used) rest = rest.replace(match[0], '');
  const speaker = rest.replace(/^[\s,;:]+|[\s,;:]+$/g, '').replace(/\s*[,;]\s*[,;]\s*/g, ', ');
  return { pages, speaker: speaker === '' ? undefined : speaker };
}
