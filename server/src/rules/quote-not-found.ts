import * as l10n from '@vscode/l10n';
import { placeIn } from '../syntax/runs.js';
import { differenceData, differenceWords, lookedUp, pagesOf, siteOf } from './quotes.js';
import type { Notice, Rule } from './rule.js';

export const quoteNotFound: Rule = {
  code: 'quote.not-found',
  severity: 'warning',
  title: 'A quote that its full text does not hold word for word',
  why: `A quote is evidence because somebody said or wrote it so. A word that was changed while it was copied changes what a
participant has said, and is found by nobody who does not go back to the paper.

Line breaks, hyphens, kinds of quotation marks and punctuation do not count, and what was left out (\`[…]\`) or put in
(\`[my]\`, \`[sic]\`) is understood. Quotes are looked up in \`fulltext/\`, in a file with the study's key as its name: \`.pdf\`,
\`.txt\`, \`.md\` or \`.html\`. Where there is none, and where a part of it cannot be read, nothing is said.`,
  mend: `Copy the words anew from the paper, or mark what you have changed: \`[…]\` for words left out, \`[ ]\` around your own. For
words that are translated, write \`our translation\` in the locator.`,
  example: {
    wrong: `
=== fulltext/moran2012.txt ===
[page 11]
All of the workers had been patients themselves, in the same hospital or in another one.
[page 12]
"I had been where they were, and I could say so." (P3)
Most of them told their own story only when somebody asked for it.
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes:
  - giving-back
casp: 9
---

## Findings

> I had been where they «are», and I could say so. (P3, p. 12) #giving-back
`,
    right: `
=== fulltext/moran2012.txt ===
[page 11]
All of the workers had been patients themselves, in the same hospital or in another one.
[page 12]
"I had been where they were, and I could say so." (P3)
Most of them told their own story only when somebody asked for it.
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
  message: data => {
    const { study = '', page, count } = data;
    if (count === undefined) return l10n.t('The full text of {0} holds nothing like this quote.', study);
    const words = differenceWords(data);
    if (words === '') {
      return page
        ? l10n.t('The full text of {0} says this otherwise on page {1}, in {2} places.', study, page, count)
        : l10n.t('The full text of {0} says this otherwise, in {1} places.', study, count);
    }
    return page
      ? l10n.t('The full text of {0} says this otherwise on page {1}: it has {2}.', study, page, words)
      : l10n.t('The full text of {0} says this otherwise: it has {1}.', study, words);
  },
  judge: {
    *studyFile(file, review): Iterable<Notice> {
      for (const { finding, lookup } of lookedUp(file, review)) {
        const site = { file: file.file, chunk: file.chunk, at: finding.at };
        const study = review.cited(file.facts.key)?.name ?? file.facts.key;
        if (lookup.kind === 'absent') yield { site, data: { study } };
        if (lookup.kind !== 'near') continue;
        const { place, words, stretch } = lookup;
        // One word that differs is shown itself; several are the quote's.
        const at = stretch && finding.wordsAt ? placeIn(finding.wordsAt, stretch) : undefined;
        const page = pagesOf(place);
        const data = { study, nearest: words, ...(page !== '' && { page }), ...differenceData(lookup.differences) };
        yield { site: at ? { ...site, at } : site, data, related: [{ site: siteOf(place), message: words }] };
      }
    },
  },
};
