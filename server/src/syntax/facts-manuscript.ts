import type { ReportingStandardId } from '../standards/reporting.js';
import type { Place } from '../text/span.js';
import type { Reading } from './numbers/definition.js';
import type { Value } from './numbers/written.js';
import type { Runs } from './runs.js';
import type { Told } from './told.js';

/** What the manuscript says, section by section: its part of `facts.ts`. */

/** A citation in the manuscript. `contrary` is true after *but see*, *contra*, *cf.* and the like. */
export interface CitationFact {
  readonly key: string;
  readonly name: string;
  readonly at: Place;
  readonly contrary: boolean;
  /** False for a bare `@key`, which in prose may as well be somebody's name on a website. */
  readonly bracketed: boolean;
}

/** A number in brackets: a citation where a work of the bibliography has one of the numbers of its group. */
export interface NumberedCitation {
  /** In digits, as works have it. */
  readonly number: string;
  readonly at: Place;
  readonly contrary: boolean;
}

/** A sentence of the manuscript that cites. Under a construct it is a finding. */
export interface CitingSentence {
  /** The sentence as plain words, without its citations. */
  readonly text: string;
  readonly at: Place;
  readonly citations: readonly CitationFact[];
  /** Numbers in brackets, group by group. */
  readonly numbered: readonly (readonly NumberedCitation[])[];
  /** The plain words without such groups, where there are any. */
  readonly textWithoutNumbers?: string;
  /** Single words between citations that have no `@`: a key, perhaps, that lost it. */
  readonly unmarked: readonly Told[];
  readonly name?: Told;
}

/** A block quote of the manuscript: somebody's words, set apart. A callout is the reviewers' own, and none. */
export interface BlockQuote {
  /** The words alone, without citations, locator and attribution. */
  readonly text: string;
  readonly at: Place;
  /** Folded keys of the works that it may be taken from: those cited in it, or else around it, or else in its section. */
  readonly cites: readonly string[];
  readonly wordsAt?: Runs;
}

/** A number of the manuscript that carries its definition in a comment: `15<!-- = studies where country:UK -->`. */
export interface CheckedNumber {
  /** The number before the comment; undefined where something else stands there. */
  readonly written?: {
    readonly text: string;
    readonly at: Place;
    /** None for a word that stands for a share. */
    readonly values: readonly Value[];
    readonly word?: Quantifier;
  };
  /** What stands between the signs of the comment, from its `=` on. */
  readonly comment: Told;
  /** The ways in which it may be meant; places inside them count from the start of the comment's text. */
  readonly readings: readonly Reading[];
}

/** Works that are cited together: folded keys, or numbers of the bibliography in digits. */
export interface CitedGroup {
  readonly by: 'key' | 'number';
  readonly works: readonly string[];
}

/** Words for a share of the studies. */
export type Quantifier = 'most' | 'many' | 'few' | 'all';

/** What a sentence says of how many studies there are, without any mark-up; with the works cited for it, group by group. */
export type Claim =
  /** "14 of the studies … [@a; @b]". */
  | {
      readonly kind: 'cited';
      readonly number: Told;
      readonly value: number;
      /** True where papers are counted, of which a study may have several. */
      readonly papers: boolean;
      readonly groups: readonly CitedGroup[];
    }
  /** "the 34 included studies". */
  | { readonly kind: 'included'; readonly number: Told; readonly value: number }
  /** "most of the studies … [@a; @b]". */
  | {
      readonly kind: 'quantifier';
      readonly word: Told;
      readonly quantifier: Quantifier;
      readonly groups: readonly CitedGroup[];
    }
  /** "One participant … [@a; @b]". */
  | { readonly kind: 'voice'; readonly voice: Told; readonly groups: readonly CitedGroup[] };

/** An item of a reporting standard that a passage says it reports: `<!-- reports: entreq 4 -->`. */
export interface ReportedItem {
  readonly standard: ReportingStandardId;
  /** Its number, as the standard counts: `4`, `16a`. */
  readonly item: string;
  /** The number as it stands in the comment; for an item inside of a range the whole range. */
  readonly at: Place;
}

/** A section of the manuscript, from its heading to the next one of any level. */
export interface SectionFacts {
  readonly kind: 'section';
  /** 0 for what stands before the first heading. */
  readonly level: number;
  readonly title: string;
  readonly at: Place;
  /** From `<!-- construct: id -->` or a Pandoc identifier. */
  readonly construct?: Told;
  readonly identifier?: Told;
  /** From `<!-- aspect: challenge -->`. */
  readonly aspect?: Told;
  readonly sentences: readonly CitingSentence[];
  readonly quotes: readonly BlockQuote[];
  readonly numbers: readonly CheckedNumber[];
  readonly claims: readonly Claim[];
  readonly reports: readonly ReportedItem[];
}

/** A block of the manuscript that a report keeps up to date. */
export interface GeneratedFacts {
  readonly kind: 'generated';
  readonly name: string;
  readonly argument: string;
  readonly open: Place;
  readonly closed: boolean;
  /** What stands between the markers, which an update replaces. */
  readonly content: Place;
  readonly text: string;
}
