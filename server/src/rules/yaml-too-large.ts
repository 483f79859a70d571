import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const yamlTooLarge: Rule = {
  code: 'yaml.too-large',
  severity: 'error',
  title: 'A text that is too long to be read',
  why: 'No text of a review comes near this size, and reading it could stop your work. Nothing of it is read, so what it says counts nowhere.',
  mend: 'Look whether something else was pasted into the file, or split it: one file for each study, one for each rater.',
  message: ({ most }) =>
    l10n.t(
      'This text has more than {0} million characters, so it is not read and nothing in it counts. Split it, or take out what does not belong.',
      Math.floor(Number(most ?? 0) / 1_000_000),
    ),
};
