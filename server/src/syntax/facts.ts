import type { Place } from '../text/span.js';
import type { Reading } from './numbers/definition.js';
import type { Value } from './numbers/written.js';
import type { Runs } from './runs.js';

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
  | 'screening';

/** A value and where it was written. */
export interface Told<T = string> {
  readonly value: T;
  readonly at: Place;
}

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

/** One rater's appraisal of one study. `rater` is empty in a rater's own file, which is named after them. */
export interface Rating {
  readonly rater: string;
  readonly study: string;
  readonly studyAt: Place;
  readonly answers: readonly Answer[];
  /** Later answers to a question that has one already. */
  readonly repeated: readonly Answer[];
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
}

export interface RatingFacts {
  readonly kind: 'rating';
  readonly rating: Rating;
}

/** What a coder, a translation, a confidence file or a screening list says; for now only the names it uses. */
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

export type CharacteristicType = 'text' | 'count' | 'number' | 'year' | 'set' | 'flag';

/** A column of the extraction grid, as declared under `characteristics:`. */
export interface Characteristic {
  readonly name: string;
  readonly at: Place;
  readonly type: CharacteristicType;
  readonly required: boolean;
  readonly values: readonly string[];
  readonly label?: string;
}

export type MissingName = 'not reported' | 'not applicable' | 'unclear' | 'to do';

/** A column of the synthesis table: the name of a characteristic or of something the review derives. */
export interface Column {
  readonly name: string;
  readonly label?: string;
  readonly at: Place;
}

/** A named set of values, `outlying: {setting: [Island station, Rock tower]}`. */
export interface Group {
  readonly name: string;
  readonly at: Place;
  /** A study belongs to it when it has one of the values of each. */
  readonly fields: readonly { readonly name: string; readonly at: Place; readonly values: readonly Told[] }[];
}

/** A name for the totals from a number on, up to the next band. */
export interface Band {
  readonly name: string;
  readonly from: number;
  readonly at: Place;
}

/** A criterion for including a study: a sentence, and where possible a filter that every included study passes. */
export interface Criterion {
  readonly says?: Told;
  readonly filter?: Told;
}

/** A box of the flow diagram. */
export interface FlowBox {
  readonly name: string;
  readonly at: Place;
  /** Undefined where it is not reported. */
  readonly value: number | undefined;
  /** Reasons or sources, each with its number; their sum is the value, where all of them have one. */
  readonly parts: readonly { readonly name: string; readonly at: Place; readonly value: number | undefined }[];
}

/** The records of the review, from the search to the included studies. */
export interface Flow {
  readonly at: Place;
  readonly boxes: readonly FlowBox[];
  /** Records from databases and from other methods are counted together from screening on. */
  readonly mergedArms: boolean;
}

export type SeverityName = 'error' | 'warning' | 'info' | 'hint' | 'off';

/** `metasynth.yaml`, with what it leaves out filled in as `docs/format.md` says. */
export interface Settings {
  readonly title?: Told;
  readonly question?: Told;
  readonly approach?: Told;
  readonly final: boolean;
  readonly reviewers: readonly { readonly id: Told; readonly name: string }[];
  readonly checklist: Told;
  readonly raters: readonly Told[];
  readonly arbiter?: Told;
  readonly scoring: Told;
  /** Names for totals, the lowest first. */
  readonly bands: readonly Band[];
  readonly appraisalAt?: Place;
  readonly studies: Told;
  readonly codebook: Told;
  readonly bibliography: readonly Told[];
  readonly manuscript: readonly Told[];
  readonly background: readonly Told[];
  readonly characteristics: readonly Characteristic[];
  /** How each kind of missing value prints. */
  readonly missing: Readonly<Record<MissingName, string>>;
  /** A review's own divisions of a construct, in order, and the headings that mean them. */
  readonly aspects: readonly { readonly id: string; readonly headings: readonly string[] }[];
  readonly groups: readonly Group[];
  /** From which share of the studies on, in per cent, each word for one holds. */
  readonly quantifiers: Readonly<Record<Quantifier, number>>;
  readonly eligibility: readonly Criterion[];
  readonly flow?: Flow;
  readonly table: { readonly columns: readonly Column[]; readonly sort: readonly string[]; readonly at?: Place };
  readonly severities: Readonly<Record<string, SeverityName>>;
  /** Where to speak of the review as a whole. */
  readonly head: Place;
}
