import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const appraisalDuplicateAnswer: Rule = {
  code: 'appraisal.duplicate-answer',
  severity: 'error',
  local: true,
  reveals: true,
  title: 'A question answered twice',
  why: 'Only the first answer counts, and nobody can tell whether it is the one that was meant.',
  mend: 'Keep one answer to the question.',
  example: {
    wrong: `
=== appraisals/JS.yaml ===
gillard2013:
  1: yes
  2: yes
  3: yes
  4: yes
  «4»: no
  5: yes
  6: yes
  7: yes
  8: yes
  9: yes
  10: yes
`,
    right: `
=== appraisals/JS.yaml ===
gillard2013: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
`,
  },
  message: ({ item, first, answer }) =>
    l10n.t(
      'Question {0} has an answer already ("{1}"); this one ("{2}") does not count.',
      item ?? '',
      first ?? '',
      answer ?? '',
    ),
  judge: {
    *rating({ rating, file, chunk }) {
      for (const { item, itemAt, answer } of rating.repeated) {
        const first = rating.answers.find(each => each.item === item);
        yield {
          site: { file, chunk, at: itemAt },
          data: { item, answer, first: first?.answer ?? '' },
          related: first ? [{ site: { file, chunk, at: first.at }, message: l10n.t('the first answer') }] : [],
        };
      }
    },
  },
};
