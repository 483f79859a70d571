import type { Draft, Mark } from './draft.js';

/** One way of making a mistake. */
export interface Kind {
  /** What happens, in a few words. */
  readonly name: string;
  /** Plants it and says what must be told of it; undefined when the review has no room for one more. */
  readonly plant: (draft: Draft) => readonly Mark[] | undefined;
  /** True when a study cannot be read whole after it, so that rules that miss something in the studies keep silent. */
  readonly breaks?: boolean;
  /** True for one that those rules tell. */
  readonly hushed?: boolean;
  /** True when it changes what is told of other faults; such a fault is planted by itself. */
  readonly alone?: boolean;
}
