import { describe, expect, test } from 'vitest';
import { definition } from '../../../server/src/features/definition.js';
import { hover } from '../../../server/src/features/hover.js';
import { highlights, references } from '../../../server/src/features/references.js';
import { tokensOf } from '../../../server/src/features/tokens.js';
import { exampleOf } from '../support/review.js';

const bibtex = `
=== references.bib ===
@article{gillard2013, author = {Gillard and others}, year = 2013, citation-number = {1}}
@article{moran2012, author = {Moran and others}, year = 2012, citation-number = {2}}
@book{mead1934, author = {Mead, George}, year = 1934, citation-number = 12}
`;

const csl = `
=== metasynth.yaml ===
title: Peer support
bibliography: references.json
=== references.json ===
[
  {"id": "gillard2013", "citation-number": 1, "author": [{"family": "Gillard"}]},
  {"id": "moran2012", "citation-number": "2", "author": [{"family": "Moran"}]},
  {"id": "mead1934", "citation-number": 12, "author": [{"family": "Mead"}]}
]
`;

const section = (sentence: string): string => `=== synthesis.md ===\n## Reframing of identity\n\n${sentence}\n`;
const links = { to: (path: string, line: number) => `${path}#${line}` };

describe.each([
  ['BibTeX', bibtex],
  ['CSL-JSON', csl],
])('a manuscript that cites by the numbers of a bibliography in %s', (_, bibliography) => {
  const reviewWith = (sentence: string) => exampleOf(`${bibliography}${section(sentence)}`);

  test('has its support from them, ranges and contrary citations told apart', () => {
    const { review } = reviewWith('Helping others feels worthwhile [1, 12; but see 2]. It does.[1–2]');
    const [first, second] = review.findings;
    expect(first?.text).toBe('Helping others feels worthwhile.');
    expect(first?.support.map(each => each.id)).toEqual(['gillard2013']);
    expect(first?.contrary.map(each => each.id)).toEqual(['moran2012']);
    expect(first?.citations.map(each => each.name)).toEqual(['gillard2013', 'mead1934', 'moran2012']);
    expect(second?.support.map(each => each.id)).toEqual(['gillard2013', 'moran2012']);
    expect(review.constructById.get('identity')?.cited).toHaveLength(2);
  });

  test('is told of numbers that no work has, where a work has another of the group', () => {
    const { diagnoses, marks, marked } = reviewWith('It helps [1, «7»], or did [2–«4»]. In rooms [8] and [9, 10] not.');
    const found = diagnoses('citation.unknown');
    expect(marked(found)).toBe(marked(marks).replace('[2–«4»]', '[«2–4»]').replace('[«2–4»]', '[«2–«4»»]'));
    expect(found.map(each => each.message)).toEqual([
      'No work of the bibliography has the number 7.',
      'No work of the bibliography has the number 3.',
      'No work of the bibliography has the number 4.',
    ]);
  });

  test('is told of evidence that is not included', () => {
    const { diagnoses, marks } = reviewWith('Helping others feels worthwhile [1, «12»].');
    expect(diagnoses('citation.not-included').map(each => each.range)).toEqual(marks.map(each => each.range));
  });

  test('uses its works', () => {
    expect(reviewWith('Helping others feels worthwhile [1, 12].').diagnoses('bibliography.unused')).toEqual([]);
    expect(reviewWith('Helping others feels worthwhile [1, 2].').diagnoses('bibliography.unused')).toHaveLength(1);
  });

  test('goes to the study, and to a work that is none', () => {
    const study = reviewWith('Helping others feels worthwhile [1, «»2].');
    expect(definition(study.review, 'synthesis.md', study.cursor.position)?.to.map(each => each.path)).toEqual([
      'studies/moran2012.md',
      bibliography === csl ? 'references.json' : 'references.bib',
    ]);
    const work = reviewWith('Helping others feels worthwhile [1–2, «»12].');
    expect(definition(work.review, 'synthesis.md', work.cursor.position)?.to).toHaveLength(1);
  });

  test('shows the study under the cursor, and lists every place that cites it', () => {
    const { review, cursor } = reviewWith('It helps [1–«»2]. It does [@moran2012; but see @gillard2013] [2].');
    expect(hover(review, 'synthesis.md', cursor.position, links)?.markdown).toContain('included study');
    const places = highlights(review, 'synthesis.md', cursor.position);
    expect(places.map(each => each.range.character)).toEqual([12, 26, 60]);
    const all = references(review, 'synthesis.md', cursor.position).map(each => each.path);
    expect(new Set(all)).toContain('studies/moran2012.md');
  });

  test('is coloured as citations are', () => {
    const { review, texts } = reviewWith('It helps [1, 12] in room [8].');
    const tokens = tokensOf(review, 'synthesis.md', texts.get('synthesis.md')!).filter(({ line }) => line === 2);
    expect(tokens.map(({ type, length }) => `${type} ${length}`)).toEqual(['study 1', 'work 2']);
  });

  test('has its numbers of studies compared with them', () => {
    expect(reviewWith('In two of the studies it helps [1, 2].').diagnoses('number.citations')).toEqual([]);
    const [found] = reviewWith('In three of the studies it helps [1, 2].').diagnoses('number.citations');
    expect(found?.message).toBe('The sentence says three but cites 2 studies.');
  });
});

test('keys that are plain numbers are numbers of the bibliography', () => {
  const { review } = exampleOf(
    `=== references.bib ===\n@article{7, author = {Walker, Ann}, year = 2013}\n=== studies/7.md ===\n---\nthemes: []\n---\n${section('It helps [7].')}`,
  );
  expect(review.findings[0]?.support.map(each => each.id)).toEqual(['7']);
});

describe('where the bibliography has no numbers', () => {
  test('they are just text', () => {
    const { review, diagnoses } = exampleOf(section('Helping others [3] feels worthwhile [@moran2012] [4–6].'));
    expect(review.findings.map(each => each.text)).toEqual(['Helping others [3] feels worthwhile [4–6].']);
    expect(diagnoses()).toEqual(exampleOf(section('Helping others feels worthwhile [@moran2012].')).diagnoses());
  });

  test('a number of studies is compared with the length of its list all the same', () => {
    const { diagnoses } = exampleOf(section('It helps in 9 of the studies [1,3,17–22].'));
    expect(diagnoses('number.citations').map(each => each.message)).toEqual([
      'The sentence says 9 but cites 8 studies.',
    ]);
    expect(exampleOf(section('It helps in 8 of the studies [1,3,17–22].')).diagnoses('number.citations')).toEqual([]);
  });
});
