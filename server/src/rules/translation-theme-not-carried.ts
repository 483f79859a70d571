import * as l10n from '@vscode/l10n';
import { studyOf, themeNamed } from '../review/translation.js';
import type { Rule } from './rule.js';

export const translationThemeNotCarried: Rule = {
  code: 'translation.theme-not-carried',
  severity: 'warning',
  absence: true,
  soughtIn: ['study', 'codebook'],
  title: 'A cell with a theme that the study does not carry',
  why: 'The translation says that the study holds the theme, its own file does not. The synthesis table and the translation then tell readers different things.',
  mend: 'Add the theme to the study if it is there, or take it out of the cell.',
  example: {
    wrong: `
=== translation.yaml ===
reading-order: chronological
cells:
  - construct: identity
    study: moran2012
    themes: [giving-back, «boundaries»]
    relation: reciprocal
`,
    right: `
=== translation.yaml ===
reading-order: chronological
cells:
  - construct: identity
    study: moran2012
    themes: [giving-back]
    relation: reciprocal
`,
  },
  message: ({ study, label }) =>
    l10n.t('{0} does not carry the theme "{1}", so nothing of it can be translated here.', study ?? '', label ?? ''),
  judge: {
    *translation({ file, chunk, facts }, review) {
      for (const cell of facts.cells) {
        const study = studyOf(cell, review);
        // A study that carries no theme at all has not been coded yet, and is told of by others.
        if (!study || cell.themes.length === 0 || !review.carriesAny(study)) continue;
        for (const { name } of cell.themes) {
          const theme = themeNamed(name.value, review);
          if (!theme || review.carries(study, theme.id)) continue;
          yield {
            site: { file, chunk, at: name.at },
            data: { study: study.name, label: theme.label },
            about: [
              { kind: 'study', id: study.id },
              { kind: 'theme', id: theme.id },
            ],
          };
        }
      }
    },
  },
  shared: {
    total: review => (review.translation?.facts.cells ?? []).reduce((sum, cell) => sum + cell.themes.length, 0),
    message: (count, total) =>
      l10n.t('{0} of the {1} themes in the cells of the translation are not carried by their studies.', count, total),
    site: review => {
      const { translation, settingsSite } = review;
      return translation ? { ...translation, at: translation.facts.cellsAt } : settingsSite;
    },
  },
};
