import type { Span } from '../../text/span.js';

/** A word of a filter or a definition, with its place in that text. */
export interface Word {
  readonly text: string;
  readonly at: Span;
}

/** A filter over the included studies, as `docs/format.md` tells it. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly part: Filter }
  /** `country:UK`: this value, alone or among others. */
  | { readonly kind: 'value'; readonly field: Word; readonly value: Word }
  /** `data-collection:(interview only)`: these values and no other. */
  | { readonly kind: 'exactly'; readonly field: Word; readonly values: readonly Word[] }
  | { readonly kind: 'group'; readonly name: Word }
  | { readonly kind: 'compare'; readonly field: Word; readonly sign: Sign; readonly number: number };

export type Sign = '<' | '<=' | '>' | '>=' | '=';

/** Why a text is no filter: what was waited for, and where. */
export interface FilterError {
  readonly expected:
    | 'condition'
    | 'value'
    | 'number'
    | 'connector'
    | 'bracket'
    | 'quote'
    | 'only'
    | 'colon'
    | 'shorter'
    | 'end';
  readonly at: Span;
  /** What stands there instead; empty at the end. */
  readonly found: string;
}

export type FilterReading = { readonly filter: Filter } | { readonly error: FilterError };

/** The same text for filters that mean the same, whatever their spacing. */
export function canonical(filter: Filter): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return `(${filter.parts.map(canonical).join(` ${filter.kind} `)})`;
    case 'not':
      return `not ${canonical(filter.part)}`;
    case 'value':
      return `${fold(filter.field)}:${quoted(filter.value)}`;
    case 'exactly':
      return `${fold(filter.field)}:(${filter.values.map(quoted).join(',')} only)`;
    case 'group':
      return `group:${quoted(filter.name)}`;
    case 'compare':
      return `${fold(filter.field)}${filter.sign}${filter.number}`;
  }
}

function fold({ text }: Word): string {
  return foldValue(text);
}

function quoted(word: Word): string {
  return JSON.stringify(foldValue(word.text));
}

/** The form in which values are compared: composed, in lower case, white space as single spaces. */
export function foldValue(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
