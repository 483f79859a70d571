import { describe, expect, test } from 'vitest';
import { exampleOf } from '../support/review.js';

/** What the rule points at in a study is exactly what is marked. */
function check(study: string, path = 'studies/moran2012.md'): void {
  const { diagnoses, marked, marks } = exampleOf(`
=== fulltext/moran2012.txt ===
All of the workers had been patients themselves, in the same hospital or in another one.
"I had been where they were, and I could say so. That was enough for the most of them." (P3)
Most of them told their own story only when somebody asked for it.
=== ${path} ===
${study}`);
  expect(marked(diagnoses('quote.not-found'))).toBe(marked(marks));
}

const markdown = (findings: string): string =>
  `---\ncountry: USA\nparticipants: 31\nthemes:\n  - giving-back\ncasp: 9\n---\n\n## Findings\n\n${findings}\n`;
const yaml = (findings: string): string =>
  `country: USA\nparticipants: 31\nthemes: [giving-back]\ncasp: 9\nfindings:\n${findings}\n`;

describe('where a quote differs in one place, that place is shown', () => {
  test('in the line on which it is', () => {
    check(markdown('> I had been where they were, and\n> I could «tell» so. That was enough. (P3) #giving-back'));
    check(markdown('> I had been where\nthey «are», and I could say so. (P3) #giving-back'));
    check(markdown('"All of the workers had been «nurses» themselves" (p. 3) #giving-back'));
  });

  test('and the words between which some are missing', () => {
    check(markdown('> I had been where they were, «and could» say so. (P3) #giving-back'));
  });

  test('a word that stands there more than once is the one that differs', () => {
    check(
      markdown(
        '> I had been where they were, and they were. That was enough for the most of them. (P3)'.replace(
          'they were.',
          '«they were».',
        ),
      ),
    );
    check(markdown('> Most of them told their own story only when «them» asked for it. #giving-back'));
  });

  test('through what the quoter has put in and left out', () => {
    check(
      markdown(
        '> [S]he said: [I] had been where they were […] That was «plenty» for the most of them. (P3)'.replace(
          '[S]he said: ',
          '',
        ),
      ),
    );
  });

  test('in YAML', () => {
    check(
      yaml('  - quote: |-\n      I had been where they were,\n      and I could «tell» so.\n    at: P3'),
      'studies/moran2012.yaml',
    );
    check(
      yaml('  - quote: >-\n      I had been where they were,\n      and I could «tell» so.\n    at: P3'),
      'studies/moran2012.yaml',
    );
    check(yaml('  - quote: "I had been where they «are», and I could say so."\n    at: P3'), 'studies/moran2012.yaml');
    check(yaml('  - {quote: I had been where they «are» and I could say so, at: P3}'), 'studies/moran2012.yaml');
  });

  test('the whole quote where the file writes it otherwise, or it differs in several places, or at length', () => {
    check(
      yaml('  - quote: «"I had been where they are, \\\n      and I could say so."»\n    at: P3'),
      'studies/moran2012.yaml',
    );
    check(markdown('«> I have been where they are, and I could say so. (P3) #giving-back»'));
    check(
      markdown(
        '«> I had been where they were, and there was nothing more to be said so. That was enough for the most of them. (P3)»',
      ),
    );
  });
});
