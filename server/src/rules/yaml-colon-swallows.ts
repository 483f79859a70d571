import * as l10n from '@vscode/l10n';
import { excerpt } from './excerpt.js';
import type { Rule } from './rule.js';

export const yamlColonSwallows: Rule = {
  code: 'yaml.colon-swallows',
  severity: 'warning',
  title: 'A colon inside a text',
  why: 'A colon with a space after it separates a field from its value. Here the text was read as one, but other programs refuse the file, or take the words before the colon for a field.',
  mend: 'Put the text in quotation marks, or write it on the next line, set in, below `>-`.',
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back:
    label: «Giving back: a debt repaid»
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
    label: "Giving back: a debt repaid"
    definition: Repaying help received
    construct: identity
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
`,
  },
  message: ({ value }) =>
    l10n.t(
      'Other programs take the colon in "{0}" for the end of a field\'s name. Put the text in quotation marks.',
      excerpt(value),
    ),
};
