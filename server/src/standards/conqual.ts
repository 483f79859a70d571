/**
 * ConQual, the ranking of findings of a meta-aggregation (Munn and others, BMC Medical Research Methodology 2014, 14:108; the JBI
 * manual, section on the summary of findings). People judge how many levels dependability and credibility take away, and the
 * published table gives the level.
 */

export type ConqualLevel = 'high' | 'moderate' | 'low' | 'very-low';

const levels: readonly ConqualLevel[] = ['high', 'moderate', 'low', 'very-low'];

/**
 * The level of a synthesised finding: qualitative research starts at high, text and opinion at low, and each step down counts,
 * no lower than very low.
 *
 * @param dependability 0, -1 or -2
 * @param credibility from 0 (all findings unequivocal) to -4 (none supported)
 */
export function conqualLevel(
  research: 'qualitative' | 'text-and-opinion',
  dependability: number,
  credibility: number,
): ConqualLevel {
  const start = research === 'qualitative' ? 0 : 2;
  return levels[Math.min(levels.length - 1, start - dependability - credibility)]!;
}

/** The questions of JBI's checklist that dependability looks at. */
export const dependabilityItems: readonly number[] = [2, 3, 4, 6, 7];

/** How many levels a study's answers to those questions take away: 4 or 5 yes none, 2 or 3 one, fewer two. */
export function dependabilityOf(yes: number): 0 | -1 | -2 {
  if (yes >= 4) return 0;
  return yes >= 2 ? -1 : -2;
}
