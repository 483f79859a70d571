import { breaksIn, bytesIn, type Text } from '../../text/text.js';
import { type Common, commonEnds } from './changed.js';

/**
 * A stretch of a file's text that starts and ends at the start of a line. Segments follow one another from the start of
 * the text to its end. They count no offsets, so that those behind an edit stay as they are.
 */
export interface Segment<I> {
  /** In UTF-16 units. */
  readonly length: number;
  /** How many line breaks it holds. */
  readonly lines: number;
  /** In UTF-8. */
  readonly bytes: number;
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

/** How the texts of a format are cut. */
export interface Cutting<I> {
  cutter(text: string): Cutter<I>;
  /**
   * Given where the cutter of a stretch finds the cuts that it would find in the whole text, but for the last one: it looks no
   * further than the line behind a cut, and never back. It says of which segments that is true; where it is true of all up to
   * the end of an edit, the rest of the text is not looked at.
   */
  isLocal?(info: I): boolean;
}

export const initialState = '';

/** How much of a text is looked at behind an edit before it is known where its segments end. */
const AHEAD = 4096;

/** A version of a text and its segments. */
export interface Version<I> {
  readonly text: Text;
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
export function segmentsOf<I>(source: Text, cutting: Cutting<I>, before?: Version<I>): Segments<I> {
  if (before && before.segments.length > 0) return new Recutting(source, cutting, before).run();
  const text = source.toString();
  const cutter = cutting.cutter(text);
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
  const { end, info } = cut;
  return { length: end - at, lines: breaksIn(text, at, end), bytes: bytesIn(text, at, end), state, info };
}

/** A stretch of a text that is being cut again. */
interface Window<I> {
  readonly from: number;
  readonly text: string;
  readonly cutter: Cutter<I>;
}

class Recutting<I> {
  private readonly old: readonly Segment<I>[];
  /** The segments that are cut again, in place of some old ones. */
  private cut: Segment<I>[] = [];

  constructor(
    private readonly text: Text,
    private readonly cutting: Cutting<I>,
    private readonly before: Version<I>,
  ) {
    this.old = before.segments;
  }

  run(): Segments<I> {
    const common = commonEnds(this.before.text, this.text);
    return (this.cutting.isLocal && this.from(common)) || this.from(common, this.window(0, this.text.length))!;
  }

  /** Cuts again where the text may have changed. Undefined where the whole text has to be looked at, and is not given. */
  private from({ prefix, suffix }: Common, whole?: Window<I>): Segments<I> | undefined {
    const { text, old } = this;
    this.cut = [];
    const [first, start] = this.firstTouched(prefix, whole?.cutter);
    for (let i = 0; !whole && i < first; i++) if (!this.isLocal(old[i]!.info)) return undefined;
    let window = whole ?? this.window(start, text.length - suffix + AHEAD);
    const moved = text.length - this.before.text.length;
    let at = start;
    let state = old[first]?.state ?? initialState;
    let next = first;
    let nextAt = at;
    let after = 0;
    while (at < text.length) {
      const cut = window.cutter.next(at - window.from, state);
      if (!whole && !this.isSure(window, cut.end)) {
        window = this.window(at, at + 2 * window.text.length);
        continue;
      }
      if (!whole && !this.isLocal(cut.info)) return undefined;
      this.cut.push(segmentOf(window.text, at - window.from, state, cut));
      at = window.from + cut.end;
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

  private window(from: number, to: number): Window<I> {
    const text = from === 0 && to >= this.text.length ? this.text.toString() : this.text.slice(from, to);
    return { from, text, cutter: this.cutting.cutter(text) };
  }

  private isLocal(info: I): boolean {
    return this.cutting.isLocal?.(info) === true;
  }

  /** Whether a cut does not depend on what lies behind the window: the line behind it can be seen. */
  private isSure({ from, text }: Window<I>, end: number): boolean {
    return from + text.length === this.text.length || text.includes('\n', end);
  }

  /**
   * The first segment to cut again, and where it starts: the one before the edit, for where it ends may depend on the line that
   * the edit is in, or an earlier one that looked further.
   */
  private firstTouched(prefix: number, cutter: Cutter<I> | undefined): [index: number, start: number] {
    const { old } = this;
    let edited = 0;
    let at = 0;
    for (; edited < old.length - 1 && at + old[edited]!.length <= prefix; edited++) at += old[edited]!.length;
    const first = Math.max(0, edited - 1);
    const start = edited > 0 ? at - old[first]!.length : 0;
    if (!cutter?.holds) return [first, start];
    at = 0;
    for (let i = 0; i < first; i++) {
      const end = at + old[i]!.length;
      if (!cutter.holds(old[i]!, at, end)) return [i, at];
      at = end;
    }
    return [first, start];
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
