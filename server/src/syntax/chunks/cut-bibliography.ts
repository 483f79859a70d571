import { bracketOf } from '../bibliography/bibtex-scan.js';
import { taggedValue } from '../bibliography/ris.js';
import type { Cut, Cutter, Segment } from './segments.js';

/** How many braces of a stretch of BibTeX are closed, or opened, outside of it. */
export interface BraceInfo {
  readonly closes: number;
  readonly opens: number;
}

/** Cuts BibTeX before each line that starts with `@type{`. */
export function cutBibtex(text: string): Cutter<BraceInfo> {
  return {
    next: at => {
      const end = nextEntry(text, at);
      return { end, after: 'entry', info: braces(text, at, end) };
    },
  };
}

function nextEntry(text: string, from: number): number {
  for (let at = text.indexOf('@', from); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > from && ' \t\ufeff'.includes(text[start - 1]!)) start--;
    if (start > from && isBreak(text, start - 1) && bracketOf(text, at) !== undefined) return start;
  }
  return text.length;
}

function braces(text: string, from: number, to: number): BraceInfo {
  let opens = 0;
  let closes = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 123) opens++;
    else if (code === 125) {
      if (opens > 0) opens--;
      else closes++;
    }
  }
  return opens === 0 && closes === 0 ? balanced : { closes, opens };
}

const balanced: BraceInfo = { closes: 0, opens: 0 };

/**
 * How many segments belong together, run by run: a brace and the one that closes it are in one. Undefined where each segment
 * stands by itself.
 */
export function bracedRuns(segments: readonly Segment<BraceInfo>[]): readonly number[] | undefined {
  if (segments.every(({ info }) => info === balanced || info.closes === 0)) return undefined;
  // Segments with braces still open, the last one last; and of each run, the segment that it starts with.
  const open: { at: number; left: number }[] = [];
  const starts: number[] = [];
  segments.forEach(({ info }, index) => {
    let first = index;
    let needed = info.closes;
    while (needed > 0 && open.length > 0) {
      const last = open.at(-1)!;
      const taken = Math.min(needed, last.left);
      needed -= taken;
      last.left -= taken;
      first = last.at;
      if (last.left === 0) open.pop();
    }
    if (first === index) starts.push(index);
    else while (starts.at(-1)! > first) starts.pop();
    if (info.opens > 0) open.push({ at: index, left: info.opens });
  });
  return starts.map((start, i) => (starts[i + 1] ?? segments.length) - start);
}

/** Cuts RIS before each line that starts a record. */
export function cutRis(text: string): Cutter<undefined> {
  return { next: (at): Cut<undefined> => ({ end: nextRecord(text, at), after: 'record', info: undefined }) };
}

function nextRecord(text: string, from: number): number {
  for (let at = text.indexOf('TY', from + 1); at !== -1; at = text.indexOf('TY', at + 1)) {
    if (!isBreak(text, at - 1)) continue;
    let end = at;
    while (end < text.length && !isBreak(text, end)) end++;
    if (taggedValue(text, at, end) !== undefined) return at;
  }
  return text.length;
}

function isBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}
