import { consensusText, raterText } from './appraisals.js';
import { bibliographyText } from './bibliography.js';
import { codebookText } from './codebook.js';
import { confidenceText } from './confidence.js';
import { manuscriptOf } from './manuscript.js';
import { type Options, type Plan, planOf } from './plan.js';
import { settingsText, strategies } from './settings.js';
import { studyTexts } from './studies.js';

/** The texts of a review by path, in the order of the paths. */
export type Files = ReadonlyMap<string, string>;

/** A review in which nothing is the matter. */
export function faultlessReview(options: Options): { readonly files: Files; readonly plan: Plan } {
  const plan = planOf(options);
  const manuscript = manuscriptOf(plan);
  const files: [string, string][] = [
    ['appraisals/A.yaml', raterText(plan, 0)],
    ['appraisals/B.yaml', raterText(plan, 1)],
    ['appraisals/consensus.yaml', consensusText(plan)],
    ['codebook.yaml', codebookText(plan, manuscript.findings)],
    ['confidence.yaml', confidenceText(plan, manuscript.findings)],
    ['metasynth.yaml', settingsText(plan)],
    ['references.bib', bibliographyText(plan)],
    ...strategies(plan),
    ...studyTexts(plan),
    ['synthesis.md', manuscript.text],
  ];
  return { plan, files: new Map(files.sort(([a], [b]) => (a < b ? -1 : 1))) };
}
