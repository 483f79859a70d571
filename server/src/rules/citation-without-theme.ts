import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const citationWithoutTheme: Rule = {
  code: 'citation.without-theme',
  severity: 'info',
  off: true,
  absence: true,
  soughtIn: ['study', 'codebook'],
  title: 'A study that is cited under a construct and carries none of its themes',
  why: 'The text takes the study as evidence for the construct, the table does not show why. It rests by default, since a table that names principal themes only will always say less than the text.',
  mend: 'Give the study the theme that it is cited for, map that theme to the construct, or look again whether the study says so.',
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: use-of-self}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
  use-of-self: {label: Use of self, definition: Working with one’s own story}
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @«moran2012»].

## Use of self

A story told helps [@gillard2013; @moran2012].
`,
    right: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: use-of-self}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
  use-of-self: {label: Use of self, definition: Working with one’s own story}
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013].

## Use of self

A story told helps [@gillard2013; @moran2012].
`,
  },
  message: ({ study, label }) =>
    l10n.t('{0} is cited under "{1}", but carries none of its themes.', study ?? '', label ?? ''),
  judge: {
    *section({ file, chunk, findings, construct }, review) {
      // A construct without themes has none to carry.
      if (!construct || review.themeCount(construct) === 0) return;
      for (const { citations } of findings) {
        for (const { study, contrary, at } of citations) {
          if (!study || contrary || review.carriesThemeOf(study, construct)) continue;
          yield {
            site: { file, chunk, at },
            data: { study: study.name, label: construct.label },
            about: [
              { kind: 'study', id: study.id },
              { kind: 'construct', id: construct.id },
            ],
          };
        }
      }
    },
  },
};
