import { type LeafRun, leafRuns } from '../markdown/blocks.js';
import { readFrontMatter } from '../markdown/front-matter.js';
import { isMarker, pairGenerated } from '../markdown/generated.js';
import { readHtml } from '../markdown/read-block.js';
import { type Cut, type Cutter, initialState, type Segment } from './segments.js';

/** What reaches out of a stretch of Markdown. */
export interface MarkdownInfo {
  /** Where the front matter ends, in the first segment of a text that starts like one; undefined if it has none. */
  readonly front: number | undefined;
  readonly dashed: boolean;
  /** True where it starts like front matter, and no line closes it. */
  readonly unclosed: boolean;
  /** The comments that open and close generated blocks. */
  readonly markers: readonly string[];
  /** Folded labels of link definitions. */
  readonly labels: readonly string[];
  /**
   * How many `<!--` have no `-->` behind them; 2 stands for more. Where the comment of one ends depends on which of the two
   * signs comes next, where that of several ends on whether there is a `-->` at all.
   */
  readonly dangling: 0 | 1 | 2;
}

const body = 'body';
const none: readonly string[] = [];

/** Whether nothing is open at the end of a stretch that something further on may close: no comment, and no front matter. */
export function isClosed({ dangling, unclosed }: MarkdownInfo): boolean {
  return dangling === 0 && !unclosed;
}

/** Cuts Markdown before headings at the left margin, where nothing is open. */
export function cutMarkdown(text: string): Cutter<MarkdownInfo> {
  return new MarkdownCutter(text);
}

class MarkdownCutter implements Cutter<MarkdownInfo> {
  private readonly ahead: CommentSigns;
  private readonly behind: CommentSigns;
  private readonly kept: CommentSigns;
  private readRun: (() => LeafRun) | undefined;
  /** Where the last signs stand that open and close a comment, of those that were passed, and the last but one to open it. */
  private opened = -1;
  private openedBefore = -1;
  private closed = -1;
  private passed = 0;
  private start = 0;

  constructor(private readonly text: string) {
    this.ahead = new CommentSigns(text);
    this.behind = new CommentSigns(text);
    this.kept = new CommentSigns(text);
  }

  next(at: number, state: string): Cut<MarkdownInfo> {
    const { text } = this;
    const dashed = state === initialState && text.startsWith('---');
    const found = dashed ? readFrontMatter(text) : undefined;
    const front = found?.whole[1];
    this.start = front ?? at;
    this.passed = Math.max(this.passed, this.start);
    // A rule at the start is one because of the line below it.
    const rule = dashed && front === undefined ? /[\r\n]+/.exec(text) : null;
    const least = rule ? rule.index + rule[0].length : 0;
    this.readRun ??= leafRuns(text, this.start, end => end > least && !this.ahead.reachBack(end, this.dangling(end)));
    const { leaves, labels, end } = this.readRun();
    const markers = leaves
      .filter(leaf => leaf.kind === 'html')
      .flatMap(leaf =>
        readHtml(text, leaf)
          .comments.filter(isMarker)
          .map(comment => comment.text),
      );
    const info: MarkdownInfo = {
      front,
      dashed,
      unclosed: dashed && found?.closed !== true,
      markers: markers.length > 0 ? markers : none,
      labels: labels.size > 0 ? [...labels] : none,
      dangling: this.dangling(end),
    };
    return { end, after: body, info };
  }

  holds({ info }: Segment<MarkdownInfo>, _: number, end: number): boolean {
    if (info.dashed && readFrontMatter(this.text)?.whole[1] !== info.front) return false;
    return !this.kept.reachBack(end, info.dangling);
  }

  /** How many comments the segment at hand leaves open, if it ends here. Asked for in order. */
  private dangling(end: number): MarkdownInfo['dangling'] {
    const { behind } = this;
    for (let at = behind.opening(this.passed); at >= 0 && at < end; at = behind.opening(at + 1)) {
      this.openedBefore = this.opened;
      this.opened = at;
    }
    for (let at = behind.closing(this.passed); at >= 0 && at < end; at = behind.closing(at + 1)) this.closed = at;
    this.passed = end;
    const isOpen = (at: number): boolean => at >= this.start && at > this.closed;
    if (!isOpen(this.opened)) return 0;
    return isOpen(this.openedBefore) ? 2 : 1;
  }
}

/** Finds the signs that open and close comments. Asked for in order, it looks at each character once. */
class CommentSigns {
  private nextOpening = -2;
  private nextClosing = -2;

  constructor(private readonly text: string) {}

  /** The next `<!--` at or after an offset, or -1. */
  opening(at: number): number {
    if (this.nextOpening !== -1 && this.nextOpening < at) this.nextOpening = this.text.indexOf('<!--', at);
    return this.nextOpening;
  }

  /** The next `-->` at or after an offset, or -1. */
  closing(at: number): number {
    if (this.nextClosing !== -1 && this.nextClosing < at) this.nextClosing = this.text.indexOf('-->', at);
    return this.nextClosing;
  }

  /** Whether what follows an offset says where comments end that are open there: so many, as `MarkdownInfo` counts them. */
  reachBack(at: number, dangling: MarkdownInfo['dangling']): boolean {
    if (dangling === 0) return false;
    const closing = this.closing(at);
    if (closing < 0 || dangling === 2) return closing >= 0;
    const opening = this.opening(at);
    return opening < 0 || closing < opening;
  }
}

/** How many segments belong together, run by run: a generated block is one, whatever headings stand in it. */
export function generatedRuns(segments: readonly Segment<MarkdownInfo>[]): readonly number[] {
  const owners: number[] = [];
  const markers: { text: string; at: readonly [number, number] }[] = [];
  segments.forEach(({ info }, index) => {
    for (const text of info.markers) {
      markers.push({ text, at: [markers.length, markers.length] });
      owners.push(index);
    }
  });
  // The last segment of what starts with each segment.
  const reach = new Map<number, number>();
  for (const { open, close } of pairGenerated(markers)) {
    if (close) reach.set(owners[open[0]]!, owners[close[0]]!);
  }
  const runs: number[] = [];
  for (let i = 0; i < segments.length; ) {
    let last = i;
    for (let j = i; j <= last; j++) last = Math.max(last, reach.get(j) ?? j);
    runs.push(last - i + 1);
    i = last + 1;
  }
  return runs;
}

/** The labels of all link definitions of a document. */
export function labelsOf(segments: readonly Segment<MarkdownInfo>[]): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const { info } of segments) for (const label of info.labels) labels.add(label);
  return labels;
}

export function sameLabels(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every(label => b.has(label));
}

/** True when a text surely holds none of the labels in which two sets differ. */
export function isUntouched(text: string, a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const folded = text.toLowerCase();
  const isAbsent = (label: string): boolean => /^[!-~]+$/.test(label) && !folded.includes(label);
  for (const label of a) if (!b.has(label) && !isAbsent(label)) return false;
  for (const label of b) if (!a.has(label) && !isAbsent(label)) return false;
  return true;
}
