import * as l10n from '@vscode/l10n';
import { excerpt } from './excerpt.js';
import type { Rule } from './rule.js';

export const yamlCommaCuts: Rule = {
  code: 'yaml.comma-cuts',
  severity: 'warning',
  title: 'A comma that cuts a text in two',
  why: 'Between `{` and `}` a comma ends a value. Here the text was put together again, but other programs keep only what stands before the comma, without a word.',
  mend: 'Write the text on a line of its own, `definition: …`, where commas do no harm; or put it in quotation marks.',
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: «Where the role ends, and friendship begins», construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: identity}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
`,
    right: `
=== codebook.yaml ===
themes:
  boundaries:
    label: Boundaries
    definition: Where the role ends, and friendship begins
    construct: identity
  giving-back: {label: Giving back, definition: Repaying help received, construct: identity}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
`,
  },
  message: ({ value }) =>
    l10n.t(
      'Other programs cut "{0}" at the comma. Put the text on a line of its own, or in quotation marks.',
      excerpt(value),
    ),
};
