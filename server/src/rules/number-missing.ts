import * as l10n from '@vscode/l10n';
import { numbersThat, siteOfNumber } from './number-parts.js';
import type { Rule } from './rule.js';

export const numberMissing: Rule = {
  code: 'number.missing',
  severity: 'warning',
  title: 'A definition without a number',
  why: 'The comment says how a number is counted, but no number touches it, so that nothing is checked.',
  mend: 'Write the comment directly behind the number, without a space: `15<!-- = studies -->`.',
  example: {
    wrong: `
=== synthesis.md ===
We included several <!-- «= studies» --> studies.
`,
    right: `
=== synthesis.md ===
We included 2<!-- = studies --> studies.
`,
  },
  message: ({ now }) =>
    now === undefined
      ? l10n.t('No number touches this definition, so nothing is checked.')
      : l10n.t('No number touches this definition, so nothing is checked. The data give {0}.', now),
  judge: {
    *section(section, review) {
      for (const { number, verdict } of numbersThat('without-number', section, review)) {
        const value = verdict.readings[0]?.measured.value;
        yield {
          site: siteOfNumber(section, number),
          data: {
            definition: number.readings[0]?.text ?? '',
            ...(value !== undefined && { now: Math.round(value * 10) / 10 }),
          },
        };
      }
    },
  },
};
