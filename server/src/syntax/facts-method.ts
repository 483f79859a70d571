import type { Checklist } from '../standards/checklist.js';
import type { Place } from '../text/span.js';
import type { Band } from './facts-settings.js';
import type { Told } from './told.js';

/** What coders, screeners, the translation, the judgements of confidence and a checklist of one's own say: a part of `facts.ts`. */

/** A checklist of the review's own. */
export interface ChecklistFacts {
  readonly kind: 'checklist';
  /** Undefined where no question can be read. */
  readonly checklist: Checklist | undefined;
  /** Names for totals that come with it; those of `metasynth.yaml` go before them. */
  readonly bands: readonly Band[];
  /** Where to speak of it as a whole. */
  readonly at: Place;
}

/** The themes that one coder gave one study. */
export interface CodedFacts {
  readonly kind: 'coded';
  /** The study's key as written. */
  readonly study: string;
  readonly at: Place;
  /** Folded names of themes, each once, in the order in which they are written. */
  readonly themes: readonly string[];
}

/** One line of a screener's file: what became of a record at a stage. */
export interface ScreeningDecision {
  readonly record: string;
  /** As written; `title-abstract` and `full-text` in the format. Empty where the file has no such column. */
  readonly stage: string;
  readonly decision: string;
  readonly reason: string;
  /** The line, from 0. */
  readonly line: number;
}

/** A screener's file, or the list of records. */
export interface ScreeningFacts {
  readonly kind: 'screening';
  readonly decisions: readonly ScreeningDecision[];
  /** The records that the list of all records holds; empty in a screener's file. */
  readonly records: readonly { readonly id: string; readonly source: string; readonly line: number }[];
}

/** How a study's themes stand to a construct. */
export type Relation = 'reciprocal' | 'refutational' | 'line-of-argument' | 'absent' | 'unclear' | 'to do';

/** A cell of the translation table: what one study says in the terms of a construct. */
export interface TranslationCell {
  readonly construct: Told;
  readonly study: Told;
  /** Names of the study's themes as written, with the authors' wording where one is given. */
  readonly themes: readonly { readonly name: Told; readonly wording?: string }[];
  /** Undefined where none is given, or one that there is not. */
  readonly relation: Relation | undefined;
  /** The relation as written, where one is. */
  readonly relationAt?: Place;
  readonly note?: string;
  readonly at: Place;
}

/** `translation.yaml`. */
export interface TranslationFacts {
  readonly kind: 'translation';
  /** Where to speak of the table as a whole: the key of its cells, or the start of the file. */
  readonly cellsAt: Place;
  /** Keys in the order of reading, or one word for it. */
  readonly readingOrder: readonly Told[];
  /** The study that was read first, where the order is told by it alone. */
  readonly indexStudy?: Told;
  readonly compared: readonly string[];
  readonly cells: readonly TranslationCell[];
}

export type Concern = 'none-or-very-minor' | 'minor' | 'moderate' | 'serious';
export type ConfidenceLevel = 'high' | 'moderate' | 'low' | 'very-low';

/** The components of CERQual, in its order. */
export type ComponentName = 'methodological-limitations' | 'coherence' | 'adequacy' | 'relevance';

/** What was judged of one component. */
export interface Component {
  readonly name: ComponentName;
  readonly nameAt: Place;
  /** The word as written, where one is. */
  readonly told?: Told;
  /** Undefined where nothing is written yet, or a word that is no level of concern. */
  readonly concern: Concern | undefined;
  readonly because?: string;
}

/** The overall judgement of a finding, or the one of ConQual: who judged it, when, and the fingerprint of what was judged. */
export interface Overall {
  readonly at: Place;
  readonly because?: string;
  readonly by: readonly string[];
  readonly judged?: string;
  readonly of?: Told;
}

/** How far one finding of the review can be relied on. */
export interface JudgementFacts {
  readonly kind: 'judgement';
  readonly id: string;
  readonly name: string;
  readonly at: Place;
  /** The finding as a sentence, where it is told here and not in the manuscript. */
  readonly finding?: Told;
  readonly studies: readonly Told[];
  readonly components: readonly Component[];
  readonly confidence?: Overall & { readonly level: ConfidenceLevel | undefined; readonly levelAt: Place };
  readonly conqual?: Overall & {
    readonly research: 'qualitative' | 'text-and-opinion';
    readonly dependability: number | undefined;
    readonly credibility: number | undefined;
  };
  readonly note?: string;
  /** Entries that give points, which CERQual does not. */
  readonly points: readonly Told[];
}
