import * as l10n from '@vscode/l10n';
import { foldId } from '../text/words.js';
import type { Rule } from './rule.js';

export const citationWithoutAt: Rule = {
  code: 'citation.without-at',
  severity: 'warning',
  title: 'A key among citations that has lost its @',
  why: 'Without its @ it is a word like any other: the study is not cited, and the finding has one support less.',
  mend: 'Write the @ before the key.',
  example: {
    wrong: `
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; «moran2012»].
`,
    right: `
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @moran2012].
`,
  },
  message: ({ key, name }) => l10n.t('{1} is not cited here: "{0}" stands without its @.', key ?? '', name ?? ''),
  judge: {
    *section({ facts, file, chunk }, review) {
      for (const { value, at } of facts.sentences.flatMap(sentence => sentence.unmarked)) {
        const id = foldId(value);
        // Asking for all keys says that this is to be judged anew when there are others.
        review.names('study');
        const name = review.studyById.get(id)?.name ?? review.works.get(id)?.name;
        // Any other word is a remark on the citation before it.
        if (name === undefined) continue;
        yield {
          site: { file, chunk, at },
          data: { key: value, name, marked: `@${value}` },
          about: [
            { kind: 'study', id },
            { kind: 'work', id },
          ],
        };
      }
    },
  },
};
