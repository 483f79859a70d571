import type { Unlined } from './problems.js';
import type { Work } from './work.js';

/** What a reader of one format gives to `readBibliography`: works in the order of the text, problems in any order. */
export interface Draft {
  readonly works: Work[];
  readonly problems: Unlined[];
}
