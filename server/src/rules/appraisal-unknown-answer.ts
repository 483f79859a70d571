import * as l10n from '@vscode/l10n';
import { readAnswer } from '../standards/checklist.js';
import { listWords } from '../text/words.js';
import type { Rule } from './rule.js';

export const appraisalUnknownAnswer: Rule = {
  code: 'appraisal.unknown-answer',
  severity: 'error',
  local: true,
  reveals: true,
  title: 'An answer that the checklist does not have',
  why: 'It counts as no answer: the study has no total, and raters seem to disagree where they may not.',
  mend: 'Use one of the answers of the checklist.',
  example: {
    wrong: `
=== appraisals/JS.yaml ===
gillard2013: {1: yes, 2: «perhaps so», 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
`,
    right: `
=== appraisals/JS.yaml ===
gillard2013: {1: yes, 2: can't tell, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
`,
  },
  message: ({ answer, item, answers }) =>
    l10n.t('"{0}" is not an answer to question {1}. Answer {2}.', answer ?? '', item ?? '', answers ?? ''),
  judge: {
    *rating({ rating, file, chunk }, { checklist }) {
      if (!checklist) return;
      for (const { item, answer, at } of [...rating.answers, ...rating.repeated]) {
        if (readAnswer(checklist, answer) !== undefined) continue;
        const labels = checklist.answers.map(each => each.label.toLowerCase());
        yield { site: { file, chunk, at }, data: { answer, item, answers: listWords(labels, undefined, 'or') } };
      }
    },
  },
};
