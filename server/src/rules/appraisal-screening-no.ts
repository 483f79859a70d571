import * as l10n from '@vscode/l10n';
import { answerTo, consensusName } from '../review/appraisal.js';
import { foldId } from '../text/words.js';
import type { Rule } from './rule.js';

export const appraisalScreeningNo: Rule = {
  code: 'appraisal.screening-no',
  severity: 'info',
  off: true,
  reveals: true,
  title: 'An appraisal that went on after a screening question was answered no',
  why: 'The first questions of CASP’s checklist ask whether it is worth going on. Many teams go on all the same, which is theirs to decide; others have agreed not to.',
  mend: 'Talk over whether the study is appraised further, or included at all.',
  example: {
    wrong: `
=== appraisals/JS.yaml ===
gillard2013: {1: «no», 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes, because: {1: no aim is told}}
moran2012: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
`,
    right: `
=== appraisals/JS.yaml ===
gillard2013: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
moran2012: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
`,
  },
  message: ({ item, rater, study }) =>
    l10n.t(
      '{1} answers question {0} of {2} with no, and went on with the questions behind the screening.',
      item ?? '',
      rater ?? '',
      study ?? '',
    ),
  judge: {
    *rating(given, review) {
      const { rating, rater, file, chunk } = given;
      const { checklist } = review;
      const study = review.studyById.get(foldId(rating.study));
      if (!checklist || !study || foldId(rater) === consensusName) return;
      const goesOn = checklist.items.some(
        item => !item.screening && answerTo(given, String(item.number), checklist) !== undefined,
      );
      if (!goesOn) return;
      for (const { item, answer, at } of rating.answers) {
        const asked = checklist.items.find(each => String(each.number) === item.trim());
        if (!asked?.screening || answerTo(given, item.trim(), checklist) !== 'no' || answer === '') continue;
        yield { site: { file, chunk, at }, data: { item: asked.number, rater, study: study.name } };
      }
    },
  },
};
