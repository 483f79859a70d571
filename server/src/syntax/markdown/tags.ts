/** What stands at the end of a block after its words: `#theme` tags, and before them a locator, `(P3, p. 12)`. */

import type { Inline, Mark } from './inline.js';
import { isSpaceAt, trimEnd } from './lines.js';

export interface FoundTag {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export interface Tail {
  /** Where the words end: before the first tag, without white space. */
  readonly end: number;
  /** In document order. */
  readonly tags: readonly FoundTag[];
  /** The inside of the round brackets that close the words, and the offset of the bracket that opens it. */
  readonly locator?: { readonly open: number; readonly from: number; readonly to: number };
}

const TAG = /^#[\p{L}\p{N}\p{M}_/-]+$/u;
const LETTER = /\p{L}/u;

/** A locator is a few words. What is in brackets and longer is part of what is said. */
const LONGEST_LOCATOR = 300;

/**
 * Reads the end of the paragraph from `start` to `end`, the last of its block. Comments may stand among the tags; a tag
 * follows white space or begins a line, and has at least one letter, so that `#1` stays a number.
 */
export function readTail(text: string, start: number, end: number, inline: Inline): Tail {
  const tags: FoundTag[] = [];
  let at = trimEnd(text, start, end);
  let wordsEnd = at;
  let comment = inline.comments.length - 1;
  while (at > start) {
    const last = inline.comments[comment];
    if (last && last.to === at) {
      comment--;
      at = trimEnd(text, start, last.from);
      continue;
    }
    let from = at;
    while (from > start && !isSpaceAt(text, from - 1)) from--;
    if (text[from] !== '#') break;
    const token = text.slice(from, at);
    if (!TAG.test(token) || !LETTER.test(token) || isHidden(inline.marks, from)) break;
    tags.push({ name: token.slice(1), from: from + 1, to: at });
    at = trimEnd(text, start, from);
    wordsEnd = at;
  }
  tags.reverse();
  const locator = readLocator(text, start, at, inline.marks);
  return { end: wordsEnd, tags, ...(locator && { locator }) };
}

function readLocator(text: string, start: number, end: number, marks: readonly Mark[]): Tail['locator'] {
  let close = end - 1;
  if (text[close] === '.') close--;
  if (close <= start || text[close] !== ')' || isHidden(marks, close)) return undefined;
  let depth = 0;
  let open = close;
  for (; open > start && close - open <= LONGEST_LOCATOR; open--) {
    if (text[open] === ')') depth++;
    else if (text[open] === '(' && --depth === 0) break;
  }
  // The words come first: a paragraph that is nothing but brackets has no locator.
  if (depth !== 0 || open <= start || !/[\s"'”’»›“.!?…*_]/.test(text[open - 1]!)) return undefined;
  let from = open + 1;
  let to = close;
  while (from < to && isSpaceAt(text, from)) from++;
  while (to > from && isSpaceAt(text, to - 1)) to--;
  return from < to ? { open, from, to } : undefined;
}

/** True when a place is inside code, a comment, a link's target or the like. */
function isHidden(marks: readonly Mark[], at: number): boolean {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.from <= at) low = middle + 1;
    else high = middle;
  }
  const mark = marks[low - 1];
  return mark !== undefined && at < mark.to;
}
