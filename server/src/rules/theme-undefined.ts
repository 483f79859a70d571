import * as l10n from '@vscode/l10n';
import type { Review, Site } from '../review/model.js';
import type { CodebookFacts } from '../syntax/facts.js';
import type { Rule } from './rule.js';

export const themeUndefined: Rule = {
  code: 'theme.undefined',
  severity: 'info',
  open: true,
  absence: true,
  local: true,
  title: 'A theme without a definition',
  why: 'Two people can only code alike, and a reader can only follow a translation, when a theme says what belongs to it.',
  mend: 'Give the theme a `definition:` in the codebook: one sentence that says what it covers and where it ends.',
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  «giving-back»:
    label: Giving back
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
  message: ({ label }) =>
    l10n.t('The theme "{0}" has no definition, so coders and readers cannot tell what belongs to it.', label ?? ''),
  judge: {
    *theme(theme) {
      if (theme.facts.definition) return;
      yield { site: { file: theme.file, chunk: theme.chunk, at: theme.facts.at }, data: { label: theme.label } };
    },
  },
  shared: {
    total: review => review.themeById.size,
    message: (count, total) =>
      count === total
        ? l10n.t('None of the {0} themes has a definition, so readers cannot tell what belongs to them.', total)
        : l10n.t(
            '{0} of the {1} themes have no definition, so readers cannot tell what belongs to them.',
            count,
            total,
          ),
    site: themesSite,
  },
};

/** Where to speak of all themes: the codebook's `themes:`. */
export function themesSite(review: Review): Site {
  const codebook = review.codebook;
  const facts = codebook?.chunk.facts as CodebookFacts | undefined;
  return codebook && facts?.themesAt ? { ...codebook, at: facts.themesAt } : review.settingsSite;
}
