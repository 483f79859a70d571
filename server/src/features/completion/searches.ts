import type { Review } from '../../review/model.js';
import type { Chunk } from '../../syntax/facts.js';
import { searchText } from './matching.js';

interface Kept {
  readonly told: string;
  readonly beside: Chunk | undefined;
  readonly text: string;
}

/** What candidates are found by, kept with the chunk that tells of them: it goes when the chunk is read anew. */
const byChunk = new WeakMap<Chunk, Kept>();

/** A candidate whose search text is kept. */
export interface Searched {
  readonly chunk: Chunk;
  /** What the text was made from besides: a study may take another name without being read anew. */
  readonly told: string;
  /** Another chunk that it was made from: the study's work. */
  readonly beside?: Chunk | undefined;
}

/** The search text of a candidate, made of `words` the first time. */
export function searchOf({ chunk, told, beside }: Searched, words: () => readonly string[]): string {
  const known = byChunk.get(chunk);
  if (known !== undefined && known.told === told && known.beside === beside) return known.text;
  const text = searchText(words());
  byChunk.set(chunk, { told, beside, text });
  return text;
}

/**
 * The search texts of a long list, side by side. The list changes under it; what stands at a place is compared with what
 * stood there, which takes a tenth of the time of looking each up.
 */
export class SearchList<T extends object> {
  private readonly candidates: T[] = [];
  private readonly told: string[] = [];
  private readonly texts: string[] = [];

  /** @param told what the text may change with while the candidate stays the same object */
  constructor(
    private readonly toldOf: (candidate: T) => string,
    private readonly textOf: (candidate: T) => string,
  ) {}

  at(candidate: T, index: number): string {
    const told = this.toldOf(candidate);
    if (this.candidates[index] !== candidate || this.told[index] !== told) {
      this.candidates[index] = candidate;
      this.told[index] = told;
      this.texts[index] = this.textOf(candidate);
    }
    return this.texts[index]!;
  }
}

/** A list of search texts for each review. */
export function listsFor<T extends object>(
  toldOf: (candidate: T) => string,
  textOf: (candidate: T) => string,
): (review: Review) => SearchList<T> {
  const lists = new WeakMap<Review, SearchList<T>>();
  return review => {
    const known = lists.get(review);
    if (known) return known;
    const list = new SearchList(toldOf, textOf);
    lists.set(review, list);
    return list;
  };
}
