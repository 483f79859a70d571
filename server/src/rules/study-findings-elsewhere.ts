import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const studyFindingsElsewhere: Rule = {
  code: 'study.findings-elsewhere',
  severity: 'warning',
  title: 'Coded passages that do not count as data',
  why: "Only what stands under a heading *Findings* or *Results* is the study's. Under any other heading it is read as the reviewers' own memo, and its themes count for nothing.",
  mend: 'Call the heading `## Findings`. If the passages are notes of your own, take the theme tags off.',
  example: {
    wrong: `
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes: [giving-back]
casp: 9
---

## «Key points»

> I had been where they were. (P3, p. 12) #giving-back
`,
    right: `
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes: [giving-back]
casp: 9
---

## Findings

> I had been where they were. (P3, p. 12) #giving-back
`,
  },
  message: ({ heading }) =>
    l10n.t(
      'Passages with themes stand under "{0}", so they are read as memos and not as data. Call the heading Findings.',
      heading ?? '',
    ),
};
