/** Makes a block of the document out of its words: their sentences, citations, tags, comments and locator. */
import type { Span } from '../../text/span.js';
import type { FoundCitation } from './citations.js';
import { commentsIn, type FoundComment, toComment } from './comments.js';
import type { Block, BlockKind, BracketedNumber, Citation, Comment, Sentence, Tag } from './document.js';
import { type Inline, scanInline } from './inline.js';
import type { Leaf } from './leaves.js';
import type { FoundNumber } from './number-groups.js';
import { type SentenceSource, splitSentences } from './sentences.js';
import { readTail, type Tail } from './tags.js';
import { Words } from './words.js';

/** A block whose leaves have been gathered and whose words are still to be read. */
export interface Gathered {
  kind: BlockKind;
  from: number;
  to: number;
  /** The pieces of each of its paragraphs. */
  readonly parts: number[][];
  /** Comments that stand alone within it, as in a quote. */
  readonly comments: Comment[];
}

const CALLOUT = /^\[!([\w-]+)\][-+]?[ \t]*/;
const TASK = /^\[[ xX]\][ \t]+/;

/** Reads a paragraph, list item, quote or callout. `labels` are the folded labels of the document's link definitions. */
export function readProse(source: string, gathered: Gathered, labels: ReadonlySet<string>): Block {
  const kind = takeMarker(source, gathered);
  return new Prose(kind, [gathered.from, gathered.to], source, gathered, labels);
}

/** A paragraph of a block, as far as its marks, with what its sentences are made of. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly inline: Inline;
  readonly comments: readonly Comment[];
}

interface Read {
  readonly words: Words;
  readonly text: string;
  readonly tags: readonly Tag[];
  readonly locator: Block['locator'];
  readonly comments: readonly Comment[];
  readonly parts: readonly Part[];
  readonly tail: Tail;
}

/**
 * A block of prose, read when somebody asks: most of a study is not data, and nothing asks for the sentences of what is.
 */
class Prose implements Block {
  private readonly source: string;
  private readonly gathered: Gathered;
  private readonly labels: ReadonlySet<string>;
  private known: Read | undefined;
  private knownSentences: readonly Sentence[] | undefined;

  constructor(
    readonly kind: BlockKind,
    readonly at: Span,
    source: string,
    gathered: Gathered,
    labels: ReadonlySet<string>,
  ) {
    this.source = source;
    this.gathered = gathered;
    this.labels = labels;
  }

  get text(): string {
    return this.read().text;
  }

  get tags(): readonly Tag[] {
    return this.read().tags;
  }

  get locator(): Block['locator'] {
    return this.read().locator;
  }

  get comments(): readonly Comment[] {
    return this.read().comments;
  }

  get shape(): string {
    const from = this.at[0];
    return this.gathered.parts.map(pieces => pieces.map(at => at - from).join()).join('/');
  }

  get sentences(): readonly Sentence[] {
    this.knownSentences ??= this.readSentences();
    return this.knownSentences;
  }

  private read(): Read {
    this.known ??= readWords(this.source, this.gathered, this.labels);
    return this.known;
  }

  private readSentences(): readonly Sentence[] {
    const { words, parts, tail } = this.read();
    const sentences: Sentence[] = [];
    for (const part of parts) {
      const last = part === parts.at(-1);
      const open = last ? tail.locator?.open : undefined;
      readSentences(
        this.source,
        words,
        part.from,
        last ? tail.end : part.to,
        part.inline,
        part.comments,
        open,
        sentences,
      );
    }
    return sentences;
  }
}

function readWords(source: string, gathered: Gathered, labels: ReadonlySet<string>): Read {
  const words = new Words(source, gathered.parts);
  const { text, parts: bounds } = words;
  const parts: Part[] = [];
  const comments: Comment[] = [...gathered.comments];
  let tail: Tail = { end: 0, tags: [] };
  for (let i = 0; i < bounds.length; i += 2) {
    const from = bounds[i]!;
    const to = bounds[i + 1]!;
    const inline = scanInline(text, from, to, labels);
    if (i + 2 >= bounds.length) tail = readTail(text, from, to, inline);
    const own = inline.comments.map(comment => toComment(words, comment));
    for (const comment of own) comments.push(comment);
    parts.push({ from, to, inline, comments: own });
  }
  if (gathered.comments.length > 0) comments.sort((a, b) => a.at[0] - b.at[0]);
  const tags: Tag[] = tail.tags.map(tag => ({ name: tag.name, at: words.span(tag.from, tag.to) }));
  const { locator } = tail;
  return {
    words,
    text: text.slice(0, tail.end).trim(),
    tags,
    locator: locator && {
      text: text.slice(locator.from, locator.to),
      at: words.span(locator.from, locator.to),
    },
    comments,
    parts,
    tail,
  };
}

/** A block that has no words; `comments` are told for HTML and tables. */
export function wordless(kind: BlockKind, from: number, to: number, comments: readonly Comment[]): Block {
  return { kind, at: [from, to], text: '', tags: [], sentences: [], comments };
}

/** The comments of an HTML leaf, and whether there is anything else in it. */
export function readHtml(source: string, leaf: Leaf): { comments: Comment[]; alone: boolean } {
  const words = new Words(source, [leaf.pieces]);
  const found = commentsIn(words);
  let rest = 0;
  let alone = found.length > 0;
  for (const comment of found) {
    if (words.text.slice(rest, comment.from).trim() !== '') alone = false;
    rest = comment.to;
  }
  if (words.text.slice(rest).trim() !== '') alone = false;
  return { comments: found.map(comment => toComment(words, comment)), alone };
}

/** The comments in a table, row by row, those in code left out. */
export function readTableComments(source: string, leaf: Leaf, labels: ReadonlySet<string>): Comment[] {
  if (!source.slice(leaf.from, leaf.to).includes('<!--')) return [];
  const comments: Comment[] = [];
  for (let i = 0; i < leaf.pieces.length; i += 2) {
    const words = new Words(source, [[leaf.pieces[i]!, leaf.pieces[i + 1]!]]);
    const found = scanInline(words.text, 0, words.text.length, labels).comments;
    comments.push(...found.map(comment => toComment(words, comment)));
  }
  return comments;
}

/** Takes `[!note]` off a callout and `[ ]` off a task; gives the kind that the block turns out to be. */
function takeMarker(source: string, gathered: Gathered): BlockKind {
  const first = gathered.parts[0];
  if (!first || source[first[0]!] !== '[') return gathered.kind;
  const line = source.slice(first[0]!, Math.min(first[1]!, first[0]! + 100));
  const found = gathered.kind === 'quote' ? CALLOUT.exec(line) : gathered.kind === 'item' ? TASK.exec(line) : null;
  if (!found) return gathered.kind;
  first[0] = first[0]! + found[0].length;
  return gathered.kind === 'quote' ? 'callout' : 'item';
}

function readSentences(
  source: string,
  words: Words,
  from: number,
  to: number,
  inline: Inline,
  comments: readonly Comment[],
  locatorOpen: number | undefined,
  into: Sentence[],
): void {
  const { text } = words;
  const bounds = splitSentences({ text, from, to, locatorOpen, ...inline, citations: groupsOf(inline) });
  let citation = 0;
  let number = 0;
  let comment = 0;
  for (let i = 0; i < bounds.length; i += 2) {
    const start = bounds[i]!;
    const end = bounds[i + 1]!;
    const last = i + 2 >= bounds.length;
    const citations: Citation[] = [];
    for (; citation < inline.citations.length; citation++) {
      const found = inline.citations[citation]!;
      if (found.from >= end) break;
      citations.push(toCitation(words, found));
    }
    const numbers: BracketedNumber[] = [];
    for (; number < inline.numbers.length && inline.numbers[number]!.from < end; number++) {
      numbers.push(toNumber(words, inline.numbers[number]!));
    }
    const own: Comment[] = [];
    // Comments among the tags at the end belong to the last sentence, though it ends before them.
    for (; comment < inline.comments.length && (last || begins(inline.comments[comment]!, end)); comment++) {
      own.push(comments[comment]!);
    }
    const at = words.span(start, end);
    into.push({ at, text: source.slice(at[0], at[1]), citations, numbers, comments: own });
  }
}

/** What may follow the full stop of a sentence that it belongs to. */
function groupsOf({ citations, numbers }: Inline): SentenceSource['citations'] {
  if (numbers.length === 0) return citations;
  const bracketed = numbers.map(({ groupFrom, groupTo }) => ({ groupFrom, groupTo, bracketed: true }));
  return [...citations, ...bracketed].sort((a, b) => a.groupFrom - b.groupFrom);
}

function begins(comment: FoundComment, before: number): boolean {
  return comment.from < before;
}

export function toCitation(words: Words, found: FoundCitation): Citation {
  return {
    key: found.key,
    at: words.span(found.from, found.to),
    prefix: found.prefix,
    suffix: found.suffix,
    group: words.span(found.groupFrom, found.groupTo),
    bracketed: found.bracketed,
  };
}

export function toNumber(words: Words, found: FoundNumber): BracketedNumber {
  return {
    number: found.number,
    at: words.span(found.from, found.to),
    prefix: found.prefix,
    group: words.span(found.groupFrom, found.groupTo),
  };
}
