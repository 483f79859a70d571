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
}

export type BibliographyFormat = 'bibtex' | 'csl-json' | 'ris';

/** All works that can be read, and what is the matter with the rest. One bad entry never costs another. */
export interface BibliographyReading {
  readonly works: readonly Work[];
  readonly problems: readonly SyntaxProblem[];
}
