import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const fieldUnknown: Rule = {
  code: 'field.unknown',
  severity: 'warning',
  title: 'A field that nothing reads',
  why: 'What stands in it enters no table, no count and no text. Most often the name is misspelt, and the field that was meant is empty.',
  mend: 'Correct the name. A remark for yourself can stand behind a `#`.',
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back:
    label: Giving back
    «defintion»: Repaying help received by helping others
    construct: identity
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
`,
    right: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back:
    label: Giving back
    definition: Repaying help received by helping others
    construct: identity
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
`,
  },
  message: ({ field, where, nearest }) =>
    nearest === undefined || nearest === ''
      ? l10n.t(
          '"{0}" is not a field of {1}, so what it says is not read. Correct the name, or take it out.',
          field ?? '',
          where || l10n.t('this file'),
        )
      : l10n.t(
          '"{0}" is not a field of {1}, so what it says is not read. Did you mean "{2}"?',
          field ?? '',
          where || l10n.t('this file'),
          nearest,
        ),
};
