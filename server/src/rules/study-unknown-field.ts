import * as l10n from '@vscode/l10n';
import { nearest } from '../text/words.js';
import type { Rule } from './rule.js';

/** Fields of a study that are no characteristics. */
const ownFields = ['key', 'cite', 'themes', 'findings', 'notes', 'reports', 'parent', 'synthesises', 'casp'];

export const studyUnknownField: Rule = {
  code: 'study.unknown-field',
  severity: 'warning',
  local: true,
  title: 'A field of a study that the review does not declare',
  why: 'What stands in a field that nobody declared appears in no table and no count. A misspelt name loses the value.',
  mend: 'Correct the name, or declare the field under `characteristics:` in `metasynth.yaml`.',
  example: {
    wrong: `
=== studies/moran2012.md ===
---
country: USA
«particpants»: 31
themes: [giving-back]
casp: 9
---
`,
    right: `
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes: [giving-back]
casp: 9
---
`,
  },
  message: ({ field, near }) =>
    near === ''
      ? l10n.t('This review declares no characteristic "{0}", so it appears in no table.', field ?? '')
      : l10n.t('This review declares no characteristic "{0}". Did you mean "{1}"?', field ?? '', near ?? ''),
  judge: {
    *studyFile({ facts, file, chunk }, { settings: { characteristics } }) {
      // A review that declares nothing has not begun to say what its columns are.
      if (characteristics.length === 0) return;
      const declared = new Set(characteristics.map(each => each.name));
      for (const field of facts.fields) {
        if (declared.has(field.name) || field.name === 'year') continue;
        const near = nearest(field.name, [...declared, ...ownFields], 1)[0] ?? '';
        yield { site: { file, chunk, at: field.nameAt }, data: { field: field.name, near } };
      }
    },
  },
  shared: {
    total: review => review.studyFileCount,
    group: ({ field }) => String(field),
    message: (count, total, { field }) =>
      l10n.t(
        '{0} of the {1} studies have a field "{2}" that the review does not declare, so it appears in no table.',
        count,
        total,
        field ?? '',
      ),
    site: review => review.settingsSite,
  },
};
