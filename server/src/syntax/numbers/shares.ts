import type { Span } from '../../text/span.js';
import { type ClaimSource, isDefined, loosely } from './sentence.js';

/** A share that no number of whole people or studies can give: what it says, and the nearest two that can be. */
export interface ImpossibleShare {
  readonly at: Span;
  readonly percent: string;
  readonly of: number;
  readonly below: number;
}

/** "of the 45 respondents": what comes in whole numbers only. */
const wholeThings = new RegExp(
  '(?<!\\p{L})(?<!each\\s)(?:of|among)\\s+(?:(?:the|their|these|those|our|its|all)\\s+)?(\\d{1,4})\\s+(?:\\p{L}+\\s+){0,2}' +
    '(?:respondents|participants|interviewees|informants|people|persons|individuals|adults|women|men|mothers|fathers|parents|' +
    'children|patients|clients|users|carers|caregivers|workers|volunteers|peers|peer|nurses|doctors|students|staff|members|' +
    'supporters|families|studies|articles|papers|reports|records)(?!\\p{L})',
  'giu',
);

const estimated =
  /(?<!\p{L})(?:CIs?|CrI|confidence|credible|pooled|heterogeneity|weighted|estimated?|prevalence|incidence|average|mean|median)(?!\p{L})/u;

/**
 * Shares of whole things that cannot be: 88 % of 45 is neither 39 nor 40 of them (the GRIM test of Brown and Heathers 2017, for
 * shares). Only where a sentence has one share and one number that it is of.
 */
export function impossibleShares(source: ClaimSource): ImpossibleShare[] {
  const { masked } = source;
  if (!masked.includes('%')) return [];
  const shares = [...masked.matchAll(/(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s?%/g)];
  // What has an interval of confidence, or is pooled, was estimated; it is no share of those that are counted.
  if (estimated.test(masked)) return [];
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
