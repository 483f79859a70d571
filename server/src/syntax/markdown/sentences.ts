/**
 * Where sentences end: at `.`, `!`, `?` or `…` outside brackets and code, before white space and what may begin a
 * sentence. Quotation marks, citations, footnotes and comments that follow on the same line belong to what they follow.
 */
import type { FoundCitation } from './citations.js';
import type { FoundComment } from './comments.js';
import { isSpaceAt, trimEnd } from './lines.js';

export interface SentenceSource {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Stretches that no sentence ends in, as pairs of start and end, in order. */
  readonly shields: readonly number[];
  /** Citations, and numbers in brackets, by their groups. */
  readonly citations: readonly Pick<FoundCitation, 'groupFrom' | 'groupTo' | 'bracketed'>[];
  readonly comments: readonly FoundComment[];
  /** Where the bracket of a closing locator opens: it belongs to the sentence before it. */
  readonly locatorOpen: number | undefined;
}

/** After these a full stop ends no sentence. */
const ABBREVIATIONS = new Set(
  (
    'al e.g eg i.e ie cf vs viz p pp dr mr mrs ms prof rev st fig figs vol vols approx ca eds resp ibid ff ' +
    'bzw vgl z.b d.h bspw'
  ).split(' '),
);

/** After these it ends none if a number follows: `no. 5`, but `She said no. Then …`. */
const BEFORE_NUMBERS = new Set(
  'no nos nr art ch chap sec sect para par c n ed eq eqs tab ref refs jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);

/** No abbreviation above is longer. */
const LONGEST_ABBREVIATION = 8;
/** What may stand before an abbreviation without white space. */
const BEFORE_WORDS = '("\'“‘«[*_/–—-';

const CLOSERS = '"\'”’»›“)]*_';
const OPENERS = '"\'“‘«‹„¡¿([*_';
const OPENING_QUOTES = '"\'“‘«‹„';
const CAPITAL = /[\p{Lu}\p{Lt}\p{Lo}\p{N}@]/u;

/** From here on characters are Chinese or Japanese: `。`, `！`, `？`. */
const WIDE = 0x3000;

function isStop(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code === 46 || code === 33 || code === 63;
  return code === 0x2026 || code === 0x3002 || code === 0xff01 || code === 0xff1f;
}

/** The sentences of a paragraph as pairs of start and end, white space around them taken off. */
export function splitSentences(source: SentenceSource): number[] {
  return new Splitter(source).split();
}

class Splitter {
  private readonly text: string;
  private readonly to: number;
  private shield = 0;
  private citation = 0;
  private comment = 0;

  constructor(private readonly source: SentenceSource) {
    this.text = source.text;
    this.to = trimEnd(source.text, source.from, source.to);
  }

  split(): number[] {
    const { text, to } = this;
    const found: number[] = [];
    let start = this.skipSpace(this.source.from);
    let at = start;
    while (at < to) {
      if (!isStop(text, at)) {
        at++;
        continue;
      }
      let stop = at;
      const hidden = this.shieldEnd(at);
      if (hidden > 0) {
        at = hidden;
        // `(A sentence in brackets.)` ends where its brackets do.
        if (this.source.shields[this.shield] !== start || text[at - 1] !== ')' || !isStop(text, at - 2)) continue;
        stop = at - 2;
      }
      while (at < to && isStop(text, at)) at++;
      if (at === stop + 1 && text[stop] === '.' && this.isAbbreviation(start, stop)) continue;
      at = this.absorb(at);
      if (at >= to) break;
      const next = this.skipSpace(at);
      // The full stops of Chinese and Japanese need no white space behind them.
      if (text.charCodeAt(stop) < WIDE) {
        if (next === at) continue;
        if (!text.slice(at, next).includes('\n') && !this.mayBegin(next)) continue;
      }
      found.push(start, at);
      start = next;
      at = next;
    }
    if (start < to) found.push(start, to);
    return found;
  }

  private skipSpace(from: number): number {
    let at = from;
    while (at < this.to && isSpaceAt(this.text, at)) at++;
    return at;
  }

  /** The end of the shield around a place, or 0. Places are asked for in order. */
  private shieldEnd(at: number): number {
    const { shields } = this.source;
    while (this.shield < shields.length && shields[this.shield + 1]! <= at) this.shield += 2;
    const from = shields[this.shield];
    return from !== undefined && from <= at ? shields[this.shield + 1]! : 0;
  }

  /** Takes what belongs to a sentence after its full stop; gives its end. */
  private absorb(from: number): number {
    const { text, to, source } = this;
    let end = from;
    for (;;) {
      while (end < to && CLOSERS.includes(text[end]!)) end++;
      let at = end;
      while (at < to && (text[at] === ' ' || text[at] === '\t')) at++;
      const comment = this.commentFrom(at);
      const note = text[at] === '[' && text[at + 1] === '^' ? /^\[\^[^\s\]]+\]/.exec(text.slice(at, at + 40)) : null;
      if (comment) end = comment.to;
      else if (note) end = at + note[0].length;
      else if (at === source.locatorOpen) end = to;
      else {
        const group = this.groupFrom(at);
        if (group === 0) return end;
        end = group;
      }
      while (end < to && '.!?…'.includes(text[end]!)) end++;
    }
  }

  private commentFrom(at: number): FoundComment | undefined {
    const { comments } = this.source;
    while (this.comment < comments.length && comments[this.comment]!.from < at) this.comment++;
    const comment = comments[this.comment];
    return comment?.from === at ? comment : undefined;
  }

  /** The end of a citation that begins at a place and closes what was said, or 0 when it begins what follows. */
  private groupFrom(at: number): number {
    const { text, to } = this;
    const { citations } = this.source;
    while (this.citation < citations.length && citations[this.citation]!.groupFrom < at) this.citation++;
    const citation = citations[this.citation];
    if (citation?.groupFrom !== at) return 0;
    const end = citation.groupTo;
    let next = end;
    while (next < to && (text[next] === ' ' || text[next] === '\t')) next++;
    if (next >= to || text[next] === '\n' || this.commentStarts(next)) return end;
    return citation.bracketed && (next === end || this.mayBegin(next)) ? end : 0;
  }

  private commentStarts(at: number): boolean {
    return this.text.startsWith('<!--', at);
  }

  /** True when a sentence may begin here: a capital letter, a number, a script without capitals, an opening quote. */
  private mayBegin(at: number): boolean {
    const { text, to } = this;
    let i = at;
    while (i < to && i - at < 6 && OPENERS.includes(text[i]!)) {
      if (OPENING_QUOTES.includes(text[i]!)) return true;
      i++;
    }
    return i < to && CAPITAL.test(String.fromCodePoint(text.codePointAt(i)!));
  }

  private isAbbreviation(start: number, at: number): boolean {
    const { text } = this;
    const word = this.wordBefore(start, at);
    if (word === undefined) return false;
    if (/^\d/.test(word)) return at - start <= 3 && /^\d{1,3}$/.test(word);
    const folded = word.toLowerCase();
    if (ABBREVIATIONS.has(folded)) return true;
    if (BEFORE_NUMBERS.has(folded)) return /\p{N}/u.test(text[this.skipSpace(at + 1)] ?? '');
    // "I" ends sentences more often than it begins a name, unless another initial stands before it.
    if (word === 'I') return /\p{Lu}\.\s?I$/u.test(text.slice(Math.max(start, at - 5), at));
    return /^\p{Lu}(?:\.\p{Lu})*$/u.test(word);
  }

  /** The short word that ends before a full stop, full stops inside it and all; undefined when it is no short word. */
  private wordBefore(start: number, at: number): string | undefined {
    const { text } = this;
    let from = at;
    while (from > start && at - from <= LONGEST_ABBREVIATION) {
      const character = text[from - 1]!;
      if (BEFORE_WORDS.includes(character) || isSpaceAt(text, from - 1)) break;
      from--;
    }
    return from < at && at - from <= LONGEST_ABBREVIATION ? text.slice(from, at) : undefined;
  }
}
