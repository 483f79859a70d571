import type { Place } from '../text/span.js';
import type { WorkSource } from './bibliography/work.js';
import type { GeneratedFacts, SectionFacts } from './facts-manuscript.js';
import type { ChecklistFacts, CodedFacts, JudgementFacts, ScreeningFacts, TranslationFacts } from './facts-method.js';
import type { Settings } from './facts-settings.js';
import type { Runs } from './runs.js';
import type { Told } from './told.js';

export type * from './facts-manuscript.js';
export type * from './facts-method.js';
export type * from './facts-settings.js';
export type { Told } from './told.js';

/**
 * What one file says, once its text has been read. Facts depend on the file's own text and name alone, never on
 * `metasynth.yaml` or on other files; what they mean together is told by the `review` room.
 *
 * A file is a list of chunks (a study, a codebook entry, a section of the manuscript, a work of the bibliography). Places
 * inside a chunk count lines from the chunk's first line, so that a chunk that did not change can move unread.
 */

/** What a file is to its review; decided by its path and by the paths that `metasynth.yaml` names. */
export type FileKind =
  | 'review'
  | 'study'
  | 'codebook'
  | 'manuscript'
  | 'bibliography'
  | 'rater'
  | 'coding'
  | 'translation'
  | 'confidence'
  | 'checklist'
  | 'screening';

/** The things of a review that have names. */
export type SymbolKind =
  | 'theme'
  | 'construct'
  | 'study'
  | 'work'
  | 'finding'
  | 'rater'
  | 'item'
  | 'characteristic'
  /** The number of a work in a numbered bibliography, which `[4]` cites. */
  | 'number';

/**
 * In what way a name is used. `defines` and `alias` give a name; the others refer to it. `carries` is a theme listed by a
 * study, `tags` one on a single finding, `codes` one given by a coder; `cites-against` is a contrary citation.
 */
export type Role =
  | 'defines'
  | 'alias'
  | 'carries'
  | 'tags'
  | 'codes'
  | 'cites'
  | 'cites-against'
  | 'maps-to'
  | 'leads-to'
  | 'rests-on'
  | 'answers'
  | 'names'
  | 'rates'
  | 'lists';

/** One place where a name stands. `id` is folded for comparing; `name` is as written. */
export interface Use {
  readonly kind: SymbolKind;
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly at: Place;
}

/** Something the matter with the text itself, found while reading. Its code has a rule that words the message. */
export interface Problem {
  readonly code: string;
  readonly at: Place;
  readonly data: Readonly<Record<string, string | number>>;
}

/** A value in the extraction grid as written; what it should be is for `characteristics:` to say. */
export interface Field {
  readonly name: string;
  readonly nameAt: Place;
  /** The value, or the key where nothing follows it. */
  readonly at: Place;
  /** One item for a scalar, several for a list, none for a key without a value. */
  readonly items: readonly Told[];
  readonly list: boolean;
  /** True when a map stands where a value is expected. */
  readonly nested: boolean;
}

/** A theme in a study's `themes:`, with the study authors' own wording where the study gives one. */
export interface CarriedTheme {
  readonly id: string;
  readonly name: string;
  readonly at: Place;
  readonly wording?: string;
}

/** A block of a study's findings. */
export interface StudyFinding {
  /** First order: a participant's words. Second order: the study authors' reading. */
  readonly order: 1 | 2;
  readonly text: string;
  /** True for words that must stand in the full text to the letter. */
  readonly verbatim: boolean;
  readonly locator?: Told;
  /** Folded names of all tags; which of them are themes and which divide a construct is for the review to say. */
  readonly tags: readonly string[];
  readonly credibility?: Told;
  readonly at: Place;
  /** Of words to the letter where in the file they stand; absent where the file writes them otherwise. */
  readonly wordsAt?: Runs;
}

/** A rater's answer to one question of the checklist. */
export interface Answer {
  readonly item: string;
  readonly itemAt: Place;
  readonly answer: string;
  readonly at: Place;
  readonly because?: string;
}

/** A reason that was given before its answer. */
export interface Reason {
  readonly item: string;
  readonly because: string;
}

/** One rater's appraisal of one study. `rater` is empty in a rater's own file, which is named after them. */
export interface Rating {
  readonly rater: string;
  readonly study: string;
  readonly studyAt: Place;
  readonly answers: readonly Answer[];
  /** Later answers to a question that has one already. */
  readonly repeated: readonly Answer[];
  /** Reasons for questions that have no answer yet. */
  readonly reasons: readonly Reason[];
  readonly by: readonly string[];
}

export interface StudyFacts {
  readonly kind: 'study';
  /** The key as written, or the file's name. */
  readonly key: string;
  readonly keyAt: Place;
  /** Where to speak of the study as a whole: the first line that says something about it. */
  readonly head: Place;
  readonly cite?: Told;
  readonly fields: readonly Field[];
  readonly themes: readonly CarriedTheme[];
  /** A total without items: `casp: 8`. */
  readonly total?: Told & { readonly name: string };
  readonly ratings: readonly Rating[];
  readonly findings: readonly StudyFinding[];
  readonly reports: readonly Told[];
  readonly parent?: Told;
  readonly synthesises: readonly Told[];
}

export interface ThemeFacts {
  readonly kind: 'theme';
  readonly id: string;
  readonly name: string;
  readonly at: Place;
  readonly label?: Told;
  readonly definition?: Told;
  readonly aliases: readonly Told[];
  readonly constructs: readonly Told[];
}

export interface ConstructFacts {
  readonly kind: 'construct';
  readonly id: string;
  readonly name: string;
  readonly at: Place;
  readonly label?: Told;
  readonly definition?: Told;
  readonly aliases: readonly Told[];
  /** Its place in the line of argument, from 1; undefined where none is given or it is not a number. */
  readonly order?: number;
  readonly leadsTo: readonly { readonly to: Told; readonly how: string }[];
}

/** One sentence of the line of argument. */
export interface ArgumentFacts {
  readonly kind: 'argument';
  readonly says: string;
  readonly at: Place;
  readonly restsOn: readonly Told[];
  readonly answers: readonly Told[];
}

/** Where the entries of a codebook begin, for complaints about all of them. */
export interface CodebookFacts {
  readonly kind: 'codebook';
  readonly themesAt?: Place;
  readonly constructsAt?: Place;
}

export interface WorkFacts {
  readonly kind: 'work';
  readonly key: string;
  readonly at: Place;
  readonly authors: readonly string[];
  readonly more: boolean;
  readonly year: number | undefined;
  readonly title: string | undefined;
  readonly doi: string | undefined;
  /** Its number in a numbered bibliography, in digits. */
  readonly number?: string;
  /** Where it can be found, for lists of references. */
  readonly source: WorkSource;
}

export interface RatingFacts {
  readonly kind: 'rating';
  readonly rating: Rating;
}

/** Where to speak of a file as a whole that has no facts of its own beside those of its entries. */
export interface OtherFacts {
  readonly kind: 'other';
}

export interface ReviewFacts {
  readonly kind: 'review';
  readonly settings: Settings;
}

export type ChunkFacts =
  | ReviewFacts
  | StudyFacts
  | ThemeFacts
  | ConstructFacts
  | ArgumentFacts
  | CodebookFacts
  | SectionFacts
  | GeneratedFacts
  | WorkFacts
  | RatingFacts
  | CodedFacts
  | ScreeningFacts
  | TranslationFacts
  | JudgementFacts
  | ChecklistFacts
  | OtherFacts;

/** A part of a file that is read by itself. */
export interface Chunk<F extends ChunkFacts = ChunkFacts> {
  /** The chunk's first line in the file as it stands now. All else in a chunk never changes. */
  line: number;
  readonly facts: F;
  readonly uses: readonly Use[];
  readonly problems: readonly Problem[];
}

/** A file as facts. `path` is relative to the review's folder, with `/`. */
export interface FileFacts {
  readonly path: string;
  readonly kind: FileKind;
  readonly chunks: readonly Chunk[];
}
