import * as l10n from '@vscode/l10n';
import { answerTo, consensusName } from '../review/appraisal.js';
import { readAnswer } from '../standards/checklist.js';
import { foldId } from '../text/words.js';
import type { Rule } from './rule.js';

export const appraisalConsensusUnexplained: Rule = {
  code: 'appraisal.consensus-unexplained',
  severity: 'warning',
  open: true,
  absence: true,
  soughtIn: ['rater'],
  reveals: true,
  title: 'A consensus that neither rater gave, without a reason',
  why: 'A third answer may well be the right one, but it is nobody’s until it is said why. Readers of the appraisal will ask.',
  mend: 'Write the reason under `because:` of the same entry, by the number of the question.',
  example: {
    wrong: `
=== appraisals/JM.yaml ===
gillard2013: {1: yes, 2: yes, 3: yes, 4: no, 5: yes, 6: no, 7: yes, 8: yes, 9: yes, 10: can't tell}
moran2012: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: no, 7: yes, 8: yes, 9: yes, 10: yes}
=== appraisals/consensus.yaml ===
gillard2013:
  4: «can't tell»
  by: [JM, JS]
`,
    right: `
=== appraisals/JM.yaml ===
gillard2013: {1: yes, 2: yes, 3: yes, 4: no, 5: yes, 6: no, 7: yes, 8: yes, 9: yes, 10: can't tell}
moran2012: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: no, 7: yes, 8: yes, 9: yes, 10: yes}
=== appraisals/consensus.yaml ===
gillard2013:
  4: can't tell
  by: [JM, JS]
  because:
    4: >-
      Both reports leave open who was asked and declined.
`,
  },
  message: ({ item, study }) =>
    l10n.t(
      'Neither rater gave this answer to question {0} of {1}, and no reason is given for it.',
      item ?? '',
      study ?? '',
    ),
  judge: {
    *rating({ rater, rating, file, chunk }, review) {
      const { checklist } = review;
      const study = review.studyById.get(foldId(rating.study));
      if (foldId(rater) !== consensusName || !checklist || !study) return;
      const { raters } = study.appraisal;
      if (raters.length < 2) return;
      for (const { item, answer, because, at } of rating.answers) {
        const number = item.trim();
        const settled = readAnswer(checklist, answer);
        const given = raters.map(each => answerTo(each, number, checklist));
        if (because !== undefined || settled === undefined || given.includes(undefined) || given.includes(settled))
          continue;
        yield { site: { file, chunk, at }, data: { item: number, study: study.name } };
      }
    },
  },
};
