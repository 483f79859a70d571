/**
 * One pass over the words of a paragraph that finds its citations and comments, and all that hides them: code, HTML,
 * links' targets, addresses, math, deletions. Each character is looked at a bounded number of times.
 */
import { bareCitation, type FoundCitation, type FoundKey, groupCitations, keyAt } from './citations.js';
import { commentAt, type FoundComment } from './comments.js';
import { foldLabel, linkTargetEnd, referenceEnd } from './links.js';
import { type FoundNumber, numbersInBrackets } from './number-groups.js';

export type MarkKind = 'code' | 'comment' | 'html' | 'address' | 'target' | 'math' | 'gone' | 'escape';

/** A stretch that is not words: `gone` is struck out or noted in CriticMarkup, or a Quarto shortcode. */
export interface Mark {
  readonly kind: MarkKind;
  readonly from: number;
  readonly to: number;
}

export interface Inline {
  readonly marks: readonly Mark[];
  /** Where the brackets of links and images open: `[` or `!`; their targets are marks. */
  readonly linkStarts: readonly number[];
  /** What a sentence does not end in, as pairs of start and end: marks and everything in brackets. */
  readonly shields: readonly number[];
  readonly comments: readonly FoundComment[];
  readonly citations: readonly FoundCitation[];
  /** Numbers in brackets, which are citations where the bibliography has numbers. */
  readonly numbers: readonly FoundNumber[];
}

/** A round bracket that closes further away than this was never meant to: it keeps no sentences together. */
const FAR = 1000;

const SPECIAL = new Uint8Array(128);
for (const character of '\\`<[](){$@:') SPECIAL[character.charCodeAt(0)] = 1;

const ADDRESS = /<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>/iy;
const TAG =
  /<(?:\/[a-z][a-z0-9-]*\s*|[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?)>/iy;
/** A tag longer than this is not looked for: the expression must not run far from each of many `<`. */
const LONGEST_TAG = 4000;

/** Reads the words from `from` to `to`, a paragraph; `labels` are the folded labels of the document's link definitions. */
export function scanInline(text: string, from: number, to: number, labels: ReadonlySet<string>): Inline {
  return new InlineReader(text, from, to, labels).read();
}

class InlineReader {
  private readonly marks: Mark[] = [];
  private readonly linkStarts: number[] = [];
  private readonly shields: number[] = [];
  private readonly comments: FoundComment[] = [];
  private readonly citations: FoundCitation[] = [];
  private readonly numbers: FoundNumber[] = [];
  /** Keys that no bracket has closed around yet. */
  private readonly pending: FoundKey[] = [];
  private readonly bareSuffixes = new Map<FoundKey, string>();
  /** Open square brackets: where, and how many keys were pending then. */
  private readonly squares: number[] = [];
  private readonly pendingBefore: number[] = [];
  private readonly rounds: number[] = [];
  /** Where each closing word was found last; it need not be looked for again before that place. */
  private readonly found = new Map<string, number>();
  private lastSquare = -1;
  private ticks: Map<number, number[]> | undefined;
  private dollars: number[] | undefined;
  private dollar = 0;

  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly end: number,
    private readonly labels: ReadonlySet<string>,
  ) {}

  read(): Inline {
    const { text, end } = this;
    let at = this.start;
    while (at < end) {
      const code = text.charCodeAt(at);
      at = code < 128 && SPECIAL[code] === 1 ? this.readSpecial(at) : at + 1;
    }
    for (const key of this.pending) this.citations.push(bareCitation(key, this.bareSuffixes.get(key) ?? ''));
    this.citations.sort((a, b) => a.from - b.from);
    const { marks, linkStarts, shields, comments, citations, numbers } = this;
    return { marks, linkStarts, shields, comments, citations, numbers };
  }

  /** Reads what begins at a special character; gives where to go on. */
  private readSpecial(at: number): number {
    const { text, end } = this;
    switch (text[at]) {
      case '\\':
        if (at + 1 < end && /[!-/:-@[-`{-~]/.test(text[at + 1]!)) {
          this.marks.push({ kind: 'escape', from: at, to: at + 1 });
          if (text[at + 1] === '[') this.readEscapedSquare(at);
          return at + 2;
        }
        return at + 1;
      case '`':
        return this.readCode(at);
      case '<':
        return this.readAngle(at);
      case '[':
        this.squares.push(at);
        this.pendingBefore.push(this.pending.length);
        return at + 1;
      case ']':
        return this.closeSquare(at);
      case '(':
        this.rounds.push(at);
        return at + 1;
      case ')': {
        const open = this.rounds.pop();
        if (open !== undefined && at - open <= FAR) this.shield(open, at + 1);
        return at + 1;
      }
      case '{':
        return this.readBrace(at);
      case '$':
        return this.readMath(at);
      case '@':
        return this.readKey(at);
      default:
        return this.readUrl(at);
    }
  }

  private mark(kind: MarkKind, from: number, to: number): number {
    this.marks.push({ kind, from, to });
    this.shield(from, to);
    return to;
  }

  /** Adds a shield and takes away those inside it, so that they stay in order. */
  private shield(from: number, to: number): void {
    const { shields } = this;
    while (shields.length > 0 && shields[shields.length - 2]! >= from) shields.length -= 2;
    shields.push(from, to);
  }

  /** The next place of a word that closes something, or -1. Asked for in order, it reads each character once. */
  private find(word: string, from: number): number {
    const last = this.found.get(word);
    if (last !== undefined && (last < 0 || last >= from)) return last;
    const near = this.text.slice(from, this.end).indexOf(word);
    const found = near < 0 ? -1 : near + from;
    this.found.set(word, found);
    return found;
  }

  private readCode(at: number): number {
    const { text, end } = this;
    let to = at;
    while (to < end && text[to] === '`') to++;
    const length = to - at;
    this.ticks ??= tickRuns(text, this.start, end);
    const close = firstAfter(this.ticks.get(length) ?? [], to);
    return close === undefined ? to : this.mark('code', at, close + length);
  }

  private readAngle(at: number): number {
    const { text, end } = this;
    if (text.startsWith('<!--', at) && at + 4 <= end) {
      const comment = commentAt(text, at, this.start, end);
      this.comments.push(comment);
      return this.mark('comment', at, comment.to);
    }
    const next = text.charCodeAt(at + 1) | 32;
    if (text[at + 1] !== '/' && !(next >= 97 && next <= 122) && !(next >= 48 && next <= 57)) return at + 1;
    ADDRESS.lastIndex = at;
    if (ADDRESS.test(text) && ADDRESS.lastIndex <= end) return this.mark('address', at, ADDRESS.lastIndex);
    if (this.find('>', at) < 0) return at + 1;
    const near = text.slice(at, Math.min(end, at + LONGEST_TAG));
    TAG.lastIndex = 0;
    return TAG.test(near) ? this.mark('html', at, at + TAG.lastIndex) : at + 1;
  }

  private closeSquare(at: number): number {
    const { text, end, pending } = this;
    const open = this.squares.pop();
    const before = this.pendingBefore.pop();
    if (open === undefined || before === undefined) return at + 1;
    const plain = this.lastSquare < open;
    this.lastSquare = at;
    const target = text[at + 1] === '(' ? linkTargetEnd(text, at + 1, end) : this.referenceTarget(open, at, plain);
    if (target > 0) {
      pending.length = before;
      this.linkStarts.push(text[open - 1] === '!' && open > this.start ? open - 1 : open);
      this.shield(open, at + 1);
      this.mark('target', at, target);
      return target;
    }
    this.shield(open, at + 1);
    const wiki = open > this.start && text[open - 1] === '[' && text[at + 1] === ']';
    if (wiki || text[open + 1] === '^') {
      pending.length = before;
    } else if (open > this.start && text[open - 1] === '^') {
      // An inline footnote, `^[…]`: keys in it stand as they do in any text.
    } else if (pending.length > before) {
      for (const one of groupCitations(text, open, at, pending.splice(before))) this.citations.push(one);
    } else {
      const last = pending.at(-1);
      if (last && last.end === open - 1 && text[open - 1] === ' ') {
        this.bareSuffixes.set(last, text.slice(open + 1, at));
      } else if (plain) this.readNumbers([open, at + 1], [open + 1, at]);
    }
    return at + 1;
  }

  private readNumbers(group: readonly [number, number], inside: readonly [number, number]): void {
    const { text, start, end, numbers } = this;
    for (const one of numbersInBrackets(text, [start, end], group, inside)) numbers.push(one);
  }

  /** `\[4\]`: how converters write brackets that are no link. */
  private readEscapedSquare(at: number): void {
    const near = this.text.slice(at, Math.min(this.end, at + 400));
    const inside = /^\\\[([^[\]\\]+)\\\]/.exec(near)?.[1];
    if (inside === undefined) return;
    const from = at + 2;
    this.readNumbers([at, from + inside.length + 2], [from, from + inside.length]);
  }

  /** Where `[text][label]`, `[label][]` or `[label]` ends, when the document defines the label; else 0. */
  private referenceTarget(open: number, close: number, plain: boolean): number {
    if (this.labels.size === 0) return 0;
    const to = this.text[close + 1] === '[' ? referenceEnd(this.text, close + 1, this.end) : 0;
    if (to > close + 3) return this.labels.has(foldLabel(this.text.slice(close + 2, to - 1))) ? to : 0;
    if (!plain || close - open > FAR) return 0;
    return this.labels.has(foldLabel(this.text.slice(open + 1, close))) ? Math.max(to, close + 1) : 0;
  }

  /** CriticMarkup's notes and deletions, and Quarto's shortcodes. */
  private readBrace(at: number): number {
    const opening = this.text.slice(at, at + 3);
    const closing = opening === '{>>' ? '<<}' : opening === '{--' ? '--}' : opening === '{{<' ? '>}}' : '';
    if (closing !== '') {
      const found = this.find(closing, at + 3);
      return found < 0 ? at + 1 : this.mark('gone', at, found + 3);
    }
    if (opening !== '{~~') return at + 1;
    const arrow = this.find('~>', at + 3);
    return arrow < 0 || this.find('~~}', arrow) < 0 ? at + 1 : this.mark('gone', at, arrow + 2);
  }

  /** Math as Pandoc reads it: after `$` no space, before the closing `$` none, and no digit behind that. */
  private readMath(at: number): number {
    const { text, end } = this;
    if (text[at + 1] === '$') {
      const found = this.find('$$', at + 2);
      return found < 0 ? at + 2 : this.mark('math', at, found + 2);
    }
    if (at + 1 >= end || /\s/.test(text[at + 1]!)) return at + 1;
    this.dollars ??= closingDollars(text, this.start, end);
    while (this.dollar < this.dollars.length && this.dollars[this.dollar]! <= at + 1) this.dollar++;
    const close = this.dollars[this.dollar];
    return close === undefined ? at + 1 : this.mark('math', at, close + 1);
  }

  private readKey(at: number): number {
    const key = keyAt(this.text, at, this.start, this.end, this.squares.length > 0);
    if (!key) return at + 1;
    this.pending.push(key);
    return key.end;
  }

  /** A bare address: from its scheme to white space, without the punctuation that ends it. */
  private readUrl(at: number): number {
    const { text, end } = this;
    if (text[at + 1] !== '/' || text[at + 2] !== '/') return at + 1;
    let from = at;
    while (from > this.start && at - from < 12 && /[a-z]/i.test(text[from - 1]!)) from--;
    if (from === at) return at + 1;
    let to = at + 3;
    let depth = 0;
    for (; to < end; to++) {
      const character = text[to]!;
      if (/[\s<>[\]`"]/.test(character)) break;
      if (character === '(') depth++;
      if (character === ')' && --depth < 0) break;
    }
    while (to > at + 3 && /[.,;:!?'*_]/.test(text[to - 1]!)) to--;
    return this.mark('address', from, to);
  }
}

/** Where runs of backticks start, by their length. */
function tickRuns(text: string, start: number, end: number): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  let at = text.indexOf('`', start);
  while (at >= 0 && at < end) {
    let to = at;
    while (to < end && text[to] === '`') to++;
    const list = runs.get(to - at);
    if (list) list.push(at);
    else runs.set(to - at, [at]);
    at = text.indexOf('`', to);
  }
  return runs;
}

/** The first of some ascending numbers that is not below `from`. */
function firstAfter(ascending: readonly number[], from: number): number | undefined {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return ascending[low];
}

function closingDollars(text: string, start: number, end: number): number[] {
  const found: number[] = [];
  let at = text.indexOf('$', start + 1);
  while (at >= 0 && at < end) {
    if (!/[\s\\]/.test(text[at - 1]!) && !/\d/.test(text[at + 1] ?? '')) found.push(at);
    at = text.indexOf('$', at + 1);
  }
  return found;
}
