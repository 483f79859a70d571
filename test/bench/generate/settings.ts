import type { Plan } from './plan.js';
import * as field from './words/field.js';

const list = (items: readonly string[]): string => `[${items.join(', ')}]`;

/** The numbers of the flow diagram. All sums that must hold between boxes hold. */
export function flowOf(studies: number) {
  const databases = { CINAHL: studies * 9 + 14, MEDLINE: studies * 12 + 31, PsycINFO: studies * 6 + 8 };
  const database = databases.CINAHL + databases.MEDLINE + databases.PsycINFO;
  const duplicates = studies * 8 + 11;
  const screened = database - duplicates;
  const notRetrieved = Math.floor(studies / 30) + 1;
  const reasons = { 'no words of participants': studies + 5, 'not about the experience': Math.floor(studies / 2) + 3 };
  const assessed = studies + reasons['no words of participants'] + reasons['not about the experience'];
  const sought = assessed + notRetrieved;
  return {
    databases,
    database,
    duplicates,
    screened,
    excluded: screened - sought,
    sought,
    notRetrieved,
    assessed,
    reasons,
  };
}

/** `metasynth.yaml`. */
export function settingsText({ options, background }: Plan): string {
  const flow = flowOf(options.studies);
  return `# The review of which everything else is a part.
title: "Living a life in between: what people say of long illness"
question: >-
  What do people who live with long illness, and those who live or work with them, say of everyday life with it?
approach: thematic-synthesis
status: draft
reviewers:
  A: Amara Lindqvist
  B: Bruno Castellanos
  C: Chiara Osei
appraisal:
  checklist: casp-qualitative-2018
  raters: [A, B]
  arbiter: C
  scoring: sum-of-yes
  use: weigh
studies: studies/
codebook: codebook.yaml
bibliography:
  - references.bib
manuscript: synthesis.md
# Theory and method that the manuscript leans on, never evidence.
background:
${background.map(work => `  - ${work.key}`).join('\n')}
characteristics:
  country: {type: text, required: true}
  region: {type: text}
  setting: {type: text}
  discipline: {type: text, required: true}
  population: {type: text}
  participants: {type: count, required: true}
  women: {type: count}
  age-range: {type: text, label: Ages}
  recruitment: {type: text}
  sampling: {type: set, values: ${list(field.samplings)}}
  design: {type: text, required: true}
  theory: {type: text}
  data-collection: {type: set, values: ${list(field.collections)}, required: true}
  interviews: {type: count}
  interview-minutes: {type: number}
  analysis: {type: text}
  software: {type: text}
  language: {type: text}
  fieldwork: {type: text}
  published: {type: year}
  ethics-approval: {type: flag}
  funding: {type: text}
  peer-researchers: {type: flag}
  member-checking: {type: flag}
  reflexivity: {type: text}
missing:
  not reported: NR
  not applicable: N/A
groups:
  chronic:
    discipline: ${list(field.chronic)}
aspects:
  strength: [Strengths, What helps]
  challenge: [Challenges, What it costs]
eligibility:
  - says: Gives the words of participants, as they spoke or wrote them
    filter: ${field.voiced.map(value => `data-collection:${value.includes(' ') ? `"${value}"` : value}`).join(' OR ')}
  - says: Is a study in its own right and not a review of others
    filter: NOT design:review
table:
  columns:
    - no
    - study
    - country
    - discipline
    - participants
    - data-collection
    - casp
    - themes
  sort: study
flow:
  database-results: ${flow.database}
  database-specific-results:
${Object.entries(flow.databases)
  .map(([name, count]) => `    ${name}: ${count}`)
  .join('\n')}
  duplicates: ${flow.duplicates}
  records-screened: ${flow.screened}
  records-excluded: ${flow.excluded}
  dbr-sought-reports: ${flow.sought}
  dbr-notretrieved-reports: ${flow.notRetrieved}
  dbr-assessed: ${flow.assessed}
  dbr-excluded:
${Object.entries(flow.reasons)
  .map(([reason, count]) => `    ${reason}: ${count}`)
  .join('\n')}
  new-studies: ${options.studies}
search:
${Object.entries(flow.databases)
  .map(
    ([name, hits]) =>
      `  - source: ${name}\n    platform: EBSCOhost\n    date: 2024-03-11\n    strategy: search/${name.toLowerCase()}.txt\n    limits: none\n    hits: ${hits}`,
  )
  .join('\n')}
protocol:
  registration: PROSPERO, number to follow
  deviations: >-
    Studies of carers were to be left out, and were taken in when the first reading showed that they speak of the same days.
reflexivity: >-
  One of us has lived with a long illness, one has nursed, and one has done neither and was asked to say so often.
`;
}

/** The search strategies, by path. */
export function strategies({ options }: Plan): [string, string][] {
  return Object.keys(flowOf(options.studies).databases).map(name => [
    `search/${name.toLowerCase()}.txt`,
    '1 (chronic or long-term) adj2 (illness* or condition*)\n2 (experience* or account* or narrative*)\n3 qualitative\n4 1 and 2 and 3\n',
  ]);
}
