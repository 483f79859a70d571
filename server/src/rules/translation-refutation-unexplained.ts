import * as l10n from '@vscode/l10n';
import { constructOf, studyOf } from '../review/translation.js';
import type { Rule } from './rule.js';

export const translationRefutationUnexplained: Rule = {
  code: 'translation.refutation-unexplained',
  severity: 'info',
  absence: true,
  title: 'A refutation that is not explained',
  why: 'Where a study contradicts the others, the synthesis has to say what the contradiction rests on: another setting, other people, another reading. That is what a refutational translation is for.',
  mend: 'Say under `note:` what speaks against the construct, and how it can be explained.',
  example: {
    wrong: `
=== translation.yaml ===
reading-order: chronological
cells:
  - construct: identity
    study: moran2012
    themes: [giving-back]
    relation: «refutational»
`,
    right: `
=== translation.yaml ===
reading-order: chronological
cells:
  - construct: identity
    study: moran2012
    themes: [giving-back]
    relation: refutational
    note: >-
      These peers are paid by the hour, and owe nobody anything.
`,
  },
  message: ({ study, label }) =>
    l10n.t('{0} refutes "{1}", and no note says how the contradiction is explained.', study ?? '', label ?? ''),
  judge: {
    *translation({ file, chunk, facts }, review) {
      for (const cell of facts.cells) {
        if (cell.relation !== 'refutational' || (cell.note ?? '').trim() !== '') continue;
        const [construct, study] = [constructOf(cell, review), studyOf(cell, review)];
        if (!construct || !study) continue;
        yield {
          site: { file, chunk, at: cell.relationAt ?? cell.at },
          data: { study: study.name, label: construct.label },
          about: [
            { kind: 'study', id: study.id },
            { kind: 'construct', id: construct.id },
          ],
        };
      }
    },
  },
};
