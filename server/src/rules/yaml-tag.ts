import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const yamlTag: Rule = {
  code: 'yaml.tag',
  severity: 'warning',
  title: 'A value that starts with an exclamation mark',
  why: 'An exclamation mark at the start of a value is an instruction to programs. The word behind it is no part of the value, so words of yours may be missing.',
  mend: 'Put the value in quotation marks when the exclamation mark belongs to it; otherwise take the instruction out.',
  example: {
    wrong: `
=== studies/moran2012.md ===
---
country: «!USA» United States
participants: 31
themes: [giving-back]
casp: 9
---
`,
    right: `
=== studies/moran2012.md ===
---
country: United States
participants: 31
themes: [giving-back]
casp: 9
---
`,
  },
  message: ({ tag }) =>
    l10n.t(
      '"{0}" is read as an instruction to programs and not as text. Put the value in quotation marks, or take it out.',
      tag ?? '',
    ),
};
