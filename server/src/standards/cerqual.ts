/**
 * The words of GRADE-CERQual, by which people judge how far a finding of a qualitative synthesis can be relied on, in our own
 * words. Source: Lewin and others, Implementation Science 2018, 13 (Suppl 1), papers 1 to 7. The overall level is never
 * calculated: CERQual has no algorithm, and what is here only bounds and explains.
 */

export const cerqualLink = 'https://www.cerqual.org';

/** What a component asks, and what to look at. */
export interface CerqualComponent {
  readonly id: 'methodological-limitations' | 'coherence' | 'adequacy' | 'relevance';
  readonly label: string;
  readonly asks: string;
  readonly lookFor: readonly string[];
}

/** In the order of the papers. */
export const cerqualComponents: readonly CerqualComponent[] = [
  {
    id: 'methodological-limitations',
    label: 'Methodological limitations',
    asks: 'Do problems in how the contributing studies were designed or done weaken this finding?',
    lookFor: [
      'the appraisal of each contributing study, question by question, as it bears on this finding',
      'whether the weaker studies carry the finding or only agree with it',
    ],
  },
  {
    id: 'coherence',
    label: 'Coherence',
    asks: 'How well does the finding fit the data it was made of?',
    lookFor: [
      'data that contradict it or do not fit, and whether that is explained',
      'other explanations of the same data',
      'not how many studies agree',
    ],
  },
  {
    id: 'adequacy',
    label: 'Adequacy',
    asks: 'Are the data rich enough, and are there enough of them?',
    lookFor: ['how many studies and participants', 'how thick the descriptions are, for what the finding claims'],
  },
  {
    id: 'relevance',
    label: 'Relevance',
    asks: 'Do the studies speak of the context that the question asks about?',
    lookFor: [
      'people, setting, phenomenon and time of the studies against those of the question',
      'whether they match directly, indirectly, in part, or one cannot say',
    ],
  },
];

/** Levels of concern about a component, from none to the most serious. */
export const concernLabels = {
  'none-or-very-minor': 'No or very minor concerns',
  minor: 'Minor concerns',
  moderate: 'Moderate concerns',
  serious: 'Serious concerns',
} as const;

/** Levels of confidence, the highest first, with what each says of the finding. */
export const confidenceLabels = {
  high: { label: 'High', says: 'It is highly likely that the finding represents the phenomenon well.' },
  moderate: { label: 'Moderate', says: 'It is likely that the finding represents the phenomenon well.' },
  low: { label: 'Low', says: 'It is possible that the finding represents the phenomenon well.' },
  'very-low': { label: 'Very low', says: 'It is not clear whether the finding represents the phenomenon well.' },
} as const;

/** How many levels below high each is. */
export const levelsDown = { high: 0, moderate: 1, low: 2, 'very-low': 3 } as const;
