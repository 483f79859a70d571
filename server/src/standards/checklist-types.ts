/**
 * The shape of a checklist for appraising the studies of a review. All words are ours: they say what a question is
 * about and where to look, and the publisher's own sheet stays one link away.
 */

/** An answer's id. A review's own checklist may have others. */
export type AnswerId = 'yes' | 'no' | 'cant-tell' | 'unclear' | 'not-applicable' | (string & {});

export interface ChecklistAnswer {
  readonly id: AnswerId;
  /** As it is printed. */
  readonly label: string;
  /** Other spellings that are read as this answer, in the form that `foldAnswer` gives. */
  readonly also: readonly string[];
}

export interface ChecklistItem {
  /** From 1, as the publisher numbers them. */
  readonly number: number;
  /** The heading under which the publisher places the item, in our words; left out where there are none. */
  readonly section?: string;
  /** A word or two for a table's head or a message. */
  readonly label: string;
  /** One sentence. */
  readonly question: string;
  /** Two to five points that help to answer. */
  readonly lookFor: readonly string[];
  /** True where the sheet asks, should the answer be other than yes, whether it is worth going on. */
  readonly screening?: boolean;
  /** True where the sheet asks for words rather than a tick. It is answered like the others all the same. */
  readonly open?: boolean;
}

export interface Checklist {
  readonly id: string;
  /** All names that `metasynth.yaml` may use, `id` among them: lower case, words joined by hyphens. */
  readonly names: readonly string[];
  readonly title: string;
  /** The publisher's version, or that it was not reported: a review reports which one its raters filled in. */
  readonly version: string;
  readonly link: string;
  readonly items: readonly ChecklistItem[];
  /** In the order in which to offer them. */
  readonly answers: readonly ChecklistAnswer[];
}
