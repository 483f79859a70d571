import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const appraisalUnknownItem: Rule = {
  code: 'appraisal.unknown-item',
  severity: 'error',
  local: true,
  title: 'An answer to a question that the checklist does not have',
  why: 'It counts nowhere: the checklist has no such question, so another one was probably meant.',
  mend: 'Correct the number of the question, or take the line out.',
  example: {
    wrong: `
=== appraisals/JS.yaml ===
gillard2013: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes, «11»: yes}
`,
    right: `
=== appraisals/JS.yaml ===
gillard2013: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
`,
  },
  message: ({ item, checklist, last }) =>
    l10n.t('{1} has no question "{0}": its questions are 1 to {2}.', item ?? '', checklist ?? '', last ?? 0),
  judge: {
    *rating({ rating, file, chunk }, { checklist }) {
      if (!checklist) return;
      for (const { item, itemAt } of rating.answers) {
        if (checklist.items.some(each => String(each.number) === item.trim())) continue;
        const data = { item, checklist: checklist.title, last: checklist.items.length };
        yield { site: { file, chunk, at: itemAt }, data };
      }
    },
  },
};
