import * as l10n from '@vscode/l10n';
import { readLocator } from '../quotes/locator.js';
import { misplaced } from '../quotes/paging.js';
import { lookedUp, pagesOf, siteOf } from './quotes.js';
import type { Notice, Rule } from './rule.js';

export const quoteWrongPage: Rule = {
  code: 'quote.wrong-page',
  severity: 'warning',
  title: 'A quote that stands on another page',
  why: `The page is how a reader, an examiner or you in a year will find the words again. The words of this quote are right, and
stand somewhere else.

Pages are known from marks such as \`[page 12]\` in the full text, from form feeds between pages, and in a PDF from what the file
calls them or from the numbers at their edges. Where a full text only counts
its pages, and the quotes of a study do not agree on how they are numbered, nothing is said.`,
  mend: 'Write the page that the message names, once you have looked there.',
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

> I had been where they were, and I could say so. («P3, p. 21») #giving-back
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
  message: ({ study = '', page = '', places }) =>
    places === 1
      ? l10n.t('The words are right, but in {0} they stand on page {1}.', study, page)
      : l10n.t('The words are right, but in {0} they stand on pages {1}.', study, page),
  judge: {
    *studyFile(file, review): Iterable<Notice> {
      const quotes = [...lookedUp(file, review)].flatMap(({ finding, lookup }) => {
        const { locator } = finding;
        return locator && lookup.kind === 'found' ? [{ locator, places: lookup.places }] : [];
      });
      if (quotes.length === 0) return;
      const wrong = misplaced(
        quotes.map(({ locator, places }) => ({
          told: readLocator(locator.value).pages,
          found: places.map(place => place.pages),
        })),
      );
      for (const [index, { locator, places }] of quotes.entries()) {
        if (!wrong[index]) continue;
        const pages = [...new Set(places.map(pagesOf))];
        const study = review.cited(file.facts.key)?.name ?? file.facts.key;
        yield {
          site: { file: file.file, chunk: file.chunk, at: locator.at },
          data: { study, page: pages.slice(0, 3).join(', '), places: pages.length },
          related: places
            .slice(0, 3)
            .map(place => ({ site: siteOf(place), message: l10n.t('on page {0}', pagesOf(place)) })),
        };
      }
    },
  },
};
