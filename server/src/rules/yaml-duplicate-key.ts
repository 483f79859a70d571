import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const yamlDuplicateKey: Rule = {
  code: 'yaml.duplicate-key',
  severity: 'error',
  title: 'A field that stands twice',
  why: 'Only the first of them counts, and nobody can tell whether it is the one that was meant. It happens most often when two branches are merged.',
  mend: 'Keep one of them, with what both say where both are right.',
  example: {
    wrong: `
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes: [giving-back]
«participants»: 13
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
  message: ({ key }) =>
    l10n.t('"{0}" stands here a second time, and only the first counts. Keep one of them.', key ?? ''),
};
