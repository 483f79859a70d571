import type { Lookup } from '../quotes/lookup.js';
import type { Checklist } from '../standards/checklist.js';
import type { ReportingStandardId } from '../standards/reporting.js';
import type {
  ArgumentFacts,
  Chunk,
  CodedFacts,
  ConstructFacts,
  FileFacts,
  FileKind,
  GeneratedFacts,
  JudgementFacts,
  Rating,
  RatingFacts,
  ScreeningFacts,
  SectionFacts,
  Settings,
  StudyFacts,
  StudyFinding,
  ThemeFacts,
  Told,
  TranslationFacts,
  Use,
  WorkFacts,
} from '../syntax/facts.js';
import type { Filter, FilterError } from '../syntax/filters/filter.js';
import type { Place } from '../text/span.js';
import type { AnswersMet } from './counting/comparison.js';
import type { Tally } from './counting/parts.js';

/** A place in a file of the review. Its lines count from the chunk's first line. */
export interface Site {
  readonly file: FileFacts;
  readonly chunk: Chunk;
  readonly at: Place;
}

/** A part of the review with the file and chunk that tell of it. */
export interface Sourced<F> {
  readonly file: FileFacts;
  readonly chunk: Chunk;
  readonly facts: F;
}

/** One rater's answers for one study, wherever they are written. */
export interface RaterAnswers {
  readonly rater: string;
  readonly rating: Rating;
  readonly file: FileFacts;
  readonly chunk: Chunk;
}

/** What is known of a study's appraisal. Answers are the checklist's ids; items are the checklist's numbers as text. */
export interface Appraisal {
  readonly raters: readonly RaterAnswers[];
  readonly consensus: RaterAnswers | undefined;
  /** The answers that hold: the consensus, or what all raters say alike. Items without either are not in the map. */
  readonly agreed: ReadonlyMap<string, string>;
  /** True when every item has an answer that holds. */
  readonly complete: boolean;
  /** The total written in the study, when it is a number. */
  readonly stated: number | undefined;
  /** The total that the declared convention makes of the answers; undefined without a convention or while incomplete. */
  readonly derived: number | undefined;
  /** What to print: the derived total, else the stated one. */
  readonly total: number | undefined;
}

export interface Study extends Sourced<StudyFacts> {
  /** The folded key, by which it is cited. */
  readonly id: string;
  /** As a reader knows it: *Gillard et al. 2013*. */
  readonly name: string;
  readonly year: number | undefined;
  readonly work: BibliographyWork | undefined;
  readonly appraisal: Appraisal;
  /** `appraisal.total`, at hand without looking at the answers again. */
  readonly total: number | undefined;
  /** Folded ids of the themes it carries, aliases resolved, in the order in which it names them, each once. */
  readonly themes: readonly string[];
}

export interface BibliographyWork extends Sourced<WorkFacts> {
  readonly id: string;
  readonly name: string;
}

export interface Theme extends Sourced<ThemeFacts> {
  readonly id: string;
  readonly label: string;
  /** The constructs it is mapped to, those that exist. */
  readonly constructs: readonly Construct[];
  /** The included studies that carry it, in the order of the table. */
  readonly studies: readonly Study[];
  /** The same in no order, for asking how many and whether. */
  readonly carriers: ReadonlySet<Study>;
}

/** A citation of the manuscript, looked up. */
export interface Cited {
  readonly id: string;
  readonly name: string;
  readonly at: Place;
  readonly contrary: boolean;
  readonly bracketed: boolean;
  /** The number by which it is cited, where a number is what stands there. */
  readonly number?: string;
  readonly study: Study | undefined;
  readonly work: BibliographyWork | undefined;
}

/** A sentence with citations under a construct. */
export interface Finding {
  readonly name: string | undefined;
  readonly text: string;
  readonly construct: Construct;
  /** The id of the review's division under which it stands: `strength`, `challenge`; undefined outside of all. */
  readonly aspect: string | undefined;
  readonly citations: readonly Cited[];
  /** The included studies that support it, each once, in the order of citation. Contrary citations are not among them. */
  readonly support: readonly Study[];
  readonly contrary: readonly Study[];
  readonly site: Site;
}

export interface Construct extends Sourced<ConstructFacts> {
  readonly id: string;
  readonly label: string;
  readonly themes: readonly Theme[];
  readonly findings: readonly Finding[];
  /** The studies cited under it. */
  readonly cited: readonly Study[];
  /** The studies that carry its themes. */
  readonly carrying: readonly Study[];
  /** Its headings in the manuscript. */
  readonly headings: readonly Site[];
  /** Some of the studies that are cited under it or carry its themes: all of them, or as many as are asked for. */
  supporters(most: number): readonly Study[];
}

/** A section of the manuscript with the construct and the division that it stands under. */
export interface PlacedSection extends Sourced<SectionFacts> {
  readonly construct: Construct | undefined;
  /** True for the section whose own heading names the construct. */
  readonly namesConstruct: boolean;
  readonly aspect: string | undefined;
  /** Its sentences that are findings. */
  readonly findings: readonly Finding[];
}

/** What is known of the studies' full texts: which are there, and what became of looking quotes up in them. */
export interface FullTexts {
  /** Whether there is any full text that can be read. */
  readonly any: boolean;
  /** Whether there is one of the study, or of another paper that reports it. */
  has(study: StudyFacts): boolean;
  /** What became of the study's quotes, by their words; undefined where they have not been looked up. */
  lookups(study: Sourced<StudyFacts>): ReadonlyMap<string, Lookup> | undefined;
}

/** A filter as it is read: whether a study passes it, or why it cannot be asked. */
export type AskedFilter =
  | { readonly error: FilterError }
  | { readonly filter: Filter; readonly passes: (study: Study) => boolean };

/** A criterion for including a study that can be asked of every one. */
export interface Criterion {
  readonly says: string;
  readonly filter: Told;
  readonly reading: AskedFilter;
}

/** What has names that others refer to. */
export type NameKind = 'theme' | 'construct' | 'study' | 'work' | 'finding';

/**
 * A review as one: who defines, who uses, what supports what. Made from facts; holds no text. It is one object for as long as
 * the review is open and changes with it, as studies, themes and constructs are; lists are made anew when they change.
 */
export interface Review {
  /** Grows with every change. */
  readonly version: number;
  readonly settings: Settings;
  readonly settingsSite: Site;
  /** The checklist that `metasynth.yaml` names, or the review's own at the path that it names. */
  readonly checklist: Checklist | undefined;
  /** Names for totals, the lowest first: those that `metasynth.yaml` gives, or else those of the review's own checklist. */
  readonly bands: Settings['bands'];
  readonly files: ReadonlyMap<string, FileFacts>;
  /** The included studies in the order of the table. */
  readonly studies: readonly Study[];
  readonly studyCount: number;
  readonly studyById: ReadonlyMap<string, Study>;
  /** Every study file, also those whose key is taken already; those that own their key come first. */
  readonly studyFiles: readonly Sourced<StudyFacts>[];
  readonly studyFileCount: number;
  /** The files that claim a key, the one that owns it first. */
  claims(id: string): readonly Sourced<StudyFacts>[];
  /** What a study found: for whoever compares something else with its words. */
  findingsOf(study: Study): readonly StudyFinding[];
  /** Whether a study carries a theme of a construct: for whoever compares something else with its themes. */
  carriesThemeOf(study: Study, construct: Construct): boolean;
  /** Whether a study carries a theme, by its folded id: for whoever compares something else with its themes. */
  carries(study: Study, theme: string): boolean;
  /** Whether it carries any theme at all. */
  carriesAny(study: Study): boolean;
  /** Whether a theme is mapped to a construct: for whoever compares something else with the codebook. */
  isPartOf(theme: Theme, construct: Construct): boolean;
  /** The study that a citation of this key cites, be it by the key of another of its papers. */
  cited(id: string): Study | undefined;
  readonly works: ReadonlyMap<string, BibliographyWork>;
  /** The folded key of the work that a number in brackets cites; undefined where it cites none. */
  numbered(number: string): string | undefined;
  /** The number by which a work is cited, where the bibliography is numbered. */
  numberOf(id: string): string | undefined;
  readonly background: ReadonlySet<string>;
  /** True for a key that a study gives as that of a paper of its own, or of a study that it synthesises. */
  isReported(id: string): boolean;
  /** In the order of the codebook. */
  readonly themes: readonly Theme[];
  readonly themeById: ReadonlyMap<string, Theme>;
  /** From a former name to the theme that it means now. */
  readonly themeAliases: ReadonlyMap<string, Theme>;
  /** In the order of the line of argument. */
  readonly constructs: readonly Construct[];
  readonly constructById: ReadonlyMap<string, Construct>;
  readonly constructAliases: ReadonlyMap<string, Construct>;
  readonly codebook: { readonly file: FileFacts; readonly chunk: Chunk } | undefined;
  readonly argument: readonly Sourced<ArgumentFacts>[];
  /** Whether any sentence of the line of argument takes up a finding. */
  readonly anyAnswer: boolean;
  /** Whether a sentence of the line of argument takes up a finding of this name. */
  isAnswered(finding: string): boolean;
  /** How many findings under a division have a name. */
  namedFindings(aspects: ReadonlySet<string>): number;
  readonly sections: readonly PlacedSection[];
  /** The sections that cite a key, in no order. */
  sectionsCiting(key: string): readonly PlacedSection[];
  readonly findings: readonly Finding[];
  readonly findingByName: ReadonlyMap<string, Finding>;
  /** What is known of the studies' full texts. */
  readonly fullTexts: FullTexts;
  /** The finding of a name, for whoever judges what it says and rests on. */
  finding(name: string): Finding | undefined;
  /** A study's appraisal, for whoever judges something else by it. */
  appraisalOf(study: Study): Appraisal;
  /** What coders gave the studies before they compared, coder by coder: the file is named after its coder. */
  readonly codings: readonly Sourced<CodedFacts>[];
  /** The list of records, and what each screener decided. */
  readonly screenings: readonly Sourced<ScreeningFacts>[];
  readonly translation: Sourced<TranslationFacts> | undefined;
  /** How far findings can be relied on, in the order of the file. */
  readonly judgements: readonly Sourced<JudgementFacts>[];
  readonly generated: readonly Sourced<GeneratedFacts>[];
  /** Where passages say that they report an item of a reporting standard, in reading order. */
  reported(standard: ReportingStandardId, item: string): readonly Site[];
  /** Whether any passage says so. */
  isReportedIn(standard: ReportingStandardId, item: string): boolean;
  /** The generated blocks of a report that hold something, in reading order. */
  shown(report: string): readonly Sourced<GeneratedFacts>[];
  readonly ratings: readonly Sourced<RatingFacts>[];
  /** How many sets of answers raters have given in files of their own, the consensus left out. */
  readonly ratingCount: number;
  /** Folded names of the raters who have answered anything. */
  readonly activeRaters: ReadonlySet<string>;
  /** The two highest totals that studies state themselves, highest first. */
  readonly highestTotals: readonly number[];
  /** Whether any heading of the manuscript names a construct. */
  readonly anyHeading: boolean;
  /** The names of a kind that exist, folded, former ones left out. */
  names(kind: NameKind): Iterable<string>;
  /** The names of a kind, folded, that a mistyped one most likely means: three at most, best first. A key is a study's or a work's. */
  near(kind: NameKind | 'key', name: string): readonly string[];
  /** Whether the review has a file of a kind. */
  has(kind: FileKind): boolean;
  /** How many included studies give each value of a characteristic, values as written; lists count each item. */
  values(characteristic: string): ReadonlyMap<string, number>;
  /**
   * The included studies by what they say in a column of the extraction grid: those of one cell list the same values, in whatever
   * order and case. Studies that say nothing there are under the empty text.
   */
  cells(column: string): ReadonlyMap<string, ReadonlySet<Study>>;
  /** The included studies that a tally counts, in no order, each with the number that is summed up. */
  tally(tally: Tally): ReadonlyMap<Study, number | undefined>;
  /** The numbers of a tally that are there, the smallest first. */
  numbers(tally: Tally): readonly number[];
  /** How many findings there are, in all or of a construct. */
  findingCount(construct?: Construct): number;
  /** How many themes there are, in all or of a construct. */
  themeCount(construct?: Construct): number;
  /** How the answers of the review's two raters meet, question by question; undefined where it has not two. */
  readonly answersMet: AnswersMet | undefined;
  /** The criteria for including a study that can be asked of every one. */
  readonly criteria: readonly Criterion[];
  /** The flow of records as `metasynth.yaml` tells it. */
  readonly flow: Settings['flow'];
  /** The approach to synthesis, as `metasynth.yaml` names it. */
  readonly approach: string | undefined;
  /**
   * Works something out once while one thing is judged, however many rules ask for it; at any other time it is worked out anew.
   *
   * @param about what it is worked out for; only one thing may be worked out for it
   */
  once<T>(about: object, work: () => T): T;
  /** Every use of a name, by kind and folded id, in reading order. */
  uses(kind: Use['kind'], id: string): readonly UseSite[];
  /** Whether anything gives a name. */
  isDefined(kind: Use['kind'], id: string): boolean;
  /** Whether anything uses a name beyond giving it. */
  isUsed(kind: Use['kind'], id: string): boolean;
}

export interface UseSite extends Site {
  readonly use: Use;
}
