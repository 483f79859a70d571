import type { Review, Site } from '../review/model.js';
import type { FileKind, Problem } from '../syntax/facts.js';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** Plain values that a message, a quick fix or another client can use. */
export type Data = Problem['data'];

/** One thing that a rule has found. */
export interface Notice {
  readonly site: Site;
  readonly data: Data;
  /** Other places that belong to it, each with words of its own. */
  readonly related?: readonly { readonly site: Site; readonly message: string }[];
}

/**
 * How a complaint is worded when at least half of those it could concern (and at least five) share it: once, for the
 * review, instead of at each of them.
 */
export interface Shared {
  /** What tells apart complaints that have nothing in common: each group is counted by itself. */
  group?(data: Data): string;
  /** How many it could concern. */
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
  /** True for what is merely not done yet: an error once `status: final` stands in `metasynth.yaml`. */
  readonly open?: boolean;
  /** True when it complains of something absent, which a file that could not be read whole may well hold. */
  readonly absence?: boolean;
  /** Kinds of files in which what it misses may stand: while one of them cannot be read whole, the rule keeps silent. */
  readonly soughtIn?: readonly FileKind[];
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
  judge?(review: Review): Iterable<Notice>;
  readonly shared?: Shared;
}
