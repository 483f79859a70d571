import * as l10n from '@vscode/l10n';
import type { UnreadableDetail } from '../syntax/yaml/problems.js';
import type { Rule } from './rule.js';

export const yamlUnreadable: Rule = {
  code: 'yaml.unreadable',
  severity: 'error',
  title: 'A line that cannot be read',
  why: 'What stands on it does not enter the review. All that could be read around it does, but other programs may refuse the whole file.',
  mend: 'Compare the line with the ones around it: `name: value`, a space after the colon, set in as far as its neighbours, the items of a list behind `- `.',
  example: {
    wrong: `
=== studies/moran2012.md ===
---
country: USA
«participants» 31
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
        'This line is not set in like the ones it belongs to, so it is not read. Move it below or beside them.',
      );
    case 'missing-colon':
      return l10n.t('There is no colon after the field\'s name, so the line is not read. Write it as "name: value".');
    case 'missing-comma':
      return l10n.t('A comma is missing before this, so it is not read. Add it.');
    case 'missing-dash':
      return l10n.t('This stands in a list without the "- " that begins an item, so it is not read. Add it.');
    case 'missing-space':
      return l10n.t('A space is missing here, so this is not read. Put one after the colon or the hyphen.');
    case 'unclosed-bracket':
      return l10n.t('The bracket that opens here is never closed. Close it where the list or group ends.');
    case 'unclosed-quote':
      return l10n.t('The quotation mark that opens here is never closed. Close it where the text ends.');
    case 'unexpected':
      return l10n.t('This part cannot be read, so it does not count. Compare it with the lines around it.');
  }
}
