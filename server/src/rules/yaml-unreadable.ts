import * as l10n from '@vscode/l10n';
import type { UnreadableDetail } from '../syntax/yaml/problems.js';
import type { Rule } from './rule.js';

export const yamlUnreadable: Rule = {
  code: 'yaml.unreadable',
  severity: 'error',
  title: 'A line that cannot be read',
  why: 'What stands on it may not enter the review, or stand in the wrong place. All around it is read, but other programs refuse the whole file.',
  mend: 'Compare the line with the ones around it: `name: value`, a space after the colon, set in as far as its neighbours, the items of a list behind `- `.',
  example: {
    wrong: `
=== studies/moran2012.md ===
---
country: USA
«participants 31»
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
  message: ({ detail }) => wordsOf(detail as UnreadableDetail),
};

function wordsOf(detail: UnreadableDetail): string {
  switch (detail) {
    case 'bad-escape':
      return l10n.t(
        'A backslash in double quotation marks changes what follows it. Write two of them, or use single quotation marks.',
      );
    case 'bad-indent':
      return l10n.t(
        'This line is not set in like its neighbours, so it is a guess what it belongs to. Move it below or beside them.',
      );
    case 'missing-colon':
      return l10n.t(
        'A colon is missing after the name of this field. Write the line as "name: value", or it may not count.',
      );
    case 'missing-comma':
      return l10n.t('A comma is missing before this, so it is a guess where it begins. Add the comma.');
    case 'missing-dash':
      return l10n.t(
        'This stands in a list without the "- " that begins an item. Add it, or it may count with its neighbour.',
      );
    case 'missing-space':
      return l10n.t(
        'A space is missing after the colon or hyphen, so other programs read name and value as one. Add it.',
      );
    case 'unclosed-bracket':
      return l10n.t('The bracket that opens here is never closed. Close it where the list or group ends.');
    case 'unclosed-quote':
      return l10n.t('The quotation mark that opens here is never closed. Close it where the text ends.');
    case 'unexpected':
      return l10n.t('This part cannot be read, so it does not count. Compare it with the lines around it.');
  }
}
