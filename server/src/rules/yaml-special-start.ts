import * as l10n from '@vscode/l10n';
import { excerpt } from './excerpt.js';
import type { Rule } from './rule.js';

export const yamlSpecialStart: Rule = {
  code: 'yaml.special-start',
  severity: 'warning',
  title: 'A text that starts with a special sign',
  why: 'At the start of a value, signs such as `[`, `*`, `&`, `%` and `@` say how to read it. Here it was read as the text that was meant, but other programs refuse the file or lose the text.',
  mend: 'Put the text in quotation marks.',
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back:
    label: «[Un]paid helping»
    definition: Repaying help received
    construct: identity
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
`,
    right: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back:
    label: "[Un]paid helping"
    definition: Repaying help received
    construct: identity
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
`,
  },
  message: ({ value, sign }) =>
    l10n.t(
      'Other programs do not take "{0}" for a text, because it starts with {1}. Put it in quotation marks.',
      excerpt(value),
      sign ?? '',
    ),
};
