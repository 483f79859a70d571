import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const characteristicMissing: Rule = {
  code: 'characteristic.missing',
  severity: 'warning',
  open: true,
  absence: true,
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
  *judge(review) {
    for (const study of review.studies) {
      for (const { name, required } of review.settings.characteristics) {
        if (!required) continue;
        const field = study.facts.fields.find(each => each.name === name);
        if (field && (field.items.length > 0 || field.nested)) continue;
        const at = field?.nameAt ?? study.facts.head;
        const data = { study: study.name, key: study.facts.key, field: name };
        yield { site: { file: study.file, chunk: study.chunk, at }, data };
      }
    }
  },
  shared: {
    total: review => review.studies.length,
    message: (count, total) =>
      l10n.t('Required characteristics are missing {0} times in the {1} studies.', count, total),
    site: review => review.settingsSite,
  },
};
