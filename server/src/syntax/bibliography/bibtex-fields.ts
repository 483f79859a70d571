import type { Span } from '../../text/span.js';
import { fieldAt, nameEnd, type Survey, skipSpace, trimEnd } from './bibtex-scan.js';
import type { UnreadableDetail } from './problems.js';

/** A part of a value: text inside its delimiters, or a bare word, which is a number or the name of a `@string`. */
export interface Piece {
  readonly at: Span;
  readonly bare: boolean;
}

/** A field and the pieces that `#` joins. */
export interface Field {
  /** In lower case. */
  readonly name: string;
  readonly pieces: readonly Piece[];
}

/** What can be read between two offsets of an entry. */
export interface Fields {
  readonly fields: readonly Field[];
  /** The offset after the last character that belongs to the entry. */
  readonly end: number;
  /** The first thing that cannot be read. */
  readonly trouble: { readonly at: Span; readonly detail: UnreadableDetail } | undefined;
}

type Trouble = NonNullable<Fields['trouble']>;

/** A trouble, or where reading goes on. */
interface Step {
  readonly at: number;
  readonly trouble?: Trouble;
}

/**
 * The fields of an entry that is whole: from `start`, which is after the key, to its closing bracket at `close`. Stops at
 * the first trouble. Jumps over values in braces, so that entries inside values cost nothing. `bare` lets the first field
 * stand without a comma before it, as in `@string`.
 */
export function strictFields(text: string, { closes }: Survey, start: number, close: number, bare: boolean): Fields {
  const fields: Field[] = [];
  let comma = bare;
  let at = skipSpace(text, start, close);
  while (at < close) {
    if (text[at] === ',') {
      comma = true;
      at = skipSpace(text, at + 1, close);
      continue;
    }
    if (!comma) return { fields, end: at, trouble: spot(text, at, 'comma-missing') };
    comma = false;
    const equals = fieldAt(text, at, close);
    if (equals === undefined) return { fields, end: at, trouble: noField(text, at, close) };
    const pieces: Piece[] = [];
    const name = text.slice(at, nameEnd(text, at, close)).toLowerCase();
    const step = values(text, closes, equals + 1, close, pieces, [at, equals + 1], from => {
      const end = closes[from]!;
      return end > 0 && end < close ? end : undefined;
    });
    if (step.trouble !== undefined) return { fields, end: step.at, trouble: step.trouble };
    fields.push({ name, pieces });
    at = skipSpace(text, step.at, close);
  }
  return { fields, end: close + 1, trouble: undefined };
}

/**
 * The fields of an entry that is not whole, from `start` to `bound`, where the next entry starts at the latest. Goes on
 * after each trouble at the next field. A value whose brace is missing ends where a line starts with another field.
 * `closer` is the bracket that closes the entry.
 */
export function lenientFields(
  text: string,
  { closes }: Survey,
  start: number,
  bound: number,
  bare: boolean,
  closer: string,
): Fields {
  const fields: Field[] = [];
  let trouble: Trouble | undefined;
  let comma = bare;
  let at = skipSpace(text, start, bound);
  while (at < bound) {
    const character = text[at]!;
    if (character === ',') {
      comma = true;
      at = skipSpace(text, at + 1, bound);
    } else if (character === closer) {
      if (!goesOn(text, at + 1, bound)) return { fields, end: at + 1, trouble };
      trouble ??= { at: [at, at + 1], detail: 'closed-early' };
      at = skipSpace(text, at + 1, bound);
    } else {
      const equals = fieldAt(text, at, bound);
      if (equals === undefined) {
        trouble ??= noField(text, at, bound);
        at = nextField(text, at, bound);
        comma = true;
        continue;
      }
      if (!comma) trouble ??= spot(text, at, 'comma-missing');
      comma = false;
      const pieces: Piece[] = [];
      const name = text.slice(at, nameEnd(text, at, bound)).toLowerCase();
      const step = values(text, closes, equals + 1, bound, pieces, [at, equals + 1], from =>
        trusted(text, closes[from]!, bound) ? closes[from]! : undefined,
      );
      if (pieces.length > 0) fields.push({ name, pieces });
      trouble ??= step.trouble;
      at = skipSpace(text, step.at, bound);
      if (step.trouble !== undefined) comma = true;
    }
  }
  const end = trimEnd(text, start, bound);
  return { fields, end, trouble: trouble ?? { at: [start, end], detail: 'never-closed' } };
}

/** Whether more fields of the same entry follow: a comma and `name =`. */
export function goesOn(text: string, at: number, bound: number): boolean {
  const comma = skipSpace(text, at, bound);
  return text[comma] === ',' && comma < bound && fieldAt(text, skipSpace(text, comma + 1, bound), bound) !== undefined;
}

/** In a broken entry a closing brace is believed when what follows it is what follows a value. */
function trusted(text: string, close: number, bound: number): boolean {
  if (close === 0 || close >= bound) return false;
  const next = skipSpace(text, close + 1, bound);
  if (next >= bound) return false;
  return ',}#)'.includes(text[next]!) || fieldAt(text, next, bound) !== undefined;
}

/** Reads `piece # piece …`. `closeOf` tells where a brace closes; when it does not, the value ends where it must. */
function values(
  text: string,
  closes: Int32Array,
  start: number,
  limit: number,
  pieces: Piece[],
  field: Span,
  closeOf: (brace: number) => number | undefined,
): Step {
  let at = start;
  for (;;) {
    at = skipSpace(text, at, limit);
    const character = at < limit ? text[at] : undefined;
    if (character === '{' || character === '"') {
      const close = character === '{' ? closeOf(at) : quoteEnd(text, closes, at, limit);
      if (close === undefined) {
        const end = nextField(text, at + 1, limit);
        pieces.push({ at: [at + 1, withoutComma(text, at + 1, end)], bare: false });
        return { at: end, trouble: { at: [field[0], at + 1], detail: 'value-unclosed' } };
      }
      pieces.push({ at: [at + 1, close], bare: false });
      at = close + 1;
    } else {
      const end = nameEnd(text, at, limit);
      if (end === at) return { at, trouble: { at: field, detail: 'value-missing' } };
      // In `year =` before a line `title = …` the word "title" is not the year.
      if (fieldAt(text, at, limit) !== undefined) return { at, trouble: { at: field, detail: 'value-missing' } };
      pieces.push({ at: [at, end], bare: true });
      at = end;
    }
    const next = skipSpace(text, at, limit);
    if (next >= limit || text[next] !== '#') return { at };
    at = next + 1;
  }
}

/** The closing quotation mark: the next one outside braces. */
function quoteEnd(text: string, closes: Int32Array, quote: number, limit: number): number | undefined {
  for (let at = quote + 1; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) return at;
    if (code === 125) return undefined;
    if (code === 123) {
      const close = closes[at]!;
      if (close === 0 || close >= limit) return undefined;
      at = close;
    }
  }
  return undefined;
}

/** The offset of the next line that starts with a field, or the bound. */
function nextField(text: string, from: number, bound: number): number {
  for (let at = lineEnd(text, from, bound); at < bound; at = lineEnd(text, at, bound)) {
    at = skipSpace(text, at, bound);
    if (fieldAt(text, at, bound) !== undefined) return at;
  }
  return bound;
}

function lineEnd(text: string, from: number, bound: number): number {
  let at = from;
  while (at < bound && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at += 1;
  return at;
}

/** The end of an unclosed value without white space and the comma and bracket that end a field or an entry. */
function withoutComma(text: string, start: number, limit: number): number {
  let end = trimEnd(text, start, limit);
  while (end > start && ',}'.includes(text[end - 1]!)) end = trimEnd(text, start, end - 1);
  return end;
}

function noField(text: string, at: number, limit: number): Trouble {
  const end = nameEnd(text, at, limit);
  return end === at ? spot(text, at, 'name-missing') : { at: [at, end], detail: 'equals-missing' };
}

/** The word or the character at an offset. */
function spot(text: string, at: number, detail: UnreadableDetail): Trouble {
  return { at: [at, Math.max(at + 1, nameEnd(text, at, Math.min(text.length, at + 80)))], detail };
}
