import { describe, expect, test } from 'vitest';
import { isHiddenFrom, withoutOthers } from '../../../server/src/features/blind.js';
import { exampleOf } from '../support/review.js';

const settings = `=== metasynth.yaml ===
title: T
question: Q
approach: qualitative-metasynthesis
appraisal: {checklist: casp-qualitative, raters: [JM, JS], arbiter: HRS}
characteristics: {country: {type: text, required: true}, participants: {type: count}}
`;
const all = (ten: string): string =>
  `{1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: ${ten}}`;

/** JM has answered one question of Gillard with a no; JS has finished both studies, without giving reasons for two answers. */
function review(jm: string) {
  return exampleOf(`${settings}=== appraisals/JM.yaml ===
gillard2013: ${jm}
moran2012: ${all('yes')}
=== appraisals/JS.yaml ===
gillard2013: ${all('no')}
moran2012: ${all('maybe')}
`);
}

/** What somebody is told of the rules that reveal answers: code, file and line. */
function told(reviewer: string, jm: string): string[] {
  const { review: made, diagnoses } = review(jm);
  return diagnoses()
    .filter(({ code }) => code === 'appraisal.without-reason' || code === 'appraisal.unknown-answer')
    .filter(each => !isHiddenFrom(reviewer, each, made))
    .map(each => `${each.code} ${each.path} ${each.range.line}`);
}

const hers = 'appraisal.without-reason appraisals/JM.yaml 0';
const others = ['appraisal.without-reason appraisals/JS.yaml 0', 'appraisal.unknown-answer appraisals/JS.yaml 1'];

describe('what shows how somebody answered is told', () => {
  test.each(['', 'XY', 'reader'])('to "%s", who is no rater, whoever answered', reviewer => {
    expect(told(reviewer, '{1: no}')).toEqual([hers, ...others]);
  });

  test('to a rater of their own answers alone while either is at work on a study', () => {
    expect(told('JM', '{1: no}')).toEqual([hers]);
    expect(told('jm', '{1: no}')).toEqual([hers]);
  });

  test('to the arbiter once both are done', () => {
    expect(told('HRS', '{1: no}')).toEqual([]);
    expect(told('HRS', all('no'))).toEqual([hers, others[0]]);
  });

  test('to both once both are done with the study', () => {
    expect(told('JM', all('no'))).toEqual([hers, others[0]]);
    expect(told('JS', all('no'))).toEqual([hers, ...others]);
  });
});

test('what is said once for many names no places to somebody who is known', () => {
  const { diagnoses } = review('{1: no}');
  const [diagnosis] = diagnoses('appraisal.without-reason');
  const shared = { ...diagnosis!, shared: true, related: [{ path: 'a', range: diagnosis!.range, message: 'b' }] };
  expect(withoutOthers('JM', shared).related).toEqual([]);
  expect(withoutOthers('', shared).related).toHaveLength(1);
});
