import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const bibliographyNoKey: Rule = {
  code: 'bibliography.no-key',
  severity: 'warning',
  title: 'A work of the bibliography without a key',
  why: 'Studies and citations find their work by its key. Without one nothing can cite it, and no study can be matched with it.',
  mend: 'Give it a key, such as `moran2012`, or have your reference manager export citation keys.',
  example: {
    wrong: `
=== references.bib ===
@article{gillard2013, author = {Gillard and others}, year = 2013}
@article{moran2012, author = {Moran and others}, year = 2012}
«@book{»author = {Mead, George}, title = {Mind, Self, and Society}, year = 1934}
`,
    right: `
=== references.bib ===
@article{gillard2013, author = {Gillard and others}, year = 2013}
@article{moran2012, author = {Moran and others}, year = 2012}
@book{mead1934, author = {Mead, George}, title = {Mind, Self, and Society}, year = 1934}
`,
  },
  message: ({ title }) =>
    title === undefined || title === ''
      ? l10n.t('This work has no key, so nothing can cite it. Give it one, such as "moran2012".')
      : l10n.t('"{0}" has no key, so nothing can cite it. Give it one, such as "moran2012".', title),
};
