import type { Span } from '../../text/span.js';

/** A citation key in Pandoc's syntax: `[@key]`, `[see @key, p. 3]`, `@key`, `-@key`, `@{odd key}`. */
export interface Citation {
  readonly key: string;
  /** The key alone, without `@`, `-` and braces. */
  readonly at: Span;
  /** Words before the key inside the brackets, trimmed: `but see`. */
  readonly prefix: string;
  /** What follows the key up to `;` or `]`, trimmed, its leading comma taken off: `p. 3`. */
  readonly suffix: string;
  /** The bracketed group from `[` to `]`; for a bare `@key` the citation itself. */
  readonly group: Span;
  readonly bracketed: boolean;
}

/**
 * A number in brackets, `[1,3,17–22]`: a citation where the bibliography has numbers, and text where it has none. A range gives
 * each of its numbers.
 */
export interface BracketedNumber {
  readonly number: number;
  /** The number alone; the whole range for a number inside of one. */
  readonly at: Span;
  /** Words before it inside the brackets: `but see`. */
  readonly prefix: string;
  /** The group from `[` to `]`. */
  readonly group: Span;
}

/** A `#theme` tag; the span of `at` is the name without `#`. */
export interface Tag {
  readonly name: string;
  readonly at: Span;
}

/** An HTML comment, `<!-- … -->`; `text` is what is inside, trimmed, and `textAt` its place. */
export interface Comment {
  readonly text: string;
  readonly textAt: Span;
  readonly at: Span;
  /** True when the comment touches the character before it on the same line, as a checked number's comment does. */
  readonly touches: boolean;
}

export interface Heading {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** The words of the heading without `#`, a closing `#`, or Pandoc attributes. */
  readonly text: string;
  readonly textAt: Span;
  readonly at: Span;
  /** A Pandoc identifier, `{#id}`: without `#`. */
  readonly id?: { readonly name: string; readonly at: Span };
}

/** A sentence of a paragraph, list item or quote. Citations, numbers and comments are listed in document order. */
export interface Sentence {
  readonly at: Span;
  /** As written, line breaks and all; comments still inside. */
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly numbers: readonly BracketedNumber[];
  readonly comments: readonly Comment[];
}

export type BlockKind = 'paragraph' | 'quote' | 'callout' | 'item' | 'table' | 'code' | 'html' | 'comment' | 'rule';

/** One block of prose. A list is one block for each item; a quote or callout is one block with its paragraphs joined. */
export interface Block {
  readonly kind: BlockKind;
  readonly at: Span;
  /**
   * The block's words: for a quote without the `>` of each line, without the tags at its end, line breaks as `\n`;
   * empty for code, tables, html, comments and rules, which are never data.
   */
  readonly text: string;
  /** Tags that stand at the end of the block, after a space or alone on a last line. */
  readonly tags: readonly Tag[];
  /** A locator that closes the words: `(P3, p. 12)`, without its brackets. Looked for before the tags. */
  readonly locator?: { readonly text: string; readonly at: Span } | undefined;
  readonly sentences: readonly Sentence[];
  /** Where its words stand in it, which its text does not say by itself: a line may belong to a list or stand in it by chance. */
  readonly shape?: string;
  /** Comments anywhere in the block; a block of kind `comment` has exactly its own. */
  readonly comments: readonly Comment[];
}

/** A block that a report owns: `<!-- metasynth:NAME ARGUMENTS -->` … `<!-- /metasynth:NAME -->`. */
export interface Generated {
  readonly name: string;
  /** What follows the name in the opening comment, trimmed. */
  readonly argument: string;
  readonly open: Span;
  /** The closing comment; undefined when it is missing, and then the block ends where it opens. */
  readonly close: Span | undefined;
  /** From the end of the opening comment to the start of the closing one. */
  readonly content: Span;
}

/** A heading and what follows it up to the next heading of any level. The first section may have none. */
export interface Section {
  readonly heading: Heading | undefined;
  /** From the heading (or the start of the body) to the next heading (or the end). */
  readonly at: Span;
  readonly blocks: readonly Block[];
}

/** A Markdown text as the readers of the review see it. Nothing inside a generated block is given as sections. */
export interface MarkdownDocument {
  /** The YAML between the `---` lines, when the text starts with one. */
  readonly frontMatter?: {
    readonly yaml: Span;
    readonly whole: Span;
    /** False when no closing `---` or `...` was found: `yaml` then ends at the first blank line or heading. */
    readonly closed: boolean;
  };
  readonly sections: readonly Section[];
  readonly generated: readonly Generated[];
}
