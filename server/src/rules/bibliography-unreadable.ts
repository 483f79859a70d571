import * as l10n from '@vscode/l10n';
import type { UnreadableDetail } from '../syntax/bibliography/problems.js';
import type { Rule } from './rule.js';

export const bibliographyUnreadable: Rule = {
  code: 'bibliography.unreadable',
  severity: 'error',
  title: 'A work of the bibliography that cannot be read whole',
  why: 'The authors, year or title of a study may be missing from the table and from citations. All other works are read as usual.',
  mend: 'Complete the entry, or export it again from your reference manager.',
  example: {
    wrong: `
=== references.bib ===
@article{gillard2013, author = {Gillard and others}, year = 2013}
@article{moran2012,
  author = {Moran and others}
  «year» = 2012
}
`,
    right: `
=== references.bib ===
@article{gillard2013, author = {Gillard and others}, year = 2013}
@article{moran2012,
  author = {Moran and others},
  year = 2012
}
`,
  },
  message: ({ detail, key }) => {
    const entry =
      key === undefined || key === '' ? l10n.t('This part of the bibliography') : l10n.t('The entry "{0}"', key);
    return l10n.t('{0} could not be read whole: {1}', entry, wordsOf(detail as UnreadableDetail));
  },
};

function wordsOf(detail: UnreadableDetail): string {
  switch (detail) {
    case 'never-closed':
      return l10n.t('its closing bracket is missing. Add it at the end.');
    case 'closed-early':
      return l10n.t('this bracket closes it, but more follows. Take the bracket out, or move it to the end.');
    case 'bracket-missing':
      return l10n.t('an opening bracket should follow here. Add it.');
    case 'comma-missing':
      return l10n.t('a comma is missing before this. Add it.');
    case 'equals-missing':
      return l10n.t('this name needs "=" (or ":" in JSON) and a value after it.');
    case 'value-missing':
      return l10n.t('nothing is given for this. Fill it in, or take the line out.');
    case 'value-unclosed':
      return l10n.t('the bracket or quotation mark that opens here is never closed. Close it.');
    case 'name-missing':
      return l10n.t('the name of a field, such as "author", should stand here.');
    case 'not-an-entry':
      return l10n.t('a work should begin here, but something else does. Take it out.');
    case 'no-type':
      return l10n.t('its first line, such as "TY  - JOUR", is missing. Add it.');
    case 'too-deep':
      return l10n.t('it has more brackets within brackets than any work needs. Export it again.');
  }
}
