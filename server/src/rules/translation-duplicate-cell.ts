import * as l10n from '@vscode/l10n';
import { cellKey, constructOf, studyOf } from '../review/translation.js';
import type { TranslationCell } from '../syntax/facts.js';
import type { Rule } from './rule.js';

export const translationDuplicateCell: Rule = {
  code: 'translation.duplicate-cell',
  severity: 'warning',
  title: 'A cell of the translation table that is written twice',
  why: 'Only the first of the two counts, and nobody can tell whether it is the one that was meant.',
  mend: 'Keep one of them, with what the other has to add.',
  example: {
    wrong: `
=== translation.yaml ===
reading-order: chronological
cells:
  - construct: identity
    study: moran2012
    themes: [giving-back]
    relation: reciprocal
  - construct: identity
    study: «moran2012»
    relation: absent
`,
    right: `
=== translation.yaml ===
reading-order: chronological
cells:
  - construct: identity
    study: moran2012
    themes: [giving-back]
    relation: reciprocal
  - construct: identity
    study: gillard2013
    relation: absent
`,
  },
  message: ({ study, label }) =>
    l10n.t(
      'How {0} stands to "{1}" is said in a cell above already; this one does not count.',
      study ?? '',
      label ?? '',
    ),
  judge: {
    *translation({ file, chunk, facts }, review) {
      const first = new Map<string, TranslationCell>();
      for (const cell of facts.cells) {
        const [construct, study] = [constructOf(cell, review), studyOf(cell, review)];
        if (!construct || !study) continue;
        const known = first.get(cellKey(construct, study));
        if (!known) {
          first.set(cellKey(construct, study), cell);
          continue;
        }
        yield {
          site: { file, chunk, at: cell.study.at },
          data: { study: study.name, label: construct.label },
          related: [{ site: { file, chunk, at: known.study.at }, message: l10n.t('the cell that counts') }],
          about: [
            { kind: 'study', id: study.id },
            { kind: 'construct', id: construct.id },
          ],
        };
      }
    },
  },
};
