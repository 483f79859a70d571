import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const citationNotIncluded: Rule = {
  code: 'citation.not-included',
  severity: 'warning',
  title: 'Evidence from a work that is not an included study',
  why: 'A finding of a synthesis rests on the included studies. A work that was never screened or appraised cannot support it.',
  mend: 'Leave it out of the evidence; or include the study; or list it under `background:` when it is theory or context; or write *but see* or *cf.* before it when it stands against the finding.',
  example: {
    wrong: `
=== references.bib ===
@article{gillard2013, author = {Gillard and others}, year = 2013}
@article{moran2012, author = {Moran and others}, year = 2012}
@article{freeman2010, author = {Freeman and others}, year = 2010}
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @«freeman2010»].
`,
    right: `
=== references.bib ===
@article{gillard2013, author = {Gillard and others}, year = 2013}
@article{moran2012, author = {Moran and others}, year = 2012}
@article{freeman2010, author = {Freeman and others}, year = 2010}
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013].
`,
  },
  message: ({ name, studies }) =>
    l10n.t(
      '{0} is cited as evidence for this finding but is not one of the {1} included studies.',
      name ?? '',
      studies ?? 0,
    ),
  judge: {
    *section(section, review) {
      for (const finding of section.findings) {
        for (const cited of finding.citations) {
          if (cited.contrary || cited.study || !cited.work || review.background.has(cited.id)) continue;
          // Without any study the reason is another, and is told once.
          if (review.studyCount === 0) return;
          yield {
            site: { ...finding.site, at: cited.at },
            data: { key: cited.name, name: cited.work.name, studies: review.studyCount },
          };
        }
      }
    },
  },
};
