import type { Chunk } from '../syntax/facts.js';
import type { Place } from '../text/span.js';

/**
 * A replacement in one file of a review. Lines count from the file's first. It holds only while `expected` stands in the
 * range: whoever applies it to a text that may have changed since compares first.
 */
export interface TextEdit {
  /** Relative to the review's folder, with `/`. */
  readonly path: string;
  readonly range: Place;
  readonly text: string;
  readonly expected: string;
}

/** A file that gets another name or place within its review. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
}

/** A file that does not exist yet. Nothing is ever written over one that does. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** Everything that one action does to the files of a review; undone in one step. Edits of a file do not overlap. */
export interface Change {
  readonly edits: readonly TextEdit[];
  readonly moves: readonly FileMove[];
  readonly created: readonly NewFile[];
}

/** A change of texts alone. */
export function editing(edits: readonly TextEdit[]): Change {
  return { edits, moves: [], created: [] };
}

/** The texts of a review's files as they stand now, by path; undefined for a file that is not there or was not asked for. */
export interface Texts {
  (path: string): string | undefined;
  /** What has been read from exactly that text already; undefined where nothing has. */
  chunks?(path: string): readonly Chunk[] | undefined;
}
