/**
 * Where something stands in a text. Every room below speaks of places in one of these two ways.
 */

/** Start and end as UTF-16 offsets into one text; the end is exclusive. */
export type Span = readonly [start: number, end: number];

/**
 * The same as lines and characters, both from 0, characters in UTF-16 units as in the Language Server Protocol.
 * In facts, lines count from the first line of the chunk that holds the place, so that a chunk can move unread.
 */
export interface Place {
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
}
