import * as l10n from '@vscode/l10n';
import { consensusName } from '../review/appraisal.js';
import { readAnswer } from '../standards/checklist.js';
import { foldId, listWords } from '../text/words.js';
import { appraisalSite } from './appraisal-missing.js';
import type { Rule } from './rule.js';

/** Answers that explain themselves. */
const plain: ReadonlySet<string> = new Set(['yes', 'not-applicable']);

const others = 'moran2012: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}';

export const appraisalWithoutReason: Rule = {
  code: 'appraisal.without-reason',
  severity: 'info',
  absence: true,
  reveals: true,
  title: 'A no or can’t tell without its reason',
  why: 'Two raters settle what they differ on by their reasons, and readers judge an appraisal by them. Months later nobody remembers why a question was answered no.',
  mend: 'Write a few words under `because:` of the same study, by the number of the question.',
  example: {
    wrong: `
=== appraisals/JS.yaml ===
gillard2013: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: «no», 7: yes, 8: yes, 9: yes, 10: yes}
${others}
`,
    right: `
=== appraisals/JS.yaml ===
gillard2013:
  1: yes
  2: yes
  3: yes
  4: yes
  5: yes
  6: no
  7: yes
  8: yes
  9: yes
  10: yes
  because:
    6: >-
      The interviewers worked at the service, and nothing is said of it.
${others}
`,
  },
  message: ({ items, count, rater, study }) =>
    count === 1
      ? l10n.t(
          '{1} gives no reason for the answer to question {0} of {2}, which is not a yes.',
          items ?? '',
          rater ?? '',
          study ?? '',
        )
      : l10n.t(
          '{1} gives no reasons for the answers to questions {0} of {2}, which are not a yes.',
          items ?? '',
          rater ?? '',
          study ?? '',
        ),
  judge: {
    *rating({ rating, rater, file, chunk }, review) {
      const { checklist } = review;
      const study = review.studyById.get(foldId(rating.study));
      // What was settled has a rule of its own: where both gave the answer, their reasons stand in their files.
      if (!checklist || !study || foldId(rater) === consensusName) return;
      const open = rating.answers.filter(({ answer, because }) => {
        const id = readAnswer(checklist, answer);
        return id !== undefined && !plain.has(id) && because === undefined;
      });
      const [first] = open;
      if (!first) return;
      yield {
        site: { file, chunk, at: first.at },
        data: { items: listWords(open.map(each => each.item.trim())), count: open.length, rater, study: study.name },
      };
    },
  },
  shared: {
    total: review => review.ratingCount,
    message: (count, total) =>
      l10n.t('{0} of the {1} appraisals have answers other than yes without a reason.', count, total),
    site: appraisalSite,
  },
};
