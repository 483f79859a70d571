import { expect, test } from 'vitest';
import { ReviewIndex } from '../../../../server/src/review/index/review-index.js';
import { Judgement } from '../../../../server/src/rules/judgement.js';
import { readFacts } from '../../../../server/src/syntax/read.js';
import { exampleOf, factsOf } from '../../support/review.js';

const settings = `title: T
characteristics: {country: {type: text}}
eligibility:
  - says: Was made here
    filter: contry:UK
`;

const told = (judgement: Judgement): string[] =>
  judgement
    .all()
    .filter(each => each.code.startsWith('eligibility.'))
    .map(each => `${each.path} ${each.range.line}:${each.range.character} ${each.message}`);

test('a criterion is told where it stands now, and every study is asked again when it says something else', () => {
  const { texts } = exampleOf(`=== metasynth.yaml ===\n${settings}`);
  const index = new ReviewIndex(factsOf(texts).map(each => [each.path, each]));
  const judgement = new Judgement(index);
  const become = (text: string): string[] => {
    index.apply([['metasynth.yaml', readFacts('metasynth.yaml', 'review', text)]]);
    judgement.update({});
    return told(judgement);
  };
  judgement.update({});
  const unclear =
    'No study is held to this criterion. "contry" is not one of the characteristics of this review. Did you mean "country"?';
  expect(told(judgement)).toEqual([`metasynth.yaml 4:12 ${unclear}`]);
  expect(become(`# A line above\n${settings}`)).toEqual([`metasynth.yaml 5:12 ${unclear}`]);
  expect(become(settings.replace('contry', 'country'))).toEqual([
    'studies/moran2012.md 1:0 Moran et al. 2012 does not meet the criterion "Was made here".',
  ]);
  expect(become(settings.replace('contry:UK', 'NOT country:Peru'))).toEqual([]);
});
