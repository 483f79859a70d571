import type { Span } from '../../text/span.js';
import type { SyntaxProblem } from '../yaml/located.js';

/** A work of the bibliography, as far as a review needs it. */
export interface Work {
  readonly key: string;
  readonly keyAt: Span;
  readonly whole: Span;
  /** The type as written: `article`, `article-journal`, `JOUR`. */
  readonly type: string;
  /** Family names, or the whole name of an organisation, in order, as Unicode text. */
  readonly authors: readonly string[];
  /** True for BibTeX's "and others" and an author written "et al.": there are more authors than are named. */
  readonly more: boolean;
  readonly year: number | undefined;
  readonly title: string | undefined;
  readonly doi: string | undefined;
  /** What its `citation-number` says, as written. */
  readonly number?: string;
  readonly source: WorkSource;
}

/** A person, or an organisation, which has no given names. */
export interface PersonName {
  readonly family: string;
  /** As written, with what follows a name behind a comma: `Martin Luther, Jr.`. */
  readonly given?: string;
}

/** Where a work can be found, for a list of references. What the bibliography does not say is not there. All is Unicode text. */
export interface WorkSource {
  /** The type as written: `article`, `article-journal`, `JOUR`. */
  readonly type: string;
  /** The given names of the authors, as many as there are authors; empty texts where none are told. */
  readonly givens?: readonly string[];
  /** True where those named as authors are the editors, for want of authors. */
  readonly edited?: boolean;
  /** Of the book that it is part of. */
  readonly editors?: readonly PersonName[];
  /** What stands in the place of a year: `in press`. */
  readonly date?: string;
  /** The journal, book or site that it is part of. */
  readonly container?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
  readonly publisher?: string;
  readonly place?: string;
  readonly edition?: string;
  /** The number of a report, or of an article that has no pages. */
  readonly number?: string;
  /** What kind of thesis or report: `PhD thesis`. */
  readonly genre?: string;
  readonly url?: string;
  /** When it was looked at, as written. */
  readonly accessed?: string;
}

export type BibliographyFormat = 'bibtex' | 'csl-json' | 'ris';

/** All works that can be read, and what is the matter with the rest. One bad entry never costs another. */
export interface BibliographyReading {
  readonly works: readonly Work[];
  readonly problems: readonly SyntaxProblem[];
}
