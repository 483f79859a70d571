import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const studyNotInBibliography: Rule = {
  code: 'study.not-in-bibliography',
  severity: 'warning',
  absence: true,
  soughtIn: ['bibliography'],
  title: 'An included study that the bibliography does not have',
  why: 'Its citations cannot be printed, and its name, year and DOI are unknown to the table.',
  mend: 'Add the study to the bibliography under the same key, or correct the key.',
  example: {
    wrong: `
=== references.bib ===
@article{gillard2013, author = {Gillard and others}, year = 2013}
=== studies/moran2012.md ===
---
«country: USA»
themes: [giving-back]
casp: 9
---
`,
    right: `
=== references.bib ===
@article{gillard2013, author = {Gillard and others}, year = 2013}
@article{moran2012, author = {Moran and others}, year = 2012}
`,
  },
  message: ({ key }) =>
    l10n.t('The bibliography has no entry "{0}", so this study cannot be cited or named in the table.', key ?? ''),
  judge: {
    *study(study, review) {
      if (study.work || !review.has('bibliography')) return;
      const at = study.facts.keyAt;
      yield { site: { file: study.file, chunk: study.chunk, at }, data: { key: study.facts.key } };
    },
  },
  shared: {
    total: review => review.studyCount,
    message: (count, total) =>
      count === total
        ? l10n.t('None of the {0} included studies is in the bibliography.', total)
        : l10n.t('{0} of the {1} included studies are not in the bibliography.', count, total),
    site: review => review.settingsSite,
  },
};
