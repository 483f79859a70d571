import type { PhrasingContent } from 'mdast';
import type { WorkFacts } from '../../syntax/facts.js';

/** A work to be listed, with the letter by which the review's own name for it tells it apart (*Moran et al. 2012b*), if any. */
export interface CitedWork {
  readonly facts: WorkFacts;
  readonly letter?: string;
}

/** A citation to be written: of an entry of the list, or of a key that no work has. */
export interface Citation {
  readonly key: string;
  readonly entry: ListedWork | undefined;
  readonly prefix?: string;
}

/** A piece of what stands for a group of citations; with an entry where it leads to one. */
export interface CitePart {
  readonly text: string;
  readonly entry?: ListedWork;
}

/** An entry of the list of references. */
export interface ListedWork {
  readonly facts: WorkFacts;
  /** Its place in the list, from 1. */
  readonly place: number;
  /** Who wrote it, as short as a sentence has it: *Gillard et al.* */
  readonly who: string;
  /** When, with the letter that tells it from another of the same authors and year: *2012b*, *n.d.* */
  readonly when: string;
  readonly words: readonly PhrasingContent[];
}

/** A way of citing. What a work does not tell is left out; nothing is made up to fill a pattern. */
export interface ReferenceStyle {
  /** Whether citations are the numbers of the list. */
  readonly numbered: boolean;
  /** The list of references of works in the order in which they are first cited. */
  list(works: readonly CitedWork[]): readonly ListedWork[];
  /** A group of citations, brackets and all. */
  cite(group: readonly Citation[]): CitePart[];
}
