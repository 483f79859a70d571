import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';
import { themeReferences } from './theme-references.js';

export const themeFormerName: Rule = {
  code: 'theme.former-name',
  severity: 'hint',
  title: 'A former name of a theme',
  why: 'The theme was renamed or merged; the old name still counts, but readers will look for it in vain in the codebook.',
  mend: 'Write the present name. Keep the alias in the codebook as long as a branch may still use it.',
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back:
    label: Giving back
    definition: Repaying help received
    aliases: [contributing]
    construct: identity
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes:
  - «contributing»
casp: 9
---
`,
    right: `
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes:
  - giving-back
casp: 9
---
`,
  },
  message: ({ name, now }) =>
    l10n.t('"{0}" is a former name of "{1}"; it counts for that theme.', name ?? '', now ?? ''),
  judge: {
    *chunk({ file, chunk }, review) {
      for (const use of themeReferences(chunk, review)) {
        if (review.themeById.has(use.id)) continue;
        const theme = review.themeAliases.get(use.id);
        if (theme) yield { site: { file, chunk, at: use.at }, data: { name: use.name, now: theme.facts.name } };
      }
    },
  },
};
