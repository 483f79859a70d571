import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const fileTooLarge: Rule = {
  code: 'file.too-large',
  severity: 'error',
  title: 'A file that is too large to read',
  why: 'Files of more than 20 MB are not read, so that a stray file cannot stop your work. What this one holds counts nowhere.',
  mend: 'Move pictures and full texts out of it, or split it. A bibliography may be several files: list them under `bibliography:`.',
  message: ({ path }) =>
    l10n.t(
      '"{0}" has more than 20 MB, so it is not read and nothing in it counts. Split it, or move what is no text out of it.',
      path ?? '',
    ),
};
