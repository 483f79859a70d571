import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const fileUnreadable: Rule = {
  code: 'file.unreadable',
  severity: 'error',
  title: 'A file that cannot be opened',
  why: 'What it holds is missing from every table, count and check, as if it were not there.',
  mend: 'Look whether you may read the file, whether another program keeps it locked, and whether a cloud drive has it on this computer.',
  message: ({ path }) =>
    l10n.t(
      '"{0}" cannot be opened, so nothing in it counts. See whether you may read it, or another program has locked it.',
      path ?? '',
    ),
};
