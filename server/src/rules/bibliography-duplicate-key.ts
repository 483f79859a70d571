import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const bibliographyDuplicateKey: Rule = {
  code: 'bibliography.duplicate-key',
  severity: 'error',
  title: 'Two works of the bibliography with the same key',
  why: 'A citation of this key could mean either work. Only the first is used, so the other is lost to table and text. Capitals make no difference.',
  mend: 'Take one of them out when they are the same work; otherwise give one another key, and mend the citations that mean it.',
  example: {
    wrong: `
=== references.bib ===
@article{gillard2013, author = {Gillard and others}, year = 2013}
@article{moran2012, author = {Moran and others}, year = 2012}
@article{«Moran2012», author = {Moran and Russinova}, year = 2012}
`,
    right: `
=== references.bib ===
@article{gillard2013, author = {Gillard and others}, year = 2013}
@article{moran2012, author = {Moran and others}, year = 2012}
`,
  },
  message: ({ key, first, firstLine }) =>
    key === first
      ? l10n.t(
          'Line {1} has a work with the key "{0}" already, so this one is not used. Keep one, or change a key.',
          key ?? '',
          firstLine ?? '',
        )
      : l10n.t(
          'The key "{0}" differs only in its spelling from "{1}" in line {2}, so this work is not used. Change one of them.',
          key ?? '',
          first ?? '',
          firstLine ?? '',
        ),
};
