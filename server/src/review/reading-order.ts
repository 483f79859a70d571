import type { Told } from '../syntax/facts.js';
import { foldId } from '../text/words.js';
import type { Review, Study } from './model.js';
import { compare } from './order.js';

/** How an order of reading was arrived at. */
export type ReadingManner =
  /** Study by study, as the reviewers list them. */
  | 'listed'
  | 'alphabetical'
  /** Oldest first. */
  | 'chronological'
  /** The index paper, and then the others, oldest first. */
  | 'index'
  /** Nothing that is an order of reading is written: the order of the synthesis table. */
  | 'table';

export interface ReadingOrder {
  readonly manner: ReadingManner;
  /** Every included study, each once. */
  readonly studies: readonly Study[];
  /** How many of them, from the first on, `reading-order:` itself puts in their place. */
  readonly told: number;
}

/** A word of `reading-order:`, where it is one and no study has it for a key. */
export function readingWord(
  told: Told,
  isStudy: (id: string) => boolean,
): 'alphabetical' | 'chronological' | undefined {
  const word = foldId(told.value);
  if (isStudy(word)) return undefined;
  return word === 'alphabetical' || word === 'chronological' ? word : undefined;
}

/**
 * The included studies in the order in which they are read against one another, as `reading-order:` in `translation.yaml` has it.
 * Those that a list leaves out come after it, in the order of the synthesis table; a key that no included study has is passed over.
 */
export function readingOrder(review: Review): ReadingOrder {
  const { studies } = review;
  const facts = review.translation?.facts;
  if (facts?.indexStudy) {
    const first = review.studyById.get(foldId(facts.indexStudy.value));
    const others = chronological(studies).filter(each => each !== first);
    return { manner: 'index', studies: first ? [first, ...others] : others, told: studies.length };
  }
  const list = facts?.readingOrder ?? [];
  const [only] = list;
  const word = only && list.length === 1 ? readingWord(only, id => review.studyById.has(id)) : undefined;
  if (word === 'alphabetical') return { manner: word, studies: alphabetical(studies), told: studies.length };
  if (word === 'chronological') return { manner: word, studies: chronological(studies), told: studies.length };
  const listed = new Set(list.flatMap(told => review.studyById.get(foldId(told.value)) ?? []));
  return {
    manner: listed.size > 0 ? 'listed' : 'table',
    studies: [...listed, ...studies.filter(study => !listed.has(study))],
    told: listed.size,
  };
}

function alphabetical(studies: readonly Study[]): Study[] {
  return [...studies].sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
}

/** Oldest first, those of a year by name; a study without a year comes last. */
function chronological(studies: readonly Study[]): Study[] {
  return alphabetical(studies).sort((a, b) => compare(a.year, b.year));
}
