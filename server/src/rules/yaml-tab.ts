import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const yamlTab: Rule = {
  code: 'yaml.tab',
  severity: 'warning',
  title: 'A tab where spaces belong',
  why: 'How far a line is set in tells what it belongs to. Tabs have no fixed width, so other programs refuse the whole file.',
  mend: 'Replace the tab with spaces, two for each step. VS Code does it for the whole file with *Convert Indentation to Spaces*.',
  example: {
    wrong: `
=== studies/moran2012.md ===
---
country: USA
themes:
«\t»- giving-back
casp: 9
---
`,
    right: `
=== studies/moran2012.md ===
---
country: USA
themes:
  - giving-back
casp: 9
---
`,
  },
  message: ({ lines }) =>
    Number(lines ?? 1) <= 1
      ? l10n.t('This line is set in with a tab, which other programs refuse to read. Use spaces instead.')
      : l10n.t(
          '{0} lines from here on are set in with tabs, which other programs refuse to read. Use spaces instead.',
          lines ?? '',
        ),
};
