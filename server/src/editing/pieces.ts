import { Lines } from '../text/lines.js';
import type { Span } from '../text/span.js';
import type { TextEdit } from './change.js';

/** A replacement in one text, by offsets. Pieces of one edit do not overlap; an empty span is an insertion. */
export interface Piece {
  readonly span: Span;
  readonly text: string;
}

/** What was asked for, or why it cannot be had, in words for a person who is no programmer. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refused(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}

/** Pieces in the order of the text. Insertions at one place keep the order in which they are given. */
export function inOrder(pieces: readonly Piece[]): Piece[] {
  return [...pieces].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/** The text with all pieces put in. */
export function applyPieces(text: string, pieces: readonly Piece[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { span, text: put } of inOrder(pieces)) {
    parts.push(text.slice(from, span[0]), put);
    from = Math.max(from, span[1]);
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** True when no two pieces touch the same stretch of the text. */
export function areApart(pieces: readonly Piece[]): boolean {
  const sorted = inOrder(pieces);
  return sorted.every((each, index) => index === 0 || sorted[index - 1]!.span[1] <= each.span[0]);
}

/** Either a stretch of the text at the start, or text put in. */
type Segment = { readonly from: number; readonly to: number } | { readonly put: string };

/**
 * A file's text while it is being changed step by step. Every step is made on the text as the one before it left it;
 * what comes out are edits of the text as it was at the start.
 */
export class Draft {
  #segments: Segment[];
  #text: string;

  constructor(
    readonly path: string,
    readonly original: string,
  ) {
    this.#text = original;
    this.#segments = [{ from: 0, to: original.length }];
  }

  get text(): string {
    return this.#text;
  }

  /** Puts pieces into the text as it stands now. */
  edit(pieces: readonly Piece[]): void {
    const next: Segment[] = [];
    const rest = [...this.#segments].reverse();
    let at = 0;
    const take = (until: number, keep: boolean): void => {
      while (at < until) {
        const segment = rest.pop();
        if (!segment) return;
        const length = lengthOf(segment);
        const [head, tail] = length > until - at ? cut(segment, until - at) : [segment, undefined];
        if (tail) rest.push(tail);
        if (keep) next.push(head);
        at += lengthOf(head);
      }
    };
    for (const { span, text } of inOrder(pieces)) {
      take(span[0], true);
      take(span[1], false);
      if (text !== '') next.push({ put: text });
    }
    take(this.#text.length, true);
    this.#text = applyPieces(this.#text, pieces);
    this.#segments = next;
  }

  /** All that was done, as pieces of the original text, each as small as it can be. */
  pieces(): Piece[] {
    const pieces: Piece[] = [];
    let from = 0;
    let put = '';
    const flush = (to: number): void => {
      if (to > from || put !== '') {
        const piece = smallest(this.original, { span: [from, to], text: put });
        if (piece) pieces.push(piece);
      }
      put = '';
    };
    for (const segment of this.#segments) {
      if ('put' in segment) put += segment.put;
      else {
        if (segment.to === segment.from) continue;
        flush(segment.from);
        from = segment.to;
      }
    }
    flush(this.original.length);
    return pieces;
  }

  edits(): TextEdit[] {
    return toEdits(this.path, this.original, this.pieces());
  }
}

/** Pieces as edits of a file, each with the words that it replaces. */
export function toEdits(path: string, text: string, pieces: readonly Piece[]): TextEdit[] {
  const lines = new Lines(text);
  return inOrder(pieces).map(({ span, text: put }) => ({
    path,
    range: lines.placeOf(span),
    text: put,
    expected: text.slice(span[0], span[1]),
  }));
}

function lengthOf(segment: Segment): number {
  return 'put' in segment ? segment.put.length : segment.to - segment.from;
}

function cut(segment: Segment, length: number): [Segment, Segment] {
  if ('put' in segment) return [{ put: segment.put.slice(0, length) }, { put: segment.put.slice(length) }];
  const { from, to } = segment;
  return [
    { from, to: from + length },
    { from: from + length, to },
  ];
}

/** The piece without what it leaves as it is at its two ends; undefined when it leaves everything so. */
function smallest(text: string, { span, text: put }: Piece): Piece | undefined {
  let [start, end] = span;
  let [from, to] = [0, put.length];
  while (start < end && from < to && text[start] === put[from] && !splits(text, start + 1) && !splits(put, from + 1)) {
    start++;
    from++;
  }
  while (end > start && to > from && text[end - 1] === put[to - 1] && !splits(text, end - 1) && !splits(put, to - 1)) {
    end--;
    to--;
  }
  return start === end && from === to ? undefined : { span: [start, end], text: put.slice(from, to) };
}

/** True for an offset inside a Windows line end or a surrogate pair, where no edit may begin or end. */
function splits(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return (before === 13 && text.charCodeAt(at) === 10) || (before >= 0xd800 && before < 0xdc00);
}
