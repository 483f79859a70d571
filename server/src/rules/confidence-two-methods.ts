import * as l10n from '@vscode/l10n';
import { judgementOf } from './confidence-examples.js';
import type { Rule } from './rule.js';

export const confidenceTwoMethods: Rule = {
  code: 'confidence.two-methods',
  severity: 'warning',
  title: 'One finding judged by CERQual and by ConQual',
  why: 'CERQual is made for interpretive syntheses, ConQual for meta-aggregation. Their levels mean different things, and a finding that has both has two answers to one question.',
  mend: 'Keep the one that fits the approach of the review.',
  example: {
    wrong: `${judgementOf({})}  conqual: «{dependability: 0, credibility: -1, because: credible throughout}»\n`,
    right: judgementOf({}),
  },
  message: ({ name }) =>
    l10n.t('The finding "{0}" is judged by CERQual and by ConQual. A review uses one of them.', name ?? ''),
  judge: {
    *judgement({ file, chunk, facts: { name, confidence, components, conqual } }) {
      if (!conqual || (!confidence && components.length === 0)) return;
      yield { site: { file, chunk, at: conqual.at }, data: { name } };
    },
  },
};
