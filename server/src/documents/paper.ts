import type { Paragraph } from 'mdast';
import type { ReportKind } from '../reports/report-kind.js';
import type { Report } from '../reports/tree.js';
import type { Review } from '../review/model.js';
import { cited } from './citing.js';

/** A report as a document for people, with citations as they are read and not as they are looked up. */
export interface Paper {
  readonly title: string;
  /** Its citations are words by now; links to `#reference-1` and so on lead to the list. */
  readonly report: Report;
  /** The works that are cited in it, in the order and the form of the review's style. */
  readonly references: readonly Paragraph[];
  /** Whether the list is numbered. */
  readonly numbered: boolean;
}

/** Makes the document of a report. */
export function paperOf(kind: ReportKind, review: Review): Paper {
  return { title: kind.title(review), ...cited(kind.make(review, 1, true), review) };
}
