import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';
import { themesSite } from './theme-undefined.js';

export const themeUnmapped: Rule = {
  code: 'theme.unmapped',
  severity: 'info',
  open: true,
  absence: true,
  title: 'A theme mapped to no construct',
  why: 'What the studies say under this theme does not enter the synthesis: no third-order construct takes it up.',
  mend: 'Say with `construct:` which construct it belongs to (one, or a list), or merge it with a theme that has one.',
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  «giving-back»: {label: Giving back, definition: Repaying help received}
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
  message: ({ label, studies }) =>
    l10n.t(
      'The theme "{0}" is mapped to no construct, so its studies ({1}) do not enter the synthesis.',
      label ?? '',
      studies ?? 0,
    ),
  judge: {
    *theme(theme, review) {
      // While no construct exists yet, mapping is not the step the review is at.
      if (theme.facts.constructs.length > 0 || review.constructs.length === 0) return;
      const site = { file: theme.file, chunk: theme.chunk, at: theme.facts.at };
      yield { site, data: { label: theme.label, studies: theme.carriers.size } };
    },
  },
  shared: {
    total: review => review.themeById.size,
    message: (count, total) => l10n.t('{0} of the {1} themes are mapped to no construct yet.', count, total),
    site: themesSite,
  },
};
