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
    ['It was found in six studies, [abc] as was told.', 'six but cites 3 studies'],
    ['It was found in six studies. [abc]', 'six but cites 3 studies'],
    ['Six articles ([abc]) say so.', 'Six but cites 3 studies'],
    ['Six studies say that it helps [abc].', 'Six but cites 3 studies'],
    ['Finally, six studies were included [abc].', 'six but cites 3 studies'],
    ['In six studies it helps those who ask [abc].', 'six but cites 3 studies'],
    ['It was found in one study [ab].', 'one but cites 2 studies'],
    ['Three of the studies say so [ab], and four of the studies do not [cdef].', 'Three but cites 2 studies'],
    ['Two of the studies say so [@g2001; @g2003].', 'Two but cites 1 study'],
  ])('%s', (sentence, message) => {
    expect(told(sentence)).toEqual([`number.citations: The sentence says ${message}.`]);
  });

  test.each([
    'In 3 of the studies it helps [abc].',
    'It was otherwise in two of the nine articles [ab].',
    'Six studies say that it helps, two of them at length [ab].',
    'Six studies say that it helps, while others [ab] do not.',
    'Six studies [abcdef] say so, as theory has it [@mead1934].',
    'Six articles with nine studies were included [abc].',
    'Six studies of the review by Walker say so [a].',
    'Six studies say so, compared with those of old [abc].',
    '2–3 of the studies say so [ab].',
    '2 – 3 of the studies say so [a].',
    'Two to three of the studies say so [ab].',
    'Two or three of the studies say so [ab].',
    'Between four and six of the studies say so [ab].',
    'All but two of the studies say so [abcd].',
    'In three of the studies it helps [a], [b], [c].',
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
    'In 13 studies the pooled share was 21.29% (95% CI: 15.75, 26.68).',
    'Ten of the 11 studies had a lower risk (95% CI 0.5–0.9).',
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

describe('a sum that a sentence states', () => {
  test.each([
    ['It is 12 + 5 = 18.', '18, but 12 + 5 = 17'],
    ['The groups had 1,200 + 320 + 8 = 1,530 members.', '1,530, but 1,200 + 320 + 8 = 1528'],
    ['The databases gave 1,520 records and hand searching 8, which makes 1,530.', '1,530, but 1,520 + 8 = 1528'],
    ['The databases gave 1 520 records and hand searching 8, making 1 530 records.', '1 530, but 1 520 + 8 = 1528'],
    ['Twenty records came from databases and eight from websites, for a total of 30.', '30, but Twenty + eight = 28'],
    ['Two authors read 20 reports of interviews and 14 of groups (37 in total).', '37, but 20 + 14 = 34'],
    ['Of the 39 reports 5 were excluded, leaving 33.', '33, but 39 − 5 = 34'],
    [
      'Of the 39 reports, five were excluded (3 for their design, 2 for their language), leaving 33.',
      '33, but 39 − five = 34',
    ],
    ['Die Suche ergab 1.520 Treffer und 8 von Hand, zusammen 1.530.', '1.530, but 1.520 + 8 = 1528'],
    ["On a lu 1'520 notices et 8 rapports, soit 1'530.", "1'530, but 1'520 + 8 = 1528"],
    ['Se leyeron veinte informes y doce cartas, lo que suma 33.', '33, but veinte + doce = 32'],
    ['We had 12<!-- = studies --> + 5 = 18.', '18, but 12 + 5 = 17'],
  ])('%s', (sentence, message) => {
    expect(told(sentence).filter(each => each.startsWith('number.sum'))).toEqual([
      `number.sum: The sentence says ${message}.`,
    ]);
  });

  test.each([
    'It is 12 + 5 = 17.',
    'The groups had 1,200 + 320 + 8 = 1,528 members.',
    'The code `12 + 5 = 18` and the formula $12 + 5 = 18$ are no sums.',
    'With 2 × 12 + 5 = 29 and x + 5 = 18.',
    'The databases gave 1,520 records and hand searching 8, which makes 1,528.',
    'Five databases gave 1,520 records in 2014 and hand searching 8, which makes 1,528.',
    'The databases gave 1.520 records and hand searching 8, which makes 1,528.',
    'A further 5 records came from experts and 3 from colleagues, making 1,536.',
    'Five groups with 34 men and 20 women met, totalling 90 hours.',
    'About 20 records came from the one and 8 from the other, making 30.',
    'Of the 39 reports, 5 were excluded, leaving 34.',
    'Of the 39 reports, 5 were excluded, leaving 33 studies.',
    'Of the 39 reports, 3 were excluded for their design and 2 for their language, leaving 34.',
    '34 studies (20 from the UK, 13 from the USA) were read.',
    'Wir lasen 240 Berichte in 30 Monaten, also 8 im Monat.',
    'Nous avons lu 240 notices en 30 mois, soit 8 par mois.',
    'Two of the three left, making one of them sad.',
    'He was one of two who made 3 of 4 meals in total.',
  ])('silence on %s', sentence => {
    expect(told(sentence).filter(each => each.startsWith('number.sum'))).toEqual([]);
  });
});

describe('a word for a share of the studies', () => {
  test.each([
    ['Most of the studies say so [ab].', 'Most', 2],
    ['Most studies say so [abc].', 'Most', 3],
    ['In all of the included studies it helps [abcd].', 'all', 4],
    ['Many studies say so [a].', 'Many', 1],
    ['Few of these studies say so [abcde].', 'Few', 5],
    ['It was so in most of the studies [ab].', 'most', 2],
  ])('%s', (sentence, word, cited) => {
    const percent = Math.round((1000 * cited) / studyCount) / 10;
    expect(told(sentence)).toEqual([
      `number.quantifier: The sentence says "${word}" but cites ${cited} of the ${studyCount} included studies (${percent} %).`,
    ]);
  });

  test.each([
    'Most of the studies say so [abcdef].',
    'Many studies say so [abcd].',
    'Few studies say so [a].',
    'Most of the studies say so, for example [ab].',
    'Most of the studies say so [e.g. ab].',
    'Most studies say so [@mead1934].',
    'Most of the studies say so [ab], and theory has it otherwise [c].',
    'Many studies have sought to say so [a].',
    'Not all studies say so [ab].',
    'Nearly all of the studies say so [ab].',
    'A few of the studies say so [abcde].',
    'Most studies that were made in hospitals say so [ab].',
    'Most studies from the UK say so [ab].',
    'Most studies using interviews say so [ab].',
    'All of the studies say so, except two [ab].',
    'It was left out since in all studies the form was another one than ours [ab].',
    'Most participants in the studies say so [ab].',
    'Most of the studies say so.',
  ])('silence on %s', sentence => {
    expect(told(sentence)).toEqual([]);
  });

  test('means what the review says that it means', () => {
    const settings = review.replace('title: T\n', 'title: T\nquantifiers: {most: 20, few: 90}\n');
    const codes = (words: string): string[] =>
      exampleOf(`${settings}=== synthesis.md ===\n${words}\n`)
        .diagnoses('number.quantifier')
        .map(each => each.code);
    expect(codes('Most of the studies say so [@a2001; @b2001].')).toEqual([]);
    expect(codes('Few of the studies say so [@a2001; @b2001; @c2001; @d2001].')).toEqual([]);
    expect(codes('Many of the studies say so [@a2001; @b2001].')).toHaveLength(1);
  });
});

describe('a single voice', () => {
  test.each([
    ['One participant felt at home [ab].', 'one participant', 2],
    ['A single woman felt at home [abc].', 'a single woman', 3],
    ['For example, one study found it at home [abc].', 'one study', 3],
  ])('%s', (sentence, voice, cited) => {
    expect(told(sentence)).toEqual([
      `number.single-voice: The sentence speaks of ${voice} but cites ${cited} included studies.`,
    ]);
  });

  test.each([
    'One participant felt at home [a].',
    'One participant felt at home [@g2001; @g2003].',
    'One participant in each study felt at home [ab].',
    'One participant felt at home, while others did not [ab].',
    'One study found it [a], and another did not [b].',
    'One participant felt at home [e.g. ab].',
    'One participant felt at home [@mead1934; @a2001].',
    'One of the participants in the studies felt at home [ab].',
    'For one participant it was home [ab].',
    'One finds participants at home [ab].',
  ])('silence on %s', sentence => {
    expect(told(sentence)).toEqual([]);
  });
});
