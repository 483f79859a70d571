import * as l10n from '@vscode/l10n';
import { constructOf, studyOf, themeNamed } from '../review/translation.js';
import type { Rule } from './rule.js';

export const translationThemeElsewhere: Rule = {
  code: 'translation.theme-elsewhere',
  severity: 'info',
  off: true,
  soughtIn: ['codebook'],
  title: 'A cell with a theme of another construct',
  why: 'The codebook maps the theme to other constructs than the one whose row it stands in. One of the two has not followed the other. It rests by default, since reviewers may map themes by what they mostly say, and translate them where they say something else as well.',
  mend: 'Move the theme to the row of its construct, or add this construct to its `construct:` in the codebook.',
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: worth}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
  worth: {label: Being of use, definition: Counting for something}
=== translation.yaml ===
reading-order: chronological
cells:
  - construct: identity
    study: gillard2013
    themes: [boundaries, «giving-back»]
    relation: reciprocal
`,
    right: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: [identity, worth]}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
  worth: {label: Being of use, definition: Counting for something}
=== translation.yaml ===
reading-order: chronological
cells:
  - construct: identity
    study: gillard2013
    themes: [boundaries, giving-back]
    relation: reciprocal
`,
  },
  message: ({ label, construct }) =>
    l10n.t('The codebook does not map the theme "{0}" to the construct "{1}".', label ?? '', construct ?? ''),
  judge: {
    *translation({ file, chunk, facts }, review) {
      for (const cell of facts.cells) {
        const construct = constructOf(cell, review);
        if (!construct || !studyOf(cell, review)) continue;
        for (const { name } of cell.themes) {
          const theme = themeNamed(name.value, review);
          if (!theme || review.isPartOf(theme, construct)) continue;
          // A theme that is mapped to nothing is told of by another rule.
          if (theme.constructs.length === 0) continue;
          yield {
            site: { file, chunk, at: name.at },
            data: { label: theme.label, construct: construct.label },
            about: [
              { kind: 'theme', id: theme.id },
              { kind: 'construct', id: construct.id },
            ],
          };
        }
      }
    },
  },
};
