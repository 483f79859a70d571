import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const yamlTooLarge: Rule = {
  code: 'yaml.too-large',
  severity: 'error',
  title: 'More fields and values than can be read',
  why: 'Only the first part is read, so that a stray file cannot stop your work. The rest counts nowhere.',
  mend: 'Look whether something else was pasted into the file, or split it: one file for each study, one for each rater.',
  message: () =>
    l10n.t(
      'This file is too large to be read whole, so what follows from here counts nowhere. Split it, or take out what does not belong.',
    ),
};
