import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const bibliographyUnused: Rule = {
  code: 'bibliography.unused',
  severity: 'hint',
  absence: true,
  soughtIn: ['study', 'manuscript'],
  title: 'A work of the bibliography that the review does not use',
  why: 'It is neither an included study nor background, and the manuscript never cites it: a study may have been forgotten.',
  mend: 'If it is an included study, add its file under the same key; if it is theory or context, list it under `background:`.',
  example: {
    wrong: `
=== references.bib ===
@article{gillard2013, author = {Gillard and others}, year = 2013}
@article{moran2012, author = {Moran and others}, year = 2012}
@book{«mead1934», author = {Mead, George}, year = 1934}
`,
    right: `
=== references.bib ===
@article{gillard2013, author = {Gillard and others}, year = 2013}
@article{moran2012, author = {Moran and others}, year = 2012}
`,
  },
  message: ({ name }) =>
    l10n.t(
      '{0} is in the bibliography, but is neither an included study nor background, and nothing cites it.',
      name ?? '',
    ),
  judge: {
    *work(work, review) {
      if (review.studyById.has(work.id) || review.background.has(work.id) || review.isReported(work.id)) return;
      if (review.isUsed('work', work.id)) return;
      yield {
        site: { file: work.file, chunk: work.chunk, at: work.facts.at },
        data: { key: work.facts.key, name: work.name },
      };
    },
  },
  shared: {
    total: review => review.works.size,
    message: (count, total) =>
      l10n.t('{0} of the {1} works in the bibliography are used nowhere in the review.', count, total),
    site: review => review.settingsSite,
  },
};
