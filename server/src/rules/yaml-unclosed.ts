import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const yamlUnclosed: Rule = {
  code: 'yaml.unclosed',
  severity: 'error',
  title: 'A bracket or quotation mark that is never closed',
  why: 'It is a guess where the value ends, so what follows may be counted with it or be lost. Other programs refuse the whole file.',
  mend: 'Close it where the list, the group or the text ends.',
  example: {
    wrong: `
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes: «[»giving-back
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
  message: ({ what }) => {
    switch (what) {
      case 'bracket':
        return l10n.t('The list that opens here is never closed, so it is a guess where it ends. Close it with "]".');
      case 'brace':
        return l10n.t('The group that opens here is never closed, so it is a guess where it ends. Close it with "}".');
      default:
        return l10n.t(
          'The quotation mark that opens here is never closed, so it is a guess where the text ends. Close it.',
        );
    }
  },
};
