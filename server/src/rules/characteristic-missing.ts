import * as l10n from '@vscode/l10n';
import { nearest } from '../text/words.js';
import type { Rule } from './rule.js';

export const characteristicMissing: Rule = {
  code: 'characteristic.missing',
  severity: 'warning',
  open: true,
  absence: true,
  local: true,
  title: 'A required characteristic that a study does not give',
  why: 'The table of included studies would have an empty cell, and every count over this column leaves the study out.',
  mend: 'Fill it in. Where the study does not tell, say so: `not reported`, `not applicable`, `unclear`; or `to do` while you still have to look.',
  example: {
    wrong: `
=== studies/moran2012.md ===
---
«participants: 31»
themes: [giving-back]
casp: 9
---
`,
    right: `
=== studies/moran2012.md ===
---
participants: 31
country: not reported
themes: [giving-back]
casp: 9
---
`,
  },
  message: ({ study, field }) =>
    l10n.t(
      '{0} has no "{1}", which every study of this review must give (or say "not reported").',
      study ?? '',
      field ?? '',
    ),
  judge: {
    *study(study, review) {
      for (const { name, required } of review.settings.characteristics) {
        if (!required) continue;
        const field = study.facts.fields.find(each => each.name === name);
        if (field && (field.items.length > 0 || field.nested)) continue;
        // A misspelt name is told as such; that the right one is missing follows from it.
        const declared = new Set(review.settings.characteristics.map(each => each.name));
        const meant = study.facts.fields.some(
          each => !declared.has(each.name) && nearest(each.name, [name], 1).length > 0,
        );
        if (!field && meant) continue;
        const at = field?.nameAt ?? study.facts.head;
        const data = { study: study.name, key: study.facts.key, field: name };
        yield { site: { file: study.file, chunk: study.chunk, at }, data };
      }
    },
  },
  shared: {
    total: review => review.studyCount,
    group: ({ field }) => String(field),
    message: (count, total, { field }) =>
      l10n.t(
        '{0} of the {1} studies have no "{2}", which every study of this review must give.',
        count,
        total,
        field ?? '',
      ),
    site: review => review.settingsSite,
  },
};
