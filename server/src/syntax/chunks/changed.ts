import type { Text } from '../../text/text.js';

/** How much of two texts is compared at once: comparing strings is quick, but tells only whether they differ. */
const BLOCK = 16_384;

/** What two versions of a text have in common: so many UTF-16 units at the start, and so many at the end. */
export interface Common {
  readonly prefix: number;
  readonly suffix: number;
}

/** What an edit left as it was at both ends of a text. The two stretches never overlap in either version. */
export function commonEnds(before: Text, after: Text): Common {
  const most = Math.min(before.length, after.length);
  const shared = after.sharedWith?.(before);
  let prefix = Math.min(most, shared?.start ?? 0);
  while (prefix < most) {
    const end = Math.min(most, prefix + BLOCK);
    const [one, other] = [before.slice(prefix, end), after.slice(prefix, end)];
    if (one === other) prefix = end;
    else {
      prefix += alikeAtStart(one, other);
      break;
    }
  }
  const left = most - prefix;
  let suffix = Math.min(left, shared?.end ?? 0);
  while (suffix < left) {
    const size = Math.min(left - suffix, BLOCK);
    const [oneEnd, otherEnd] = [before.length - suffix, after.length - suffix];
    const [one, other] = [before.slice(oneEnd - size, oneEnd), after.slice(otherEnd - size, otherEnd)];
    if (one === other) suffix += size;
    else {
      suffix += alikeAtEnd(one, other);
      break;
    }
  }
  return { prefix, suffix };
}

/** Whether two texts are the same; quick for one that was made from the other by an edit. */
export function isSameText(one: Text, other: Text): boolean {
  return one === other || (one.length === other.length && commonEnds(one, other).prefix === one.length);
}

function alikeAtStart(one: string, other: string): number {
  let count = 0;
  while (one.charCodeAt(count) === other.charCodeAt(count)) count++;
  return count;
}

function alikeAtEnd(one: string, other: string): number {
  let count = 0;
  while (one.charCodeAt(one.length - 1 - count) === other.charCodeAt(other.length - 1 - count)) count++;
  return count;
}
