import { sizeLimit } from '../yaml/problems.js';
import { type Cut, type Cutter, initialState, type Segment } from './segments.js';
import { isBare, isSilent, keyColon, lineAt, type YamlLine } from './yaml-lines.js';

/** What can be told of a stretch of YAML before it is read. */
export interface YamlInfo {
  /** The key at the left margin that it starts with, where others have entries below them. */
  readonly key: string | undefined;
  /** Something that may reach beyond the stretch: a document mark, a tab, a line that belongs to nothing. */
  readonly odd: boolean;
  /** A sign that may be an anchor; one that may be an alias. */
  readonly anchor: boolean;
  readonly star: boolean;
}

/** One object for the many segments of which there is nothing to tell, so that it is quick to pass over them. */
const plain: YamlInfo = { key: undefined, odd: false, anchor: false, star: false };

/** More entries than any review has: such a file is read whole, within the limits of that. */
const MOST = 25_000;

/** How the entries of a YAML file lie: each at the left margin, or set in below some keys at the left margin. */
export type Layout = 'entries' | { readonly below: ReadonlySet<string> };

/** The state of a segment at the left margin. An entry below a key has the key and its own indentation in its state. */
const margin = 'margin';

/** The key that a segment's entries stand below; undefined for a segment at the left margin. */
export function keyAbove({ state }: Segment<YamlInfo>): string | undefined {
  return state === margin || state === initialState ? undefined : state.slice(0, state.indexOf(':'));
}

/**
 * Whether a file cannot be read entry by entry. Everything in valid YAML is read entry by entry or told here: an entry ends at the
 * next line that is set in as far as its key or less, since all that belongs to it is set in further. What a mistake leaves
 * open ends there as well.
 */
export function isOdd(segments: readonly Segment<YamlInfo>[]): boolean {
  if (segments.length > MOST) return true;
  let anchor = false;
  let star = false;
  const keys = new Set<string>();
  let bytes = 0;
  for (let i = 0; i < segments.length; i++) {
    const { info, bytes: here } = segments[i]!;
    bytes += here;
    if (info === plain) continue;
    if (info.odd) return true;
    anchor ||= info.anchor;
    star ||= info.star;
    if (info.key === undefined) continue;
    if (keys.has(info.key)) return true;
    keys.add(info.key);
  }
  // Longer texts are not read at all, which is for the reader to say.
  return (anchor && star) || bytes > sizeLimit;
}

/** Cuts a YAML text into its entries. */
export function cutYaml(text: string, layout: Layout): Cutter<YamlInfo> {
  return { next: (at, state) => new YamlCutting(text, layout, at, state).run() };
}

class YamlCutting {
  private odd = false;
  private key: string | undefined;
  private line: YamlLine;

  constructor(
    private readonly text: string,
    private readonly layout: Layout,
    private readonly at: number,
    private readonly state: string,
  ) {
    this.line = lineAt(text, at);
  }

  run(): Cut<YamlInfo> {
    if (this.state === initialState) this.start();
    if (this.state === initialState || this.state === margin) return this.atMargin();
    return this.entry(Number(this.state.slice(this.state.indexOf(':') + 1)));
  }

  /** A file may begin with blank lines, comments and one `---`. Anything else but a key is not for us to cut. */
  private start(): void {
    const { text } = this;
    let marked = false;
    while (this.line.start < text.length) {
      const { start, content, end, next } = this.line;
      if (!isSilent(text, this.line)) {
        if (!marked && start === content && /^---[ \t]*$/.test(text.slice(start, end))) marked = true;
        else break;
      }
      if (next >= text.length) break;
      this.line = lineAt(text, next);
    }
    const first = this.line;
    if (isSilent(text, first)) return;
    if (first.start !== first.content || keyColon(text, first) === undefined) this.odd = true;
  }

  /** From a key at the left margin to the next one, or to the first entry that is set in below it. */
  private atMargin(): Cut<YamlInfo> {
    const { text, layout } = this;
    const colon = keyColon(text, this.line);
    const head = this.line;
    if (colon !== undefined) this.key = text.slice(head.content, colon).trimEnd();
    let entries =
      layout !== 'entries' && colon !== undefined && layout.below.has(this.key!) && isBare(text, colon, head.end);
    for (;;) {
      const { next } = this.line;
      if (next >= text.length) return this.cut(text.length, margin);
      this.line = lineAt(text, next);
      const { start, content } = this.line;
      if (isSilent(text, this.line)) continue;
      if (start === content && keyColon(text, this.line) !== undefined && !this.isMark())
        return this.cut(start, margin);
      if (entries && start < content && keyColon(text, this.line) !== undefined && !this.isTabbed()) {
        return this.cut(start, `${this.key}:${content - start}`);
      }
      entries = false;
      this.look(layout !== 'entries');
    }
  }

  /** An entry that is set in so far. */
  private entry(indent: number): Cut<YamlInfo> {
    const { text } = this;
    for (;;) {
      const { next } = this.line;
      if (next >= text.length) return this.cut(text.length, this.state);
      this.line = lineAt(text, next);
      const { start, content } = this.line;
      if (isSilent(text, this.line)) continue;
      const column = content - start;
      if (column === 0 && !this.isMark() && keyColon(text, this.line) !== undefined) return this.cut(start, margin);
      if (column === indent && !this.isTabbed() && keyColon(text, this.line) !== undefined) {
        return this.cut(start, this.state);
      }
      if (column === 0) this.odd = true;
      this.look(false);
    }
  }

  /** Looks for what reaches beyond the segment. Where keys at the margin have entries below, a bare word there is odd. */
  private look(words: boolean): void {
    const { text } = this;
    const { start, content } = this.line;
    if (this.isTabbed() || this.isMark()) this.odd = true;
    else if (start === content && (text[start] === '%' || (words && !'-]}'.includes(text[start]!)))) this.odd = true;
  }

  private isTabbed(): boolean {
    const { start, content } = this.line;
    for (let at = start; at < content; at++) if (this.text[at] === '\t') return true;
    return false;
  }

  private isMark(): boolean {
    const { start, end } = this.line;
    const mark = this.text.startsWith('---', start) || this.text.startsWith('...', start);
    return mark && (start + 3 === end || ' \t'.includes(this.text[start + 3]!));
  }

  private cut(end: number, after: string): Cut<YamlInfo> {
    const text = this.text.slice(this.at, end);
    const anchor = text.includes('&') && /(?:^|[^\p{L}\p{N}])&[^\s&]/u.test(text);
    const star = text.includes('*');
    const key = this.layout === 'entries' ? undefined : this.key;
    const isPlain = key === undefined && !this.odd && !anchor && !star;
    return { end, after, info: isPlain ? plain : { key, odd: this.odd, anchor, star } };
  }
}
