import { commonEnds } from './changed.js';

/**
 * A stretch of a file's text that starts and ends at the start of a line. Segments follow one another from the start of
 * the text to its end. They count no offsets, so that those behind an edit stay as they are.
 */
export interface Segment<I> {
  /** In UTF-16 units. */
  readonly length: number;
  /** How many line breaks it holds. */
  readonly lines: number;
  /** What was known of the text before it: where the same text stands in another state, it may mean something else. */
  readonly state: string;
  /** What its format needs to know of it before it is read. */
  readonly info: I;
  /** The part that starts with this segment, once it has been read; whoever reads parts knows its type. */
  part?: object;
}

/** Where a segment ends, and what is known there. */
export interface Cut<I> {
  readonly end: number;
  /** The state of the segment that starts at the end. */
  readonly after: string;
  readonly info: I;
}

/**
 * Cuts one text, from its start or from any cut on. Where the next cut lies may depend on the state, on the segment, on the
 * first line behind it, and on nothing else unless `holds` looks at it.
 */
export interface Cutter<I> {
  /** The segment that starts at an offset, which is at least one character long. Asked for in order. */
  next(at: number, state: string): Cut<I>;
  /** Whether a segment of an earlier version, unchanged in itself, still ends where it ended. */
  holds?(segment: Segment<I>, start: number, end: number): boolean;
}

export const initialState = '';

/** A version of a text and its segments. */
export interface Version<I> {
  readonly text: string;
  readonly segments: readonly Segment<I>[];
}

/** The segments of a text, and how they compare with those of the version before. */
export interface Segments<I> {
  readonly segments: readonly Segment<I>[];
  /** How many segments at the start, and how many of the others at the end, are those of the version before. */
  readonly same: { readonly before: number; readonly after: number };
  /** Where the first segment starts that may be another. */
  readonly start: number;
}

/** All segments of a text. Those that an edit of `before` did not touch are the same objects. */
export function segmentsOf<I>(text: string, cutter: Cutter<I>, before?: Version<I>): Segments<I> {
  if (before && before.segments.length > 0) return new Recutting(text, cutter, before).run();
  const segments: Segment<I>[] = [];
  for (let at = 0, state = initialState; at < text.length; ) {
    const cut = cutter.next(at, state);
    segments.push(segmentOf(text, at, state, cut));
    at = cut.end;
    state = cut.after;
  }
  return { segments, same: { before: 0, after: 0 }, start: 0 };
}

function segmentOf<I>(text: string, at: number, state: string, cut: Cut<I>): Segment<I> {
  return { length: cut.end - at, lines: breaksIn(text, at, cut.end), state, info: cut.info };
}

class Recutting<I> {
  private readonly old: readonly Segment<I>[];
  /** The segments that are cut again, in place of some old ones. */
  private readonly cut: Segment<I>[] = [];

  constructor(
    private readonly text: string,
    private readonly cutter: Cutter<I>,
    private readonly before: Version<I>,
  ) {
    this.old = before.segments;
  }

  run(): Segments<I> {
    const { text, old } = this;
    const { prefix, suffix } = commonEnds(this.before.text, text);
    const first = this.firstTouched(prefix);
    let start = 0;
    for (let i = 0; i < first; i++) start += old[i]!.length;
    const moved = text.length - this.before.text.length;
    let at = start;
    let state = old[first]?.state ?? initialState;
    let next = first;
    let nextAt = at;
    let after = 0;
    while (at < text.length) {
      const cut = this.cutter.next(at, state);
      this.cut.push(segmentOf(text, at, state, cut));
      at = cut.end;
      state = cut.after;
      if (at < text.length - suffix) continue;
      while (next < old.length && nextAt < at - moved) nextAt += old[next++]!.length;
      if (at < text.length && nextAt === at - moved && old[next]?.state === state) {
        after = old.length - next;
        break;
      }
    }
    const last = old.length - after;
    this.reuse(first, last, start);
    const segments = old.slice(0, first).concat(this.cut, old.slice(last));
    return { segments, same: { before: first, after }, start };
  }

  /**
   * The first segment to cut again: the one before the edit, for where it ends may depend on the line that the edit is
   * in, or an earlier one that looked further.
   */
  private firstTouched(prefix: number): number {
    const { old, cutter } = this;
    let edited = 0;
    for (let at = 0; edited < old.length - 1 && at + old[edited]!.length <= prefix; edited++) at += old[edited]!.length;
    const first = Math.max(0, edited - 1);
    if (!cutter.holds) return first;
    for (let i = 0, at = 0; i < first; i++) {
      const end = at + old[i]!.length;
      if (!cutter.holds(old[i]!, at, end)) return i;
      at = end;
    }
    return first;
  }

  /** Puts back old segments, from `first` to `last`, where they stand again, moved or not. */
  private reuse(first: number, last: number, from: number): void {
    const { old, cut } = this;
    const known = new Map<string, Segment<I>[]>();
    for (let i = first, at = from; i < last; i++) {
      const segment = old[i]!;
      const key = `${segment.state}\n${this.before.text.slice(at, at + segment.length)}`;
      const list = known.get(key);
      if (list) list.push(segment);
      else known.set(key, [segment]);
      at += segment.length;
    }
    let at = from;
    cut.forEach((segment, index) => {
      const found = known.get(`${segment.state}\n${this.text.slice(at, at + segment.length)}`)?.shift();
      if (found) cut[index] = found;
      at += segment.length;
    });
  }
}

/** How many lines end in a stretch: at `\n`, `\r\n` or a lone `\r`. A stretch never ends between `\r` and `\n`. */
function breaksIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count++;
  }
  return count;
}
