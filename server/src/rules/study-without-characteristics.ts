import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const studyWithoutCharacteristics: Rule = {
  code: 'study.without-characteristics',
  severity: 'error',
  title: 'A study of which nothing is read',
  why: "A study's characteristics and themes stand at the very top of its file. Here nothing stands there, so the study counts as one that tells nothing.",
  mend: 'Begin the file with a line `---`, then the characteristics, then another line `---`. A blank line or a word above the first one hides them.',
  example: {
    wrong: `
=== studies/moran2012.md ===
«country: USA»
participants: 31
themes: [giving-back]
casp: 9
---
`,
    right: `
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes: [giving-back]
casp: 9
---
`,
  },
  message: ({ empty }) =>
    empty === 'yes'
      ? l10n.t('This study is empty: it has neither characteristics nor themes.')
      : l10n.t(
          'Nothing is read of this study: its characteristics must stand between two lines "---", the first at the very top.',
        ),
};
