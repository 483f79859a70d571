import type { Review } from '../review/model.js';
import type { Figure, Report } from './tree.js';

/** Rows for a spreadsheet: every cell is text as printed, except numbers that are meant to be counted with. */
export interface Grid {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/**
 * A report: made once from the review, and written by any format. All of it is a pure function of the review, the same on
 * every run.
 */
export interface ReportKind {
  /** Its name in the markers of a generated block. */
  readonly name: string;
  /** Its name on the command line. */
  readonly command: string;
  /** What it is, for the command line's help. */
  readonly summary: string;
  /** What a document that holds it alone is called. */
  title(review: Review): string;
  /**
   * The report as a tree.
   *
   * @param depth of its first heading, where it has one
   * @param alone whether it is a document of its own: what a manuscript says around it then has to be said by itself
   */
  make(review: Review, depth: number, alone?: boolean): Report;
  /** Its data, not its layout, as JSON. */
  data(review: Review): unknown;
  /** Its data as rows, where that makes sense: CSV and spreadsheets. */
  grid?(review: Review): Grid;
  /**
   * The figures that it is, or that go with it, for SVG and PNG: the main one first. There may be none for a review that does
   * not tell what they would show.
   */
  figures?(review: Review): readonly Figure[];
}
