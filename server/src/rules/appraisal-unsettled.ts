import * as l10n from '@vscode/l10n';
import { answerTo, ratersDone } from '../review/appraisal.js';
import { listWords } from '../text/words.js';
import { appraisalSite } from './appraisal-missing.js';
import type { Rule } from './rule.js';

export const appraisalUnsettled: Rule = {
  code: 'appraisal.unsettled',
  severity: 'warning',
  open: true,
  absence: true,
  soughtIn: ['rater'],
  title: 'Raters who differ, and no consensus',
  why: 'Two people appraise a study so that they can compare. Where they differ and nothing settles it, the question has no answer, and the study no total.',
  mend: 'Talk it over, or ask the arbiter, and write the answer that holds into `appraisals/consensus.yaml`, with `by:` and `because:`. Nothing is said before both have answered every question of the study.',
  example: {
    wrong: `
=== appraisals/JM.yaml ===
«gillard2013»: {1: yes, 2: yes, 3: yes, 4: no, 5: yes, 6: no, 7: yes, 8: yes, 9: yes, 10: can't tell}
moran2012: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: no, 7: yes, 8: yes, 9: yes, 10: yes}
`,
    right: `
=== appraisals/JM.yaml ===
gillard2013: {1: yes, 2: yes, 3: yes, 4: no, 5: yes, 6: no, 7: yes, 8: yes, 9: yes, 10: can't tell}
moran2012: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: no, 7: yes, 8: yes, 9: yes, 10: yes}
=== appraisals/consensus.yaml ===
gillard2013:
  4: yes
  by: [JM, JS]
  because:
    4: >-
      JM had read the first of the two reports alone.
`,
  },
  message: ({ items, count, raters, study }) =>
    count === 1
      ? l10n.t(
          '{1} differ on question {0} of {2}, and no consensus settles it.',
          items ?? '',
          raters ?? '',
          study ?? '',
        )
      : l10n.t(
          '{1} differ on questions {0} of {2}, and no consensus settles them.',
          items ?? '',
          raters ?? '',
          study ?? '',
        ),
  judge: {
    *study(study, review) {
      const { checklist, settings } = review;
      const { raters, consensus, agreed } = study.appraisal;
      // Until both are done neither is told of the other's answers.
      if (!checklist || raters.length < 2 || !ratersDone(study.appraisal, checklist, settings)) return;
      const open = checklist.items.filter(item => {
        const number = String(item.number);
        if (agreed.has(number) || consensus?.rating.answers.some(each => each.item.trim() === number)) return false;
        return new Set(raters.map(each => answerTo(each, number, checklist))).size > 1;
      });
      if (open.length === 0) return;
      const [only] = open;
      const [first] = raters;
      yield {
        site: { file: first!.file, chunk: first!.chunk, at: first!.rating.studyAt },
        data: {
          study: study.name,
          raters: listWords(raters.map(each => each.rater)),
          count: open.length,
          items:
            open.length === 1 && only
              ? `${only.number} (${only.label})`
              : listWords(open.map(item => String(item.number))),
        },
        related: raters.slice(1).map(each => ({
          site: { file: each.file, chunk: each.chunk, at: each.rating.studyAt },
          message: l10n.t("{0}'s answers", each.rater),
        })),
      };
    },
  },
  shared: {
    total: review => review.studyCount,
    message: (count, total) =>
      l10n.t('In {0} of the {1} studies the raters differ, and no consensus settles it.', count, total),
    site: appraisalSite,
  },
};
