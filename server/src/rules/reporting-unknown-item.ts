import * as l10n from '@vscode/l10n';
import { numbersOf, reportingNames, reportingStandardNamed } from '../standards/reporting.js';
import { listWords } from '../text/words.js';
import type { Data, Rule } from './rule.js';

export const reportingUnknownItem: Rule = {
  code: 'reporting.unknown-item',
  severity: 'warning',
  title: 'A passage that says it reports an item that there is not',
  why: 'The checklist for the journal cannot say where the item is reported: nobody knows which one is meant.',
  mend: 'Name a standard and the numbers of its items: `<!-- reports: entreq 4-6, prisma-s 8 -->`. A number belongs to the standard that was named last.',
  example: {
    wrong: `
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @moran2012]. <!-- reports: entreq «22», «prizma-s» 8 -->
`,
    right: `
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @moran2012]. <!-- reports: entreq 21, prisma-s 8 -->
`,
  },
  message: data => `${whatIsWrong(data)}${data.near ? ` ${l10n.t('Did you mean "{0}"?', data.near)}` : ''}`,
};

function whatIsWrong({ kind, written = '', standard = '' }: Data): string {
  switch (kind) {
    case 'standard':
      return l10n.t(
        'No reporting standard is called "{0}". There are {1}.',
        written,
        listWords(reportingNames.map(name => `"${name}"`)),
      );
    case 'item': {
      const named = reportingStandardNamed(String(standard));
      const last = named ? numbersOf(named).at(-1)! : '';
      return l10n.t('{0} has no item {1}: its items are 1 to {2}.', standard, written, last);
    }
    case 'range':
      return l10n.t('The range "{0}" ends before it begins.', written);
    case 'bare':
      return l10n.t('This does not say which items of {0} are reported: name their numbers.', standard);
    case 'whose':
      return l10n.t('This does not say which standard item {0} belongs to: name the standard first.', written);
    default:
      return l10n.t('"{0}" is no item of {1}.', written, standard);
  }
}
