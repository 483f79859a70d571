import * as l10n from '@vscode/l10n';
import { foldId, listWords } from '../text/words.js';
import { appraisalSite } from './appraisal-missing.js';
import type { Rule } from './rule.js';

export const appraisalMissingAnswer: Rule = {
  code: 'appraisal.missing-answer',
  severity: 'warning',
  open: true,
  absence: true,
  title: 'A question of the checklist without an answer',
  why: 'An appraisal with a gap has no total, and the study cannot be compared between raters or with other studies.',
  mend: "Answer the question: yes, can't tell, or no. *Can't tell* is an answer; an empty line is none.",
  example: {
    wrong: `
=== appraisals/JS.yaml ===
«gillard2013»:
  1: yes
  2: yes
  3: yes
  5: yes
  6: no
  7: yes
  8: yes
  9: yes
  10: yes
`,
    right: `
=== appraisals/JS.yaml ===
gillard2013:
  1: yes
  2: yes
  3: yes
  4: can't tell
  5: yes
  6: no
  7: yes
  8: yes
  9: yes
  10: yes
`,
  },
  message: ({ items, count, rater, study }) =>
    count === 1
      ? l10n.t(
          'Question {0} has no answer from {1}, so the appraisal of {2} has no total yet.',
          items ?? '',
          rater ?? '',
          study ?? '',
        )
      : l10n.t(
          'Questions {0} have no answer from {1}, so the appraisal of {2} has no total yet.',
          items ?? '',
          rater ?? '',
          study ?? '',
        ),
  judge: {
    *rating({ rating, rater, file, chunk }, review) {
      const study = review.studyById.get(foldId(rating.study));
      const { checklist } = review;
      if (!study || !checklist || rating.answers.length === 0) return;
      // Of a study that stands twice in a rater's file the first counts; the consensus holds only what differed.
      if (!study.appraisal.raters.some(each => each.chunk === chunk && each.rater === rater)) return;
      const answered = new Set(rating.answers.map(answer => answer.item.trim()));
      const missing = checklist.items.filter(item => !answered.has(String(item.number)));
      if (missing.length === 0) return;
      const [only] = missing;
      const items =
        missing.length === 1 && only
          ? `${only.number} (${only.label})`
          : listWords(missing.map(item => String(item.number)));
      yield {
        site: { file, chunk, at: rating.studyAt },
        data: { items, count: missing.length, first: only?.number ?? 0, rater, study: study.name },
      };
    },
  },
  shared: {
    total: review => review.ratingCount,
    message: (count, total) => l10n.t('{0} of the {1} appraisals have questions without an answer.', count, total),
    site: appraisalSite,
  },
};
