import { describe, expect, it } from 'vitest';
import { parts } from '../../../../server/src/syntax/definitions/parts.js';
import { type Part, validate } from '../../../../server/src/syntax/definitions/validate.js';
import { readYaml } from '../../../../server/src/syntax/yaml/read.js';
import { hang } from '../../support/growth.js';
import { examples } from './examples.js';
import { marked, problemsIn } from './support.js';

describe.each(parts)('%s', part => {
  it.each(examples[part].map((text, index) => [index + 1, text] as const))('passes example %i', (_index, text) => {
    expect(problemsIn(part, text)).toEqual([]);
  });
});

/** Each with marks around what is wrong, and the data of the problems in order. */
const wrong: readonly [name: string, part: Part, fixture: string, ...data: readonly Record<string, string>[]][] = [
  [
    'a mistyped field, told once though it is the required one',
    'review',
    '«titel»: x\n',
    { code: 'field.unknown', field: 'titel', where: 'metasynth.yaml', nearest: 'title' },
  ],
  [
    'a field of a column',
    'review',
    'title: x\ncharacteristics:\n  country: {type: text, «requird»: true}\n',
    { code: 'field.unknown', where: 'characteristic country', nearest: 'required' },
  ],
  [
    'a box that the diagram does not have',
    'review',
    'title: x\nflow:\n  records-screened: 3\n  «recrods-excluded»: 4\n',
    { code: 'field.unknown', where: 'flow', nearest: 'records-excluded' },
  ],
  [
    'a number with a comma',
    'review',
    'title: x\nflow:\n  records-screened: «1,520»\n',
    { code: 'field.type', field: 'records-screened', expected: 'a whole number, or not reported', found: '"1,520"' },
  ],
  [
    'a number below zero, and half a record',
    'review',
    'title: x\nflow: {duplicates: «-1», new-studies: «3.5»}\n',
    { expected: 'a whole number, or not reported' },
    { expected: 'a whole number, or not reported' },
  ],
  [
    'the number of a reason',
    'review',
    'title: x\nflow:\n  dbr-excluded:\n    no words: «some»\n',
    { field: 'no words', expected: 'a whole number', found: '"some"' },
  ],
  [
    'a word that is none of those there are',
    'review',
    'title: x\nstatus: «fnal»\n',
    { code: 'field.type', expected: 'one of draft, final', found: '"fnal"', nearest: 'final' },
  ],
  [
    'a search without its source',
    'review',
    'title: x\nsearch:\n  - source: a\n  - «platform»: b\n',
    {
      code: 'field.missing',
      field: 'source',
      where: 'search 2',
    },
  ],
  [
    'a review without its title',
    'review',
    '«status»: draft\n',
    {
      code: 'field.missing',
      field: 'title',
      where: 'metasynth.yaml',
    },
  ],
  ['a title that is not filled in', 'review', '«title»:\n', { code: 'field.missing', field: 'title' }],
  [
    'a list for a text',
    'codebook',
    'themes:\n  giving-back:\n    label: «[a]»\n',
    {
      code: 'field.type',
      field: 'label',
      expected: 'text',
      found: 'a list',
    },
  ],
  [
    'a field of a theme',
    'codebook',
    'themes:\n  giving-back:\n    «constrct»: a\n',
    {
      where: 'theme giving-back',
      nearest: 'construct',
    },
  ],
  [
    'a field of a theme with nothing after it',
    'codebook',
    'themes:\n  giving-back:\n    «constrct»:\n',
    {
      where: 'theme giving-back',
      nearest: 'construct',
    },
  ],
  ['a name with a space', 'codebook', 'themes:\n  «giving back»: x\n', { code: 'field.type', found: '"giving back"' }],
  ['a name without a letter', 'codebook', 'constructs:\n  «12»: x\n', { code: 'field.type', found: '"12"' }],
  [
    'a sentence that says nothing',
    'codebook',
    'argument:\n  - a\n  - «rests-on»: b\n',
    {
      code: 'field.missing',
      field: 'says',
      where: 'sentence 2 of the argument',
    },
  ],
  [
    'a finding without words',
    'study',
    'findings:\n  - «at»: p. 3\n',
    {
      code: 'field.missing',
      field: 'quote or authors',
      where: 'finding 1',
    },
  ],
  [
    'a finding with its words mistyped, told once',
    'study',
    'findings:\n  -\n  - «qoute»: x\n',
    {
      code: 'field.unknown',
      nearest: 'quote',
      where: 'finding 1',
    },
  ],
  [
    'a credibility in other words',
    'study',
    'findings:\n  - quote: x\n    credibility: «credibel»\n',
    {
      nearest: 'credible',
    },
  ],
  [
    'reasons under a mistyped name',
    'rater',
    'a2000:\n  1: yes\n  «becuase»:\n    1: x\n',
    {
      code: 'field.unknown',
      nearest: 'because',
      where: 'the appraisal of a2000',
    },
  ],
  [
    'an answer that is a list',
    'rater',
    'a2000:\n  1: «[yes, no]»\n',
    {
      field: '1',
      expected: "an answer such as yes, no or can't tell",
    },
  ],
  ['a cell without a study', 'translation', 'cells:\n  - «construct»: a\n', { field: 'study', where: 'cell 1' }],
  ['a level with a space', 'confidence', 'a:\n  confidence:\n    level: «very low»\n', { nearest: 'very-low' }],
  [
    'a level that there is not',
    'confidence',
    'a:\n  conqual: {dependability: «-3»}\n',
    {
      expected: 'a whole number from -2 to 0',
    },
  ],
  [
    'a text where fields are expected',
    'translation',
    '«nothing yet»\n',
    {
      code: 'field.type',
      field: '',
      expected: 'reading-order:, compared: and cells:',
    },
  ],
  ['a key that means something to JavaScript', 'codebook', '«__proto__»: {a: b}\n«constructor»: x\n', {}, {}],
];

describe('what is wrong', () => {
  it.each(wrong)('%s', (_name, part, fixture, ...data) => {
    const { marks, problems } = marked(part, fixture);
    expect(marks).toBe(fixture);
    expect(problems).toMatchObject(data);
  });

  it('leaves an unknown key of { } with nothing after it to the YAML reader', () => {
    expect(problemsIn('codebook', 'themes:\n  a: {label: x, and more}\n')).toEqual([]);
  });

  it('tells a missing title at the place that it is given', () => {
    expect(validate(undefined, 'review', { startAt: [0, 3] })).toMatchObject([{ code: 'field.missing', at: [0, 3] }]);
    expect(validate(undefined, 'study')).toEqual([]);
  });

  it('keeps its count and its time with a hundred thousand mistakes', () => {
    const text = `title: x\n${Array.from({ length: 100_000 }, (_each, index) => `f${index}: 1`).join('\n')}`;
    const { root } = readYaml(text);
    const start = performance.now();
    const count = validate(root, 'review').length;
    expect(count).toBe(1000);
    expect(performance.now() - start).toBeLessThan(hang);
  }, 60_000);
});
