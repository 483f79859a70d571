import { describe, expect, test } from 'vitest';
import { fixAll, mendableAtOnce, mendableUnseen } from '../../../server/src/features/fixes/fix-all.js';
import { exampleOf } from '../support/review.js';
import { changed } from './fixes-support.js';

const study = (theme: string, participants: string, casp: string): string =>
  `---\ncountry: USA\nparticipants: ${participants}\nthemes:\n  - ${theme}\n  - boundaries\ncasp: ${casp}\n---\n`;

const written = (theme: string, gillard: string, moran: string): string =>
  `=== studies/gillard2013.md ===\n${study(theme, gillard, '8')}=== studies/moran2012.md ===\n${study(theme, moran, '9')}`;

describe('all of a kind', () => {
  test('is mended in every file of the review', () => {
    const { review, texts, diagnoses } = exampleOf(written('givng-back', '15', 'many'));
    const meant = mendableAtOnce(diagnoses(), review, 'theme.unknown');
    expect(meant).toHaveLength(2);
    const after = changed(
      texts,
      fixAll(meant, review, path => texts.get(path)),
    );
    expect(after).toEqual(exampleOf(written('giving-back', '15', 'many')).texts);
  });

  test('leaves out what has no fix that was almost certainly meant', () => {
    const { review, diagnoses } = exampleOf(written('xyz', '15', '31'));
    expect(diagnoses('theme.unknown')).toHaveLength(2);
    expect(mendableAtOnce(diagnoses(), review, 'theme.unknown')).toEqual([]);
  });

  test('takes several that write at one place, and one of two that write over each other', () => {
    const { review, texts, diagnoses } = exampleOf(`
      === metasynth.yaml ===
      title: T
      appraisal: {scoring: as-reported}
      characteristics: {participants: {type: count}, country: {type: text, required: true}, method: {type: text, required: true}}
      === studies/gillard2013.md ===
      ---
      participants: 15
      themes: [giving-back, boundaries]
      casp: 8
      ---
    `);
    const meant = mendableAtOnce(diagnoses(), review, 'characteristic.missing').filter(({ path }) =>
      path.endsWith('gillard2013.md'),
    );
    const twice = [...meant, ...mendableAtOnce(diagnoses(), review, 'theme.unknown')];
    const after = changed(
      texts,
      fixAll(twice, review, path => texts.get(path)),
    );
    expect(after.get('studies/gillard2013.md')?.split('\n').slice(0, 5)).toEqual([
      '---',
      'participants: 15',
      'country: to do',
      'method: to do',
      'themes: [giving-back, boundaries]',
    ]);
    const [misspelt] = exampleOf(written('givng-back', '15', '31')).diagnoses('theme.unknown');
    const other = exampleOf(written('givng-back', '15', '31'));
    expect(fixAll([misspelt!, misspelt!], other.review, path => other.texts.get(path)).edits).toHaveLength(1);
  });
});

test('only what says the same afterwards is mended without anybody looking', () => {
  const { review, diagnoses } = exampleOf(written('givng-back', '1,520', 'many'));
  expect(diagnoses().map(each => each.code)).toEqual(expect.arrayContaining(['theme.unknown', 'characteristic.type']));
  expect(mendableUnseen(diagnoses(), review).map(({ path, data }) => [path, data.found])).toEqual([
    ['studies/gillard2013.md', '1,520'],
  ]);
});
