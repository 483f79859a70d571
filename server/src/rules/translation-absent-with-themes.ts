import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const translationAbsentWithThemes: Rule = {
  code: 'translation.absent-with-themes',
  severity: 'warning',
  local: true,
  title: 'A study that is called silent, and has themes all the same',
  why: '*Absent* says that the reviewers looked and that the study is silent on the construct. Themes in the same cell say that it speaks of it.',
  mend: 'Take the themes out if the study is silent, or say how they stand to the construct.',
  example: {
    wrong: `
=== translation.yaml ===
reading-order: chronological
cells:
  - construct: identity
    study: moran2012
    themes: [giving-back]
    relation: «absent»
`,
    right: `
=== translation.yaml ===
reading-order: chronological
cells:
  - construct: identity
    study: moran2012
    relation: absent
`,
  },
  message: ({ count }) =>
    count === 1
      ? l10n.t('The cell says that the study is silent here, and names a theme of it all the same.')
      : l10n.t('The cell says that the study is silent here, and names {0} themes of it all the same.', count ?? 0),
  judge: {
    *translation({ file, chunk, facts }) {
      for (const { relation, relationAt, themes, at } of facts.cells) {
        if (relation !== 'absent' || themes.length === 0) continue;
        yield { site: { file, chunk, at: relationAt ?? at }, data: { count: themes.length } };
      }
    },
  },
};
