import type { Span } from '../../text/span.js';
import type { CitedGroup } from '../facts.js';
import type { Citation, Comment } from '../markdown/document.js';
import { numberInWords } from './words.js';

/** A sentence that says how many studies there are, without any mark-up. Places are those of the whole text. */
export type FoundClaim =
  /** "14 of the studies … [@a; @b]": the works cited, group by group, as far as they may belong to the number. */
  | {
      readonly kind: 'cited';
      readonly text: string;
      readonly number: number;
      readonly at: Span;
      /** True where papers are counted, of which a study may have several. */
      readonly papers: boolean;
      readonly groups: readonly CitedGroup[];
    }
  /** "the 34 included studies". */
  | { readonly kind: 'included'; readonly text: string; readonly number: number; readonly at: Span };

/** A share that no number of whole people or studies can give: what it says, and the nearest two that can be. */
export interface ImpossibleShare {
  readonly at: Span;
  readonly percent: string;
  readonly of: number;
  readonly below: number;
}

/** What is needed of a sentence. */
export interface ClaimSource {
  readonly at: Span;
  /** Keys, and numbers in brackets, each in the order of the text. */
  readonly citations: readonly (Pick<Citation, 'key' | 'group' | 'bracketed' | 'prefix'> & {
    readonly by: CitedGroup['by'];
    readonly contrary: boolean;
  })[];
  readonly comments: readonly Pick<Comment, 'at' | 'text' | 'touches'>[];
}

const number = '(\\d{1,3}|\\p{L}+(?:-\\p{L}+)?)';
const works = '(?:studies|articles|papers|publications)';
const kinds = '(?:(?:included|reviewed|primary|qualitative|selected|eligible|remaining)\\s+)*';

/** "14 of the studies", "twelve out of the 34 included articles". */
const ofTheStudies = new RegExp(
  `(?<![\\p{L}\\p{N}.,%@-])${number}\\s+(?:out\\s+)?of\\s+(?:the|these|those|our)\\s+(?:\\d{1,4}\\s+|\\p{L}+(?:-\\p{L}+)?\\s+)?${kinds}${works}(?!\\p{L})`,
  'giu',
);
/** "three studies", where what follows at once is a citation. */
const studiesCited = new RegExp(
  `(?<![\\p{L}\\p{N}.,%@-])${number}\\s+${kinds}(?:study|article|paper|${works})\\s*$`,
  'iu',
);
/** "the 34 included studies". */
const includedStudies = new RegExp(
  `(?<!\\p{L})(?:the|these|our|all)\\s+${number}\\s+included\\s+(?:(?:primary|qualitative)\\s+)*studies(?!\\p{L})`,
  'giu',
);

/** "of the 45 respondents": what comes in whole numbers only. */
const wholeThings = new RegExp(
  '(?<!\\p{L})(?<!each\\s)(?:of|among)\\s+(?:(?:the|their|these|those|our|its|all)\\s+)?(\\d{1,4})\\s+(?:\\p{L}+\\s+){0,2}' +
    '(?:respondents|participants|interviewees|informants|people|persons|individuals|adults|women|men|mothers|fathers|parents|' +
    'children|patients|clients|users|carers|caregivers|workers|volunteers|peers|peer|nurses|doctors|students|staff|members|' +
    'supporters|families|studies|articles|papers|reports|records)(?!\\p{L})',
  'giu',
);

/** Words after which a list of works is not meant to be whole. */
const examples =
  /(?:e\.?\s?g\.?|i\.?e\.?|for example|for instance|such as|including|among (?:them|others)|see|notably|especially|particularly)[\s,:]*$/i;
/** Words that make a number one that is not exact. */
const loosely =
  /(?:about|around|roughly|approximately|nearly|almost|over|under|than|least|most|to|some|circa|ca\.?|c\.|up|~|≈|>|<)\s*$/i;

/** The numbers of works and studies that a sentence states by itself. What carries a definition is left to that. */
export function claimsIn(text: string, source: ClaimSource): FoundClaim[] {
  const masked = mask(text, source);
  const [start] = source.at;
  const found: FoundClaim[] = [];
  const add = (match: RegExpMatchArray, kind: 'cited' | 'included', shift = 0): void => {
    const written = match[1]!;
    const value = /^\d/.test(written) ? Number(written) : numberInWords(written);
    if (value === undefined) return;
    const from = start + shift + match.index! + match[0].indexOf(written);
    const at: Span = [from, from + written.length];
    if (isDefined(at[1], source) || loosely.test(masked.slice(0, from - start))) return;
    if (kind === 'included') found.push({ kind, text: written, number: value, at });
    else if (value > 0) {
      const papers = !/stud(?:y|ies)\s*$/i.test(match[0]);
      found.push({ kind, text: written, number: value, at, papers, groups: groupsAfter(text, at[1], source) });
    }
  };
  for (const match of masked.matchAll(ofTheStudies)) add(match, 'cited');
  for (const group of groupStarts(source)) {
    const match = studiesCited.exec(masked.slice(0, group - start));
    if (match && !found.some(each => each.at[0] === start + match.index)) add(match, 'cited');
  }
  for (const match of masked.matchAll(includedStudies)) add(match, 'included');
  // Of two numbers in one sentence nobody can tell which citations are whose, unless each has a group of its own behind it.
  const cited = found.filter(each => each.kind === 'cited').sort((a, b) => a.at[0] - b.at[0]);
  return found.flatMap((each): FoundClaim[] => {
    if (each.kind !== 'cited') return [each];
    const next = cited[cited.indexOf(each) + 1];
    const groups = next ? groupsAfter(text, each.at[1], source, next.at[0]) : each.groups;
    return groups.length > 0 ? [{ ...each, groups }] : [];
  });
}

/**
 * Shares of whole things that cannot be: 88 % of 45 is neither 39 nor 40 of them (the GRIM test of Brown and Heathers 2017, for
 * shares). Only where a sentence has one share and one number that it is of.
 */
export function impossibleShares(text: string, source: ClaimSource): ImpossibleShare[] {
  const masked = mask(text, source);
  if (!masked.includes('%')) return [];
  const shares = [...masked.matchAll(/(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s?%/g)];
  const wholes = [...masked.matchAll(wholeThings)];
  const [share, whole] = [shares[0], wholes[0]];
  if (shares.length !== 1 || wholes.length !== 1 || !share || !whole) return [];
  const written = share[1]!;
  const from = source.at[0] + share.index;
  if (isDefined(from + share[0].length, source) || loosely.test(masked.slice(0, share.index))) return [];
  const decimals = /[.,](\d+)/.exec(written)?.[1]?.length ?? 0;
  const percent = Number(written.replace(',', '.'));
  const of = Number(whole[1]);
  if (of < 2 || percent > 100 || isPossible(percent, of, decimals)) return [];
  return [{ at: [from, from + written.length], percent: written, of, below: Math.floor((percent * of) / 100) }];
}

/** Whether some whole number of them, rounded either way at a half, is that share. */
export function isPossible(percent: number, of: number, decimals: number): boolean {
  const nearest = Math.round((percent * of) / 100);
  return [nearest - 1, nearest, nearest + 1].some(
    count => count >= 0 && count <= of && Math.abs((100 * count) / of - percent) <= 0.5 * 10 ** -decimals + 1e-9,
  );
}

/** The sentence with citations in brackets and comments blanked out, letter for letter. */
function mask(text: string, { at, citations, comments }: ClaimSource): string {
  const cuts = [...citations.filter(each => each.bracketed).map(each => each.group), ...comments.map(each => each.at)];
  let masked = text.slice(at[0], at[1]);
  for (const [from, to] of cuts) {
    const [start, end] = [Math.max(0, from - at[0]), Math.min(masked.length, to - at[0])];
    if (start < end) masked = masked.slice(0, start) + ' '.repeat(end - start) + masked.slice(end);
  }
  return masked;
}

/** Whether a definition touches what ends at a place. */
function isDefined(end: number, { comments }: ClaimSource): boolean {
  return comments.some(each => each.text.startsWith('=') && each.at[0] >= end && each.at[0] <= end + 2);
}

function groupStarts({ citations }: ClaimSource): number[] {
  return [...new Set(citations.filter(each => each.bracketed).map(each => each.group[0]))];
}

/** The groups of citations from a place on; none where one of them is but a choice of examples. */
function groupsAfter(text: string, from: number, { at, citations }: ClaimSource, to = at[1]): CitedGroup[] {
  const groups = new Map<number, { by: CitedGroup['by']; works: string[] }>();
  for (const { by, key, group, bracketed, prefix, contrary } of citations) {
    if (group[0] < from || group[0] >= to) continue;
    if (!bracketed) return [];
    const before = text.slice(Math.max(at[0], group[0] - 40), group[0]);
    if (examples.test(before) || examples.test(`${prefix} `)) return [];
    const cited = groups.get(group[0]) ?? { by, works: [] };
    groups.set(group[0], cited);
    if (!contrary) cited.works.push(key);
  }
  return [...groups].sort(([a], [b]) => a - b).flatMap(([, cited]) => (cited.works.length > 0 ? [cited] : []));
}
