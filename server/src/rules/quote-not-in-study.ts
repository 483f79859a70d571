import * as l10n from '@vscode/l10n';
import { differenceData, differenceWords } from './quotes.js';
import type { Notice, Rule } from './rule.js';
import { tracedQuotes } from './traced.js';

export const quoteNotInStudy: Rule = {
  code: 'quote.not-in-study',
  severity: 'hint',
  title: 'A quote in the manuscript that differs from the study it cites',
  why: `The manuscript quotes what stands among the findings of a study that the sentence cites, but not with the same words. One of
the two was copied wrongly, or changed later. A block quote is compared with the studies that it cites, or that the sentence before
or behind it cites, or else with all that its section cites.

Only quotes of five words and more are looked at, and nothing is said of one that is unlike all findings of the studies cited:
it may stand elsewhere in the paper.`,
  mend: 'Copy the words from the study, once you have seen that they are right there, or mark what you have changed: `[…]`, `[ ]`.',
  example: {
    wrong: `
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
=== synthesis.md ===
## Reframing of identity

«Helping others feels worthwhile to those who "had been where they are, and could say so" [@moran2012; @gillard2013].»
`,
    right: `
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
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile to those who "had been where they were, and […] could say so" [@moran2012; @gillard2013].
`,
  },
  message: data => {
    const words = differenceWords(data);
    return words === ''
      ? l10n.t('{0} has this quote in other words.', data.study ?? '')
      : l10n.t('{0} has this quote in other words: it has {1}.', data.study ?? '', words);
  },
  judge: {
    *section(section, review): Iterable<Notice> {
      for (const { at, differsAt, study, finding, differences } of tracedQuotes(section, review)) {
        if (differences.length === 0) continue;
        yield {
          site: { file: section.file, chunk: section.chunk, at: differsAt ?? at },
          data: { study: study.name, ...differenceData(differences) },
          related: [{ site: { file: study.file, chunk: study.chunk, at: finding.at }, message: finding.text }],
          about: [{ kind: 'study', id: study.id }],
        };
      }
    },
  },
};
