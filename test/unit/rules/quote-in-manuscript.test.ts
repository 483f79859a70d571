import { describe, expect, test } from 'vitest';
import { definition } from '../../../server/src/features/definition.js';
import { exampleOf, type WrittenReview } from '../support/review.js';

function review(manuscript: string): WrittenReview {
  return exampleOf(`
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

${manuscript}
`);
}

/** What the rule points at is exactly what is marked. */
function check(manuscript: string): void {
  const { diagnoses, marked, marks } = review(manuscript);
  expect(marked(diagnoses('quote.not-in-study'))).toBe(marked(marks));
}

describe('a block quote in the manuscript is compared with the study that it cites', () => {
  test('in the quote, whatever says whose words they are', () => {
    check('Peers say so.\n\n> I had been where they «are», and I could say so [@moran2012].');
    check('> I had been where they «are»,\n> and I could say so. [@moran2012, p. 12]');
    check('> I had been where they «are», and I could say so.\n>\n> — P3 in @moran2012');
    check('> "I had been where they «are», and I could say so." (P3) [@moran2012; @gillard2013]');
    check('> I had been where they were, and I could say so. [@moran2012]');
  });

  test('in the sentence before it, or behind it', () => {
    check(
      'They speak of it [@gillard2013]. One puts it so [@moran2012]:\n\n> I had been where they «are», and I could say so.',
    );
    check('> I had been where they «are», and I could say so.\n\n[@moran2012]');
    check(
      'One puts it so [@gillard2013]:\n\n> I had been where they are, and I could say so.\n\nNobody else did.\n\nSome do [@moran2012].',
    );
  });

  test('anywhere in its section, where nothing around it cites', () => {
    check(
      'Some speak of it [@moran2012].\n\nOne puts it so:\n\n> I had been where they «are», and I could say so.\n\nThat is all.',
    );
  });

  test('as a whole where it differs in several places', () => {
    check('«> I have been where they are, and I could say so. [@moran2012]»');
  });

  test('once, also where it stands between quotation marks', () => {
    check('> "I had been where they «are», and I could say so" [@moran2012].');
  });

  test('and nothing is said of callouts, of short ones, and of what no study is like', () => {
    check('> [!note]\n> I had been where they are, and I could say so [@moran2012].');
    check('> Where they are [@moran2012].');
    check('> Nobody in this study has said anything of the kind at all [@moran2012].');
    check('> I had been where they are, and I could say so.');
  });
});

test('going to the definition of a quote leads to the study that holds it, or holds something like it', () => {
  for (const manuscript of [
    'Some say it [@moran2012].\n\n> I had «»been where they were, and I could say so.',
    '> I had «»been where they are, and I could say so [@moran2012].',
    'Some had "«»been where they were, and I could say so" [@moran2012].',
  ]) {
    const { review: read, cursor } = review(manuscript);
    const to = definition(read, cursor.path, cursor.position)?.to;
    expect(to?.map(({ path, range }) => `${path} ${range.line}`)).toEqual(['studies/moran2012.md 10']);
  }
  const { review: read, cursor } = review('Some say it [@moran2012].\n\n> Nobody «»has ever said a word of this kind.');
  expect(definition(read, cursor.path, cursor.position)).toBeUndefined();
});
