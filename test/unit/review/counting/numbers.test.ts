import { describe, expect, test } from 'vitest';
import { exampleOf } from '../../support/review.js';

const studies = `=== metasynth.yaml ===
title: T
appraisal: {checklist: casp-qualitative, scoring: sum-of-yes, bands: {middling: 5, high: 9}}
characteristics:
  country: {type: text}
  participants: {type: count}
  data-collection: {type: set, values: [interview, focus group, diary]}
groups:
  isles: {country: [UK, Ireland]}
  isles-talking: {country: [UK, Ireland], data-collection: [interview]}
flow: {records-screened: 1528, records-excluded: {late: 3, early: 4}, database-results: not reported}
severities: {study: off, appraisal: off, characteristic: off, theme: off, bibliography: off, construct: off}
=== studies/gillard2013.md ===
---
country: UK
participants: 10
data-collection: [interview]
themes: [giving-back, boundaries]
casp: {1: yes, 2: no, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
---
=== studies/moran2012.md ===
---
country: USA
participants: 25
data-collection: [interview, focus group]
themes: [giving-back]
---
=== studies/walker2013.md ===
---
country: ireland
participants: not reported
data-collection: [focus group, interview]
---
=== studies/weir2009.md ===
---
country: New Zealand
data-collection: diary
---
`;

/** What is told of a sentence of the manuscript, and of nothing else. */
function told(sentence: string): string[] {
  const { diagnoses } = exampleOf(`${studies}=== synthesis.md ===\n${sentence}\n`);
  return diagnoses()
    .filter(each => each.path === 'synthesis.md' && each.code.startsWith('number.'))
    .map(each => `${each.code}: ${each.message}`);
}

describe('a number that the data give is passed over in silence:', () => {
  test.each([
    ['4', 'studies'],
    ['four', 'studies'],
    ['1', 'studies where country:UK'],
    ['1', 'studies where country:"new zealand"'],
    ['2', 'studies where group:isles'],
    ['2', 'studies where band:high'],
    ['0', 'studies where band:middling'],
    ['2', 'studies where NOT band:high'],
    ['1', 'studies where study:gillard2013'],
    ['2', 'studies where group:isles-talking'],
    ['3', 'studies where data-collection:interview'],
    ['1', 'studies where data-collection:(interview only)'],
    ['2', 'studies where data-collection:(interview, "focus group" only)'],
    ['2', 'studies where participants >= 10'],
    ['1', 'studies where participants < 25'],
    ['1', 'studies where participants = 25'],
    ['3', 'studies where NOT country:UK'],
    ['2', 'studies where country:UK OR country:USA'],
    ['2', 'studies where theme:giving-back'],
    ['2', 'studies where total >= 9'],
    ['0', 'studies where total >= 10'],
    ['1', 'studies where item-2:no'],
    ['2', 'studies where year >= 2013'],
    ['1', 'studies where study:weir2009'],
    ['35', 'participants sum'],
    ['10', 'participants min'],
    ['25', 'participants max'],
    ['17.5', 'participants median'],
    ['18', 'participants median'],
    ['25', 'participants sum where data-collection:"focus group"'],
    ['75 %', 'share of studies where data-collection:interview'],
    ['33.3 %', 'share of studies where country:USA of data-collection:interview'],
    ['1,528', 'flow.records-screened'],
    ['7', 'flow.records-excluded'],
    ['0', 'findings'],
  ])('%s = %s', (number, definition) => {
    expect(told(`There are ${number}<!-- = ${definition} --> of them.`)).toEqual([]);
  });

  test('a box that is not reported can give nothing', () => {
    expect(told('There are 12<!-- = flow.database-results --> of them.')).toEqual([]);
  });

  test('both readings hold', () => {
    expect(told('Just 2<!-- = studies where group:isles | = studies where group:isles-talking -->.')).toEqual([]);
  });

  test('a comment that is none, in prose and in code', () => {
    expect(told('Just 2<!-- studies --> and `3<!-- = studies -->` of them.')).toEqual([]);
  });
});

describe('a number that the data do not give', () => {
  test('is told with what they give and the studies behind it', () => {
    const { diagnoses } = exampleOf(
      `${studies}=== synthesis.md ===\nOf them, 3<!-- = studies where group:isles --> are from the isles.\n`,
    );
    const [found] = diagnoses('number.disagrees');
    expect(found?.message).toBe('The text says 3, but the data give 2 (studies where group:isles).');
    expect(found?.range).toMatchObject({ line: 0, character: 9, endCharacter: 10 });
    expect(found?.related.map(each => [each.path, each.message])).toEqual([
      ['studies/gillard2013.md', 'Gillard et al. 2013: counted'],
      ['studies/walker2013.md', expect.stringContaining('counted')],
    ]);
  });

  test.each([
    ['5<!-- = studies -->', '4'],
    ['76 %<!-- = share of studies where data-collection:interview -->', '75'],
    ['16<!-- = participants median -->', '17.5'],
    ['1<!-- = themes under identity -->', '2'],
  ])('%s: %s', (written, now) => {
    expect(told(`There are ${written} of them.`)[0]).toContain(`the data give ${now} (`);
  });

  test('in every reading, or in one of them', () => {
    expect(told('Just 3<!-- = studies where country:UK | = studies where group:isles -->.')).toEqual([
      'number.disagrees: The text says 3, but the data give 1 (studies where country:UK) or 2 (studies where group:isles).',
    ]);
    expect(told('Just 2<!-- = studies where country:UK | = studies where group:isles -->.')).toEqual([
      'number.one-reading: 2 holds in one reading only (studies where group:isles); in the other it is 1 (studies where country:UK).',
    ]);
  });
});

describe('a definition that cannot be followed names what is wrong:', () => {
  test.each([
    ['studies where contry:UK', '"contry" is not one of the characteristics of this review. Did you mean "country"?'],
    [
      'studies where country:"New Zeeland"',
      'No included study has "New Zeeland" under "country". Did you mean "New Zealand"?',
    ],
    [
      'studies where data-collection:interviews',
      'No included study has "interviews" under "data-collection". Did you mean "interview"?',
    ],
    ['studies where group:isle', '"groups:" names no group "isle". Did you mean "isles"?'],
    ['studies where theme:giving-bak', 'There is no theme "giving-bak" in the codebook. Did you mean "giving-back"?'],
    ['findings under identty', 'There is no construct "identty" in the codebook. Did you mean "identity"?'],
    ['flow.record-screened', '"record-screened" is not a box of the flow diagram. Did you mean "records-screened"?'],
    ['studies where band:hig', '"bands:" under "appraisal:" names no band "hig". Did you mean "high"?'],
    ['studies where study:gillard2103', 'There is no included study "gillard2103". Did you mean "gillard2013"?'],
    ['studies where item-11:yes', '"item-11" is not a question of the checklist.'],
    ['participants mean', 'After "participants" comes sum, min, max or median. Here stands "mean".'],
    [
      'studies wher country:UK',
      'What is counted may be followed by "where" and a condition, or by "under" and a construct. Here stands "wher country:UK".',
    ],
    [
      'count of studies',
      'A definition begins with what is counted: studies, participants sum, share of studies, findings, themes, or flow. Here stands "count".',
    ],
  ])('%s', (definition, message) => {
    expect(told(`There are 2<!-- = ${definition} --> of them.`)).toEqual([`number.unclear: ${message}`]);
  });

  test('a value that nobody has and that is near to none is what nobody has', () => {
    expect(told('There is 0<!-- = studies where country:Peru --> of them.')).toEqual([]);
  });
});

describe('a word for a share is held against it:', () => {
  test.each([
    ['Most<!-- = studies where data-collection:interview -->', []],
    ['Most<!-- = share of studies where data-collection:interview -->', []],
    ['Few<!-- = studies where country:UK -->', []],
    ['All<!-- = studies -->', []],
    ['Many<!-- = flow.records-screened -->', []],
    [
      'A few<!-- = studies where data-collection:interview -->',
      ['number.missing: No number touches this definition, so nothing is checked. The data give 3.'],
    ],
    [
      'Most<!-- = studies where country:UK -->',
      ['number.disagrees: The text says Most, but the data give 25 % (studies where country:UK).'],
    ],
    [
      'Few<!-- = share of studies where data-collection:interview -->',
      [
        'number.disagrees: The text says Few, but the data give 75 % (share of studies where data-collection:interview).',
      ],
    ],
  ])('%s', (written, messages) => {
    expect(told(`${written} of them.`)).toEqual(messages);
  });
});

test('a definition that no number touches is told', () => {
  expect(told('There are many <!-- = studies --> of them.')).toEqual([
    'number.missing: No number touches this definition, so nothing is checked. The data give 4.',
  ]);
});

test('numbers are left alone while a study cannot be read whole', () => {
  const broken = studies.replace('country: USA', 'country: "USA');
  const { diagnoses } = exampleOf(`${broken}=== synthesis.md ===\nThere are 9<!-- = studies --> of them.\n`);
  expect(diagnoses('number.disagrees')).toEqual([]);
});
