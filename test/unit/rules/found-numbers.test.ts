import { describe, expect, test } from 'vitest';
import { isPossible } from '../../../server/src/syntax/numbers/shares.js';
import { exampleOf } from '../support/review.js';

const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
const review = [
  '=== metasynth.yaml ===\ntitle: T\n',
  ...keys.map(key => `=== studies/${key}2001.md ===\n---\nthemes: [giving-back]\n---\n`),
  `=== studies/g2001.md ===\n---\nreports: [g2003]\nthemes: [giving-back]\n---\n`,
].join('');

/** What is told of the numbers in a sentence; `[abc]` in it cites these studies. */
function told(sentence: string): string[] {
  const cited = sentence.replace(/\[((?:[a-z]+ )?)([a-g]+)\]/g, (_, prefix: string, letters: string) => {
    const list = [...letters].map(letter => `@${letter}2001`).join('; ');
    return `[${prefix}${list}]`;
  });
  const { diagnoses } = exampleOf(`${review}=== synthesis.md ===\n## Reframing of identity\n\n${cited}\n`);
  return diagnoses()
    .filter(each => each.code.startsWith('number.'))
    .map(each => `${each.code}: ${each.message}`);
}

describe('a number of studies is compared with the citations behind it:', () => {
  test.each([
    ['In 4 of the studies it helps [abc].', '4 but cites 3 studies'],
    ['In two of the included studies it helps [abc].', 'two but cites 3 studies'],
    ['Five of these nine papers say so [abc].', 'Five but cites 3 studies'],
    ['Four out of the 9 articles say so [abc].', 'Four but cites 3 studies'],
    ['It was found in two studies [abc].', 'two but cites 3 studies'],
    ['It was found in one study [ab].', 'one but cites 2 studies'],
    ['Three of the studies say so [ab], and four of the studies do not [cdef].', 'Three but cites 2 studies'],
    ['Two of the studies say so [@g2001; @g2003].', 'Two but cites 1 study'],
  ])('%s', (sentence, message) => {
    expect(told(sentence)).toEqual([`number.citations: The sentence says ${message}.`]);
  });

  test.each([
    'In 3 of the studies it helps [abc].',
    'In three of the studies it helps [abc], as theory has it [de].',
    'In three of the studies it helps [ab], or did at first [c].',
    'In four of the studies it helps, for example [ab].',
    'In four of the studies it helps [see ab].',
    'In four of the studies it helps (e.g. [ab]).',
    'In four of the studies it helps, among them [ab].',
    'In about four of the studies it helps [ab].',
    'In more than one of the studies it helps [ab].',
    'At least one of the studies says so [ab].',
    'In 3 of the studies it helps [abc; but see @d2001].',
    'Two papers [@g2001; @g2003] tell of one study.',
    'In 12 of the studies it helps.',
    'One of the participants in the studies said so [ab].',
    'Studies of the studies [ab] are none.',
    'None of the studies says so [ab].',
    'Some of the studies say so [ab].',
    'The first of the studies says so [ab].',
    'In 2001 of the studies [ab].',
    'Two studies from Canada [a] and one from the UK [b] say so.',
    'It took 3 of 4 weeks in the studies [ab].',
    'The 12-item form of the studies [ab] was used.',
    'Step one of the study [ab] was a form.',
    'Peers worked two of the three days that studies report [ab].',
    'In 5<!-- = studies where theme:giving-back | = studies --> of the studies it helps [ab].',
  ])('silence on %s', sentence => {
    expect(told(sentence).filter(each => each.startsWith('number.citations'))).toEqual([]);
  });
});

describe('the number of included studies', () => {
  test.each([
    ['The 12 included studies differ.', '12'],
    ['All ten included qualitative studies differ.', 'ten'],
  ])('%s', (sentence, number) => {
    expect(told(sentence)).toEqual([
      `number.included: The text speaks of ${number} included studies, but the review includes 9.`.replace(
        'includes 9',
        `includes ${studyCount}`,
      ),
    ]);
  });

  test.each([
    `The ${9} included studies differ.`,
    'The included studies differ.',
    'Of the 39 studies, 12 were read.',
    'The 12 excluded studies differ.',
    'The 3 included interview studies differ.',
    'Walker’s review had 12 included studies.',
  ])('silence on %s', sentence => {
    expect(told(sentence.replace('9', String(studyCount)))).toEqual([]);
  });
});

const studyCount = exampleOf(review).review.studyCount;

describe('a share that no whole number gives', () => {
  test.each([
    ['Of the 45 respondents, 88 % said so.', '88 % of 45'],
    ['Among 20 women, 33% said so.', '33 % of 20'],
    ['It was 12.5 % of the 30 peers.', '12.5 % of 30'],
  ])('%s', (sentence, words) => {
    expect(told(sentence)).toEqual([expect.stringContaining(`number.impossible-share: ${words} is no whole number`)]);
  });

  test.each([
    'Of the 45 respondents, 87 % said so.',
    'Of the 45 respondents, 88.9 % said so.',
    'Of the 45 respondents, about 88 % said so.',
    'Of the 45 respondents, more than 88 % said so.',
    'Of the 450 respondents, 88 % said so.',
    'Of the 45 respondents, 88 % said so and 12 % did not.',
    'Of the 45 respondents and of the 12 nurses, 88 % said so.',
    'Interest rose by 3 % in each of 7 years.',
    'It fell from 88 % to nothing.',
    'A 5 % solution of 30 % alcohol of 7 litres.',
  ])('silence on %s', sentence => {
    expect(told(sentence)).toEqual([]);
  });

  test('is never one that some number of people is, rounded either way', () => {
    for (let of = 1; of <= 150; of++) {
      for (let count = 0; count <= of; count++) {
        const exact = (100 * count) / of;
        for (const decimals of [0, 1, 2]) {
          const unit = 10 ** decimals;
          const lower = Math.ceil(exact * unit - 0.5 - 1e-9) / unit;
          const upper = Math.floor(exact * unit + 0.5 + 1e-9) / unit;
          expect(isPossible(lower, of, decimals) && isPossible(upper, of, decimals)).toBe(true);
        }
      }
    }
  });
});
