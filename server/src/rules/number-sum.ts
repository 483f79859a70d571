import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const numberSum: Rule = {
  code: 'number.sum',
  severity: 'warning',
  title: 'A sum that its parts do not make',
  why: 'The sentence puts numbers together and says what they come to, and they come to something else. One of them went stale, and a reader who adds them up cannot tell which.',
  mend: 'Look up each of the numbers, and correct the one that disagrees. If the total counts something that the sentence does not name, name it.',
  example: {
    wrong: `
=== synthesis.md ===
The databases gave 1,520 records and hand searching 8, which makes «1,530».
`,
    right: `
=== synthesis.md ===
The databases gave 1,520 records and hand searching 8, which makes 1,528.
`,
  },
  message: ({ written, parts, sum }) =>
    l10n.t('The sentence says {0}, but {1} = {2}.', written ?? '', parts ?? '', sum ?? 0),
};
