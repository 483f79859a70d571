import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const fileEncoding: Rule = {
  code: 'file.encoding',
  severity: 'info',
  title: 'A file whose letters had to be guessed',
  why: 'The file is not saved as UTF-8, the common way to store letters. Names with accents, dashes and quotation marks may be read wrongly here, and differently on each computer.',
  mend: 'Look whether the names and quotes are right, then save the file as UTF-8: in VS Code, click the encoding in the status bar and choose *Save with Encoding*.',
  message: ({ encoding }) =>
    l10n.t(
      'This file is not saved as UTF-8, so it was read as {0}; letters with accents may be wrong. Check them, then save it as UTF-8.',
      namesOfEncodings.get(String(encoding)) ?? encoding ?? '',
    ),
};

/** Encodings as editors name them. */
const namesOfEncodings = new Map([
  ['windows-1252', 'Western (Windows 1252)'],
  ['utf-16le', 'UTF-16'],
  ['utf-16be', 'UTF-16'],
]);
