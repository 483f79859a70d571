/**
 * The shape of a reporting standard: what a paper has to tell of how a review was done and what it found. All words are ours;
 * the standard itself stays one link away.
 */

/** A standard's name, as `metasynth.yaml` and the comments of a manuscript write it. */
export type ReportingStandardId = 'entreq' | 'emerge' | 'prisma' | 'prisma-s';

/** A field of `metasynth.yaml` that may tell an item of a standard. */
export type TellingField =
  | 'question'
  | 'approach'
  | 'eligibility'
  | 'search.source'
  | 'search.platform'
  | 'search.date'
  | 'search.strategy'
  | 'search.limits'
  | 'search.filters'
  | 'search.hits'
  | 'appraisal.checklist'
  | 'appraisal.raters'
  | 'appraisal.use'
  | 'protocol.registration'
  | 'protocol.deviations'
  | 'reflexivity';

export interface ReportingItem {
  /** As the standard counts: `4`, `16a`. */
  readonly number: string;
  /** The part of the standard, or the phase of the work, that it belongs to. */
  readonly section: string;
  /** A word or two for a table or a message. */
  readonly label: string;
  /** What the paper has to tell, as one sentence. */
  readonly asks: string;
  /** Where to look, and what makes the difference. */
  readonly lookFor: readonly string[];
  /** Fields of `metasynth.yaml` that tell all that is asked, where each of them is filled in. */
  readonly toldBy?: readonly TellingField[];
  /** Fields that tell a part of it; the rest has to stand in the text. */
  readonly partlyToldBy?: readonly TellingField[];
  /** The report that shows it, by the name that stands in the markers of its block. */
  readonly shownBy?: string;
  /** Words of headings, in lower case, under which it is often told. They are a hint and never prove anything. */
  readonly headings: readonly string[];
}

export interface ReportingStandard {
  readonly id: ReportingStandardId;
  /** As it is printed: `PRISMA-S`. */
  readonly name: string;
  /** What it is for, in a few words. */
  readonly title: string;
  /** Other spellings of its name, in the form that `foldStandard` gives. */
  readonly also: readonly string[];
  /** Where it was published. */
  readonly source: string;
  readonly link: string;
  readonly items: readonly ReportingItem[];
  /** Items that the standard has and that are not asked for here, because a qualitative synthesis tells them by another. */
  readonly others: readonly string[];
  /** Which items are here, where they are not all. */
  readonly covers?: string;
}
