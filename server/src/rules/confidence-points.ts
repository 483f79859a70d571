import * as l10n from '@vscode/l10n';
import { judgementOf } from './confidence-examples.js';
import type { Rule } from './rule.js';

export const confidencePoints: Rule = {
  code: 'confidence.points',
  severity: 'warning',
  title: 'Points in a judgement of confidence',
  why: 'CERQual has no points and no sums: the components are weighed together by people. Reviews that score them misapply it, and their levels cannot be compared with those of others.',
  mend: 'Take the points out, and say in `because:` what was weighed.',
  example: { wrong: `${judgementOf({})}  «score»: 7\n`, right: judgementOf({}) },
  message: ({ name, field }) =>
    l10n.t(
      '"{1}" in the judgement of "{0}": CERQual weighs its components in words, and gives no points.',
      name ?? '',
      field ?? '',
    ),
  judge: {
    *judgement({ file, chunk, facts: { name, points } }) {
      for (const { value, at } of points) yield { site: { file, chunk, at }, data: { name, field: value } };
    },
  },
};
