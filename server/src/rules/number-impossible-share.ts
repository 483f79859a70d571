import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const numberImpossibleShare: Rule = {
  code: 'number.impossible-share',
  severity: 'info',
  title: 'A percentage that no whole number gives',
  why: 'A share of people or studies is a whole number of them. A percentage that none of these gives was rounded from something else, or one of the two numbers is wrong.',
  mend: 'Look up both numbers at their source. If the share is of others than those the sentence names, say of whom.',
  example: {
    wrong: `
=== synthesis.md ===
Of the 45 respondents, «88» % named it as their motive.
`,
    right: `
=== synthesis.md ===
Of the 45 respondents, 87 % named it as their motive.
`,
  },
  message: ({ percent, of, below }) => {
    const [whole, count] = [Number(of), Number(below)];
    const share = (number: number): number => Math.round((1000 * number) / whole) / 10;
    return l10n.t(
      '{0} % of {1} is no whole number: {2} of {1} are {3} %, {4} are {5} %.',
      percent ?? '',
      whole,
      count,
      share(count),
      count + 1,
      share(count + 1),
    );
  },
};
