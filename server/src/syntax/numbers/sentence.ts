import type { Span } from '../../text/span.js';
import type { CitedGroup } from '../facts.js';
import type { Citation, Comment } from '../markdown/document.js';

/** What is needed of a sentence. */
export interface ClaimSource {
  readonly at: Span;
  /** Keys, and numbers in brackets, each in the order of the text. */
  readonly citations: readonly (Pick<Citation, 'key' | 'group' | 'bracketed' | 'prefix'> & {
    readonly by: CitedGroup['by'];
    readonly contrary: boolean;
  })[];
  readonly comments: readonly Pick<Comment, 'at' | 'text' | 'touches'>[];
  /** The sentence with citations in brackets and comments blanked out, letter for letter: `mask` makes it. */
  readonly masked: string;
}

/** Words after which a list of works is not meant to be whole. */
export const examples =
  /(?:e\.?\s?g\.?|i\.?e\.?|for example|for instance|such as|including|among (?:them|others)|see|notably|especially|particularly)[\s,:]*$/i;
/** Words that make a number one that is not exact. */
export const loosely =
  /(?:about|around|roughly|approximately|nearly|almost|over|under|than|least|most|to|or|but|between \S+ and|some|circa|ca\.?|c\.|up|~|≈|>|<)\s*$/i;

/** A sentence with some stretches of the text blanked out, letter for letter: citations in brackets, and comments. */
export function mask(text: string, [start, end]: Span, cuts: Iterable<Span>): string {
  let masked = text.slice(start, end);
  for (const [from, to] of cuts) {
    const cut = [Math.max(0, from - start), Math.min(masked.length, to - start)] as const;
    if (cut[0] < cut[1]) masked = masked.slice(0, cut[0]) + ' '.repeat(cut[1] - cut[0]) + masked.slice(cut[1]);
  }
  return masked;
}

/** Whether a definition touches what ends at a place. */
export function isDefined(end: number, { comments }: ClaimSource): boolean {
  return comments.some(each => each.text.startsWith('=') && each.at[0] >= end && each.at[0] <= end + 2);
}

export function groupStarts({ citations }: ClaimSource): number[] {
  return [...new Set(citations.filter(each => each.bracketed).map(each => each.group[0]))];
}

/** A group of citations with its place in the whole text. */
export interface PlacedGroup extends CitedGroup {
  readonly from: number;
}

/** The groups of citations from a place on; none where one of them is but a choice of examples. */
export function groupsAfter(
  text: string,
  from: number,
  { at, citations }: ClaimSource,
  to = at[1],
): readonly PlacedGroup[] {
  const groups = new Map<number, { by: CitedGroup['by']; works: string[]; from: number; to: number }>();
  for (const { by, key, group, bracketed, prefix, contrary } of citations) {
    if (group[0] < from || group[0] >= to) continue;
    if (!bracketed) return [];
    const before = text.slice(Math.max(at[0], group[0] - 40), group[0]);
    if (examples.test(before) || examples.test(`${prefix} `)) return [];
    const cited = groups.get(group[0]) ?? { by, works: [], from: group[0], to: group[1] };
    groups.set(group[0], cited);
    if (!contrary) cited.works.push(key);
  }
  const found: { by: CitedGroup['by']; works: string[]; from: number; to: number }[] = [];
  for (const group of [...groups.values()].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    // `[1], [2]` and `[1][2]` are one list.
    if (last && last.by === group.by && /^\s*[,;]?\s*$/.test(text.slice(last.to, group.from))) {
      last.works.push(...group.works);
      last.to = group.to;
    } else found.push({ ...group, works: [...group.works] });
  }
  return found.filter(({ works }) => works.length > 0);
}
