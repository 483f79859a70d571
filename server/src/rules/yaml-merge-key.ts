import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const yamlMergeKey: Rule = {
  code: 'yaml.merge-key',
  severity: 'warning',
  title: 'Fields borrowed from another place with `<<`',
  why: 'What would be borrowed is not read here, so these fields count as missing. A reader of the file could not see them either.',
  mend: 'Write the fields out where they belong.',
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: &shared
    label: Boundaries
    definition: Where the role ends
    construct: identity
  giving-back:
    «<<»: *shared
    label: Giving back
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
`,
    right: `
=== codebook.yaml ===
themes:
  boundaries:
    label: Boundaries
    definition: Where the role ends
    construct: identity
  giving-back:
    label: Giving back
    definition: Repaying help received
    construct: identity
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
`,
  },
  message: () => l10n.t('Fields borrowed with "<<" are not read, so they count as missing. Write them out here.'),
};
