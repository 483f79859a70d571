import * as l10n from '@vscode/l10n';
import { excerpt } from './excerpt.js';
import type { Rule } from './rule.js';

export const yamlCommentCuts: Rule = {
  code: 'yaml.comment-cuts',
  severity: 'warning',
  title: 'A text that is cut by #',
  why: 'A space and `#` begin a remark that no program reads. Here the text was read whole, but other programs keep only what stands before.',
  mend: 'Put the text in quotation marks. If it is a remark of yours, write a space after `#`.',
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back:
    label: «Giving back #to others»
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
    label: "Giving back #to others"
    definition: Repaying help received
    construct: identity
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
`,
  },
  message: ({ value }) =>
    l10n.t(
      'Other programs cut "{0}" at the #, which begins a remark. Put the text in quotation marks.',
      excerpt(value),
    ),
};
