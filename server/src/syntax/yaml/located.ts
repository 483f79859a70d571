import type { Span } from '../../text/span.js';

/** How a scalar is written. `empty` is a key with nothing after it; `alias` stands for an anchored value. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'empty' | 'alias';

/** A scalar. `value` is always the text as YAML reads it, never turned into a number, date or truth value. */
export interface LocatedScalar {
  readonly kind: 'scalar';
  readonly value: string;
  /** The scalar as written: with its quotes, without its comment; for `|` and `>` from the indicator to the end. */
  readonly at: Span;
  readonly style: ScalarStyle;
  /** True when the text at `at` is `value` to the letter. */
  readonly exact: boolean;
}

/** A list, `- a` or `[a, b]`. */
export interface LocatedList {
  readonly kind: 'list';
  readonly at: Span;
  readonly flow: boolean;
  readonly items: readonly Located[];
}

/** One `key: value` of a map. */
export interface LocatedEntry {
  readonly key: string;
  readonly keyAt: Span;
  readonly keyStyle: ScalarStyle;
  readonly value: Located;
  /** The whole entry from its indentation to its last line break, its own comments included: what a deletion takes. */
  readonly whole: Span;
  /** Columns before the key. */
  readonly indent: number;
  /** A trailing comment on the key's or value's line, from `#` to the end of the line. */
  readonly comment?: Span;
}

/** A map, block or flow. Duplicate keys are kept, in order; readers take the first and a problem names the others. */
export interface LocatedMap {
  readonly kind: 'map';
  readonly at: Span;
  readonly flow: boolean;
  readonly entries: readonly LocatedEntry[];
}

/** A YAML value with the place of everything in it. Offsets count from the start of the text that was given. */
export type Located = LocatedScalar | LocatedList | LocatedMap;

/** What is the matter with a text, before any rule of the review has looked at it. Codes are in `./problems.ts`. */
export interface SyntaxProblem {
  readonly code: string;
  readonly at: Span;
  /** What the message of the code's rule needs, in plain values. */
  readonly data: Readonly<Record<string, string | number>>;
}

/** What reading a YAML text gives: never an exception, always as much as can be read. */
export interface YamlReading {
  /** Undefined only when nothing at all could be read, or the text is empty. */
  readonly root: Located | undefined;
  readonly problems: readonly SyntaxProblem[];
}
