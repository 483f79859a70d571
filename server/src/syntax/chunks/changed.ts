/** How much of two texts is compared at once: comparing strings is quick, but tells only whether they differ. */
const BLOCK = 16_384;

/** What two versions of a text have in common: so many UTF-16 units at the start, and so many at the end. */
export interface Common {
  readonly prefix: number;
  readonly suffix: number;
}

/** What an edit left as it was at both ends of a text. The two stretches never overlap in either version. */
export function commonEnds(before: string, after: string): Common {
  const most = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix + BLOCK <= most && before.slice(prefix, prefix + BLOCK) === after.slice(prefix, prefix + BLOCK)) {
    prefix += BLOCK;
  }
  while (prefix < most && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++;
  const left = most - prefix;
  let suffix = 0;
  const [beforeEnd, afterEnd] = [before.length, after.length];
  while (
    suffix + BLOCK <= left &&
    before.slice(beforeEnd - suffix - BLOCK, beforeEnd - suffix) ===
      after.slice(afterEnd - suffix - BLOCK, afterEnd - suffix)
  ) {
    suffix += BLOCK;
  }
  while (suffix < left && before.charCodeAt(beforeEnd - suffix - 1) === after.charCodeAt(afterEnd - suffix - 1)) {
    suffix++;
  }
  return { prefix, suffix };
}
