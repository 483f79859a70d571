import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const yamlManyDocuments: Rule = {
  code: 'yaml.many-documents',
  severity: 'error',
  title: 'A file that a line of hyphens cuts in two',
  why: 'A line `---` ends what is read: everything below it counts nowhere.',
  mend: 'Take the line out, or move what stands below it into a file of its own.',
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: identity}
«---»
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
`,
    right: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: identity}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
`,
  },
  message: () => l10n.t('This line ends the file for every reader, so nothing below it counts. Take the line out.'),
};
