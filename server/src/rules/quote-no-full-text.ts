import * as l10n from '@vscode/l10n';
import { quotesIn } from '../review/quotes.js';
import type { Rule } from './rule.js';

export const quoteNoFullText: Rule = {
  code: 'quote.no-full-text',
  severity: 'hint',
  title: 'Quotes without a full text to look them up in',
  why: `Quotes are compared with the studies' full texts where these lie in \`fulltext/\`. Some do, and some do not: that nothing is
said of the quotes of the others does not mean that they are right.

In a review without any full text this is not mentioned, since most full texts must not be passed on.`,
  mend: `Put the text of the paper into \`fulltext/\`, with the study's key as its name and \`.pdf\`, \`.txt\`, \`.md\` or \`.html\` as
its ending. Or leave it so.`,
  example: {
    wrong: `
=== fulltext/gillard2013.txt ===
The workers were asked twice, at the beginning of their work and once more after a year of it.
=== metasynth.yaml ===
«title»: Peer workers' experience of their role
question: What do peer workers report of their own role?
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes:
  - giving-back
casp: 9
---

## Findings

> I had been where they were, and I could say so. (P3, p. 12) #giving-back
`,
    right: `
=== metasynth.yaml ===
title: Peer workers' experience of their role
question: What do peer workers report of their own role?
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes:
  - giving-back
casp: 9
---

## Findings

> I had been where they were, and I could say so. (P3, p. 12) #giving-back
`,
  },
  message: () => l10n.t('The study has no full text to look its quotes up in.'),
  judge: {
    *study(study, review) {
      if (quotesIn(study.facts).length === 0 || !review.fullTexts.any || review.fullTexts.has(study.facts)) return;
      yield { site: { file: study.file, chunk: study.chunk, at: study.facts.head }, data: { study: study.name } };
    },
  },
  shared: {
    always: true,
    total: review => review.studyCount,
    message: count =>
      count === 1
        ? l10n.t('One study has quotes, and no full text to look them up in.')
        : l10n.t('{0} studies have quotes, and no full texts to look them up in.', count),
    site: review => review.settingsSite,
  },
};
