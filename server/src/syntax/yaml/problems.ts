import type { ErrorCode } from 'yaml';
import type { Span } from '../../text/span.js';
import type { SyntaxProblem } from './located.js';

/**
 * Every code that reading YAML can give, what it means, and the `data` that comes with it. Unless it says otherwise, the
 * value at the place was recovered and is in the tree, so that the problem is about the file and not about the reading.
 */
export const yamlCodes = {
  /** A comma inside `{ }` cut a text in two: `{label: Foo, bar and baz}`. Data: `value`, the whole text. */
  commaCuts: 'yaml.comma-cuts',
  /** An unquoted text holds a colon with a space: `label: Recovery: a journey`. Data: `value`, the whole text. */
  colonSwallows: 'yaml.colon-swallows',
  /** An unquoted text is cut by ` #` and a letter: `label: Theme #1 of two`. Data: `value`, the whole text. */
  commentCuts: 'yaml.comment-cuts',
  /** A text starts with a sign that means something else to YAML: `label: [Un]certain`. Data: `value`, `sign`. */
  specialStart: 'yaml.special-start',
  /** A quote or bracket is opened and not closed in its entry. Marked is the opening sign. Data: `what`. */
  unclosed: 'yaml.unclosed',
  /** A key stands twice in one map; the first counts, this is a later one. Data: `key`. */
  duplicateKey: 'yaml.duplicate-key',
  /** A merge key `<<`; it is left out of the map and nothing is merged. */
  mergeKey: 'yaml.merge-key',
  /** A tag such as `!!python/name`; the value behind it is read as if the tag were not there. Data: `tag`. */
  tag: 'yaml.tag',
  /** Lines are set in with tabs; they are read as spaces. Marked is the first; data: `line`, `lines` (how many),
   * `unsure` where it had to be guessed what a line belongs to. */
  tab: 'yaml.tab',
  /** A second document starts here; only the first is read. */
  manyDocuments: 'yaml.many-documents',
  /** Aliases multiply beyond `aliasLimit` values, or one stands inside what it names; it reads as empty. */
  aliasBomb: 'yaml.alias-bomb',
  /** Maps and lists nest deeper than `depthLimit`; the top-level entry that does it is left out. Data: `line`. */
  tooDeep: 'yaml.too-deep',
  /**
   * The text is longer than `maxBytes`: nothing of it is read, and the place is its start. Or it has more values than
   * `signLimit` admits: it is read up to the place. Data: `bytes`, `most`.
   */
  tooLarge: 'yaml.too-large',
  /**
   * Anything else that YAML does not admit. Data: `line` (from 1, in the text that was given), `detail` (an
   * `UnreadableDetail`), `text` (what stands there).
   */
  unreadable: 'yaml.unreadable',
} as const;

/**
 * What is the matter at a `yaml.unreadable`, in words that stay the same from version to version. What is left open in
 * an entry has a code of its own, `yaml.unclosed`.
 */
export type UnreadableDetail =
  | 'bad-escape'
  | 'bad-indent'
  | 'missing-colon'
  | 'missing-comma'
  | 'missing-dash'
  | 'missing-space'
  | 'unclosed-bracket'
  | 'unclosed-quote'
  | 'unexpected';

/** How deep maps and lists may nest. */
export const depthLimit = 100;

/** How many values all aliases of a file may stand for together. */
export const aliasLimit = 10_000;

/** How long a text may be, in UTF-16 units or bytes of UTF-8, unless the caller says otherwise. */
export const sizeLimit = 5_000_000;

/** How many line breaks, commas, colons and other signs of structure are read. Some 100,000 lines have so many. */
export const signLimit = 300_000;

/** How many problems are told of one text, the first ones. */
export const problemLimit = 5_000;

interface Handling {
  readonly detail: UnreadableDetail;
  /** Whether the parser's own reading after the error is good: the line is then kept as it was parsed. */
  readonly keep: boolean;
}

/**
 * The parser's errors in our words. The ones the mender has dealt with never come here; `undefined` stands for errors
 * that are none to us or that are found again, with a better place, in the tree.
 */
export const handlingOf: Readonly<Record<ErrorCode, Handling | undefined>> = {
  ALIAS_PROPS: { detail: 'unexpected', keep: true },
  BAD_ALIAS: { detail: 'unexpected', keep: true },
  BAD_COLLECTION_TYPE: undefined,
  BAD_DIRECTIVE: { detail: 'unexpected', keep: true },
  BAD_DQ_ESCAPE: { detail: 'bad-escape', keep: true },
  BAD_INDENT: { detail: 'bad-indent', keep: false },
  BAD_PROP_ORDER: { detail: 'unexpected', keep: false },
  BAD_SCALAR_START: { detail: 'unexpected', keep: false },
  BLOCK_AS_IMPLICIT_KEY: { detail: 'unexpected', keep: false },
  BLOCK_IN_FLOW: { detail: 'unexpected', keep: false },
  DUPLICATE_KEY: undefined,
  IMPOSSIBLE: { detail: 'unexpected', keep: false },
  KEY_OVER_1024_CHARS: undefined,
  MISSING_CHAR: { detail: 'unexpected', keep: false },
  MULTILINE_IMPLICIT_KEY: { detail: 'missing-colon', keep: false },
  MULTIPLE_ANCHORS: { detail: 'unexpected', keep: false },
  MULTIPLE_DOCS: undefined,
  MULTIPLE_TAGS: undefined,
  NON_STRING_KEY: undefined,
  RESOURCE_EXHAUSTION: { detail: 'unexpected', keep: false },
  TAB_AS_INDENT: { detail: 'bad-indent', keep: false },
  TAG_RESOLVE_FAILED: undefined,
  UNEXPECTED_TOKEN: { detail: 'unexpected', keep: false },
};

/** The longest text that a problem carries for its message; the whole value is in the tree. */
const SHOWN = 200;

/** A text as a problem carries it. */
export function shown(value: string): string {
  return value.length <= SHOWN ? value : `${value.slice(0, SHOWN)}…`;
}

/** A problem of one of the codes above. */
export function problem(code: string, at: Span, data: Readonly<Record<string, string | number>> = {}): SyntaxProblem {
  return { code, at, data };
}
