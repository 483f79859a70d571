import type {
  BibliographyWork,
  Construct,
  PlacedSection,
  RaterAnswers,
  Review,
  Site,
  Sourced,
  Study,
  Theme,
} from '../review/model.js';
import type {
  ChunkFacts,
  FileKind,
  GeneratedFacts,
  JudgementFacts,
  Problem,
  StudyFacts,
  SymbolKind,
  TranslationFacts,
} from '../syntax/facts.js';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** Plain values that a message, a quick fix or another client can use. */
export type Data = Problem['data'];

/** One thing that a rule has found. */
export interface Notice {
  readonly site: Site;
  readonly data: Data;
  /** Other places that belong to it, each with words of its own. */
  readonly related?: readonly { readonly site: Site; readonly message: string }[];
  /**
   * Names that the message speaks of beyond those that the judged chunk uses itself: when their label, count or place
   * changes, the chunk is judged anew.
   */
  readonly about?: readonly { readonly kind: SymbolKind; readonly id: string }[];
}

/**
 * What a rule looks at, one thing after another. A judgement may read its thing, `metasynth.yaml`, what the review says of
 * the names that the thing uses, and the answers to questions about the review as a whole (how many studies there are, which
 * names exist); when one of these changes, the thing is judged anew. It may not look through all studies or files: nobody
 * would know when to judge it again, and a large review would be slow.
 */
export interface Judges {
  /** `metasynth.yaml`; judged at every change, so only what is quick belongs here. */
  review?(review: Review): Iterable<Notice>;
  /** Any part of any file, for rules about the names that it uses. */
  chunk?(part: Sourced<ChunkFacts>, review: Review): Iterable<Notice>;
  /** An included study. */
  study?(study: Study, review: Review): Iterable<Notice>;
  /** A study's file, also one whose key belongs to another. */
  studyFile?(file: Sourced<StudyFacts>, review: Review): Iterable<Notice>;
  /** One set of answers, in a rater's file (the consensus among them) or inside a study. */
  rating?(rating: RaterAnswers, review: Review): Iterable<Notice>;
  theme?(theme: Theme, review: Review): Iterable<Notice>;
  construct?(construct: Construct, review: Review): Iterable<Notice>;
  section?(section: PlacedSection, review: Review): Iterable<Notice>;
  generated?(block: Sourced<GeneratedFacts>, review: Review): Iterable<Notice>;
  work?(work: BibliographyWork, review: Review): Iterable<Notice>;
  /** What was judged of one finding in `confidence.yaml`. */
  judgement?(judgement: Sourced<JudgementFacts>, review: Review): Iterable<Notice>;
  translation?(translation: Sourced<TranslationFacts>, review: Review): Iterable<Notice>;
}

/**
 * How a complaint is worded when at least half of those it could concern (and at least five) share it: once, for the
 * review, instead of at each of them.
 */
export interface Shared {
  /** What tells apart complaints that have nothing in common: each group is counted by itself. */
  group?(data: Data): string;
  /** True for what is said once however few share it, because it is never worth more than one line. */
  readonly always?: boolean;
  /** How many it could concern; asked at every change. */
  total(review: Review): number;
  /** `data` is that of one of them. */
  message(count: number, total: number, data: Data): string;
  site(review: Review): Site;
}

/**
 * A rule: one thing that can be the matter with a review. It speaks to a researcher: what disagrees or is missing, why that
 * matters to the review, what to do. Its page in the documentation is made from it, and its examples are its tests.
 */
export interface Rule {
  /** Stable, dotted: `theme.unknown`. */
  readonly code: string;
  readonly severity: Severity;
  /**
   * True for a rule that rests until `severities:` gives it a voice, because what it tells is a fault in some reviews and the
   * manner of others. While it rests it is not judged.
   */
  readonly off?: boolean;
  /**
   * True for a rule that rests until `status: final` stands in `metasynth.yaml`, or `severities:` gives it a voice: a draft is
   * not blamed for what is written last.
   */
  readonly final?: boolean;
  /**
   * True for what shows how a rater has answered. An editor that knows who reads it tells such things of another's file only
   * once all raters are done with the study.
   */
  readonly reveals?: boolean;
  /** True for what is merely not done yet: an error once `status: final` stands in `metasynth.yaml`. */
  readonly open?: boolean;
  /** True when it complains of something absent, which a file that could not be read whole may well hold. */
  readonly absence?: boolean;
  /** Kinds of files in which what it misses may stand: while one of them cannot be read whole, the rule keeps silent. */
  readonly soughtIn?: readonly FileKind[];
  /**
   * True when a file and `metasynth.yaml` are all that it reads: it can be judged of an open file before the rest of the
   * review has been read. What reading itself finds is always told at once.
   */
  readonly local?: boolean;
  /** True when it takes more than a moment: it is judged once typing rests, and what it said last stands until then. */
  readonly slow?: boolean;
  /** The rule in a few words, the headline of its page. */
  readonly title: string;
  /** Why it matters to the review. Markdown. */
  readonly why: string;
  /** What to do. Markdown. */
  readonly mend: string;
  /**
   * Small reviews, one file after another behind lines `=== path ===`; what the rule points at stands between `«` and `»`.
   * `right` is the same review, mended. Left out where no short text can show it: bytes, or a file of megabytes.
   */
  readonly example?: { readonly wrong: string; readonly right: string };
  message(data: Data): string;
  /** Finds what is the matter; left out where reading the text has found it already. */
  readonly judge?: Judges;
  readonly shared?: Shared;
}
