import type { AnswerId, Checklist } from './checklist-types.js';

/** The conventions that `appraisal: scoring:` may declare. */
export type ScoringId = 'none' | 'as-reported' | 'sum-of-yes' | 'half-for-cant-tell' | 'zero-to-twenty';

/**
 * How answers become a total. CASP advises against totals, and JBI's tool has none, yet published reviews use them, each
 * in its own way: a review declares its convention, and no total is shown without one.
 */
export interface ScoringConvention {
  readonly id: ScoringId;
  readonly label: string;
  /** What it does, in one sentence. */
  readonly explanation: string;
  /** Points for an answer; undefined for a convention that makes no totals of answers. */
  readonly points: Readonly<Record<string, number>> | undefined;
  /** Points for answers that a checklist of one's own may have besides; undefined where they make no total. */
  readonly otherwise?: number;
  /** Where the convention is met. */
  readonly source: string;
}

/** In the order in which to offer them, the recommended one first. */
export const scoringConventions: readonly ScoringConvention[] = [
  {
    id: 'none',
    label: 'No total',
    explanation: 'Answers are shown item by item and never added up, as CASP advises.',
    points: undefined,
    source: 'CASP UK, answers to frequent questions: the checklist has no scoring system.',
  },
  {
    id: 'as-reported',
    label: 'Totals as reported',
    explanation: 'Totals are taken as the raters or the paper give them; how they were made is not stated.',
    points: undefined,
    source: 'MacLellan et al. 2015, doi 10.1371/journal.pone.0141122, Table 1: CASP totals from 5 to 9.',
  },
  {
    id: 'sum-of-yes',
    label: 'One point for each yes',
    explanation: 'Yes is 1; any other answer is 0.',
    points: { yes: 1, 'cant-tell': 0, unclear: 0, no: 0 },
    otherwise: 0,
    source:
      'Met in reviews that report whole totals out of 10. Their usual name for it is the number of criteria that are met.',
  },
  {
    id: 'half-for-cant-tell',
    label: 'Half a point for can’t tell',
    explanation: 'Yes is 1, can’t tell or unclear 0.5, no 0.',
    points: { yes: 1, 'cant-tell': 0.5, unclear: 0.5, no: 0 },
    source: 'Appraisal table of a BMJ Global Health review (supplement 150166), with totals from 8.5 to 10.',
  },
  {
    id: 'zero-to-twenty',
    label: 'Two points for yes, one for can’t tell',
    explanation: 'Yes is 2, can’t tell, partly or unclear 1, no 0: with ten items, from 0 to 20.',
    points: { yes: 2, partly: 1, 'cant-tell': 1, unclear: 1, no: 0 },
    source: 'For CASP, PMC10243232, Table 3; for JBI, PMC10871598.',
  },
];

const byId = new Map<string, ScoringConvention>(scoringConventions.map(one => [one.id, one]));

/** The convention of that id, whatever its case; undefined for any other word. */
export function scoringNamed(id: string): ScoringConvention | undefined {
  return byId.get(id.trim().toLowerCase());
}

/**
 * The answers in the order of a checklist's items, undefined where there is none. `answers` goes by item number, and
 * numbers that the checklist does not have are left out.
 */
export function inOrder(
  checklist: Checklist,
  answers: ReadonlyMap<number, AnswerId>,
): readonly (AnswerId | undefined)[] {
  return checklist.items.map(item => answers.get(item.number));
}

/**
 * The total of one study's answers: one for each item of the checklist, undefined where an item has none.
 *
 * Undefined while any item lacks an answer, for an answer that the convention gives no points to, and for conventions
 * that make no totals. An item that is not applicable gives no points and leaves the maximum too (see `outOf`), so
 * that totals with and without it are not comparable; where nothing applies there is no total.
 */
export function total(convention: ScoringConvention, answers: readonly (AnswerId | undefined)[]): number | undefined {
  const points = pointsOf(convention, answers);
  return points?.reduce((sum, one) => sum + one, 0);
}

/**
 * The highest total that these answers could have reached: items that are not applicable do not count. Undefined where
 * `total` is. A percentage is `total` of this, never of the number of items.
 */
export function outOf(convention: ScoringConvention, answers: readonly (AnswerId | undefined)[]): number | undefined {
  const points = pointsOf(convention, answers);
  return points === undefined ? undefined : points.length * best(convention);
}

/**
 * The lowest and highest total that a convention allows for a checklist, to tell a slip from a total; undefined where
 * nothing can be said.
 *
 * For totals as reported the convention is not known, and the paper's scale has to be read off its totals. Our reading:
 * one point an item at most, 0 to 10 for a ten-item checklist, which covers most published scales. Where any of the
 * review's `reported` totals is above that, the scale is two points an item, 0 to 20, for all of them, because one review
 * uses one scale. Where any is above that too, it is neither (a percentage, perhaps), and the range is undefined.
 */
export function range(
  convention: ScoringConvention,
  checklist: Checklist,
  reported: readonly number[] = [],
): readonly [min: number, max: number] | undefined {
  const items = checklist.items.length;
  if (convention.points !== undefined) return [0, items * best(convention)];
  if (convention.id !== 'as-reported') return undefined;
  const highest = reported.reduce((one, other) => Math.max(one, other), 0);
  if (highest <= items) return [0, items];
  return highest <= 2 * items ? [0, 2 * items] : undefined;
}

function pointsOf(
  { points, otherwise }: ScoringConvention,
  answers: readonly (AnswerId | undefined)[],
): readonly number[] | undefined {
  if (points === undefined) return undefined;
  const gained: number[] = [];
  for (const answer of answers) {
    if (answer === 'not-applicable') continue;
    const own = answer === undefined ? undefined : Object.hasOwn(points, answer) ? points[answer] : otherwise;
    if (own === undefined) return undefined;
    gained.push(own);
  }
  return gained.length === 0 ? undefined : gained;
}

function best({ points }: ScoringConvention): number {
  return Math.max(...Object.values(points ?? { none: 0 }));
}
