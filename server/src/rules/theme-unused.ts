import * as l10n from '@vscode/l10n';
import { foldId } from '../text/words.js';
import type { Rule } from './rule.js';
import { isReferred } from './theme-references.js';
import { themesSite } from './theme-undefined.js';

export const themeUnused: Rule = {
  code: 'theme.unused',
  severity: 'warning',
  absence: true,
  soughtIn: ['study', 'coding'],
  title: 'A theme that no study carries',
  why: 'A theme without a study has nothing behind it: it was merged away, misspelt in the studies, or never found.',
  mend: 'Give it to the studies that carry it, make it an alias of the theme that took its place, or take it out.',
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: identity}
  «belonging»: {label: Belonging, definition: Being one of many, construct: identity}
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
  message: ({ label }) => l10n.t('No study carries the theme "{0}", so nothing supports it.', label ?? ''),
  judge: {
    *theme(theme, review) {
      // Without any study the reason is another, and is told once.
      if (review.studyCount === 0 || isReferred(review, theme.id)) return;
      if (
        theme.facts.aliases.some(
          alias => review.themeAliases.get(foldId(alias.value)) === theme && isReferred(review, foldId(alias.value)),
        )
      )
        return;
      yield { site: { file: theme.file, chunk: theme.chunk, at: theme.facts.at }, data: { label: theme.label } };
    },
  },
  shared: {
    total: review => review.themeById.size,
    message: (count, total) => l10n.t('{0} of the {1} themes are carried by no study yet.', count, total),
    site: themesSite,
  },
};
