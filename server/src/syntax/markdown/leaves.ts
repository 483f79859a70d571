/** What the block reader hands on: the leaves of a document in order, each knowing the quote or list item it is in. */

/** A quote, a list item or a footnote that holds leaves. */
export interface Container {
  readonly kind: 'quote' | 'item' | 'note';
  /** Where its marker stands. */
  readonly start: number;
  /** The end of the last line that belongs to it, its white space taken off. */
  end: number;
  /** For an item or a footnote: the columns that a following line must be indented by to belong to it. */
  readonly indent: number;
  /** An item whose first line is empty ends at the next blank line, unless something came in between. */
  empty: boolean;
}

export type LeafKind =
  | 'paragraph'
  | 'heading'
  | 'code'
  | 'html'
  | 'table'
  | 'rule'
  /** Says that a quote begins here, so that an empty one is not lost. */
  | 'quote-start'
  /** `[label]: target`, or the `:::` line of a Pandoc division: nothing of it is words. */
  | 'definition';

export interface Leaf {
  kind: LeafKind;
  /** From the first character that is not white space to the last one. */
  from: number;
  to: number;
  /** Where the leaf's own words stand line by line, as pairs of start and end, without the marks of its containers. */
  pieces: number[];
  /** The outermost quote around it, if any. */
  readonly quote: Container | undefined;
  /** The innermost list item or footnote around it, if any. */
  readonly item: Container | undefined;
  /** For a heading. */
  level: number;
}
