import type { Change, Texts } from '../../editing/change.js';
import type { Review } from '../../review/model.js';
import type { Place } from '../../text/span.js';

/** What somebody may want to do at a place where nothing is the matter. */
export interface Refactoring {
  readonly title: string;
  /** `rewrite` says the same in another form; `extract` gives something a place of its own. */
  readonly kind: 'rewrite' | 'extract';
  /** The change, or why it cannot be made. */
  readonly outcome: { readonly change: Change } | { readonly reason: string };
  /** Where there is more to write afterwards, and completion offers what: a place in the text as the change leaves it. */
  readonly goOn?: { readonly path: string; readonly line: number; readonly character: number };
}

/** Where refactorings are asked for. */
export interface Asked {
  readonly review: Review;
  readonly path: string;
  /** What is selected, lines counted from the file's first. */
  readonly range: Place;
  readonly texts: Texts;
}

/** One way of rewriting: the files it reads beside the one at hand, and what it offers there. */
export interface Refactorer {
  readonly files?: (asked: Omit<Asked, 'texts'>) => readonly string[];
  readonly offer: (asked: Asked) => readonly Refactoring[];
}
