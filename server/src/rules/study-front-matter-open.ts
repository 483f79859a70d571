import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const studyFrontMatterOpen: Rule = {
  code: 'study.front-matter-open',
  severity: 'error',
  title: 'A study whose characteristics have no end',
  why: 'Only what stands between two lines of three hyphens is read as characteristics. Without the second line it is a guess where they end, and other programs read none of them.',
  mend: 'Write a line `---` below the last characteristic.',
  example: {
    wrong: `
=== studies/moran2012.md ===
«---»
country: USA
participants: 31
themes: [giving-back]
casp: 9

## Memo

Recruited through three agencies.
`,
    right: `
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes: [giving-back]
casp: 9
---

## Memo

Recruited through three agencies.
`,
  },
  message: () =>
    l10n.t(
      'The line "---" that ends the characteristics is missing, so it is a guess which lines belong to them. Add it below the last one.',
    ),
};
