import { describe, expect, test } from 'vitest';
import { exampleOf } from '../../support/review.js';

const raters = `=== metasynth.yaml ===
title: T
appraisal: {checklist: casp-qualitative-2018, raters: [JM, JS]}
severities: {appraisal: off}
=== appraisals/JM.yaml ===
gillard2013: {1: yes, 2: yes, 3: no, 4: can't tell, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
moran2012: {1: no, 2: no}
=== appraisals/JS.yaml ===
gillard2013: {1: yes, 2: no, 3: no, 4: can't tell, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
moran2012: {1: yes, 2: yes}
=== appraisals/consensus.yaml ===
gillard2013: {2: yes}
`;

function told(sentence: string): string[] {
  const { diagnoses } = exampleOf(`${raters}=== synthesis.md ===\n${sentence}\n`);
  return diagnoses()
    .filter(each => each.path === 'synthesis.md' && each.code.startsWith('number.'))
    .map(each => `${each.code}: ${each.message}`);
}

describe('how far two raters agreed, before any consensus:', () => {
  // Nine of ten answers; yes met yes seven times. The study that neither has finished counts for nothing yet.
  test.each([
    ['90 %', 'agreement.appraisal'],
    ['0.76', 'agreement.appraisal.kappa'],
    ['0.75', 'agreement.appraisal.pi'],
    ['0.85', 'agreement.appraisal.pabak'],
    ['0 %', 'agreement.appraisal.item-2'],
    ['100 %', 'agreement.appraisal.item-1'],
  ])('%s = %s is passed over in silence', (number, definition) => {
    expect(told(`It was ${number}<!-- = ${definition} -->.`)).toEqual([]);
  });

  test('another number is told, with two digits of a coefficient', () => {
    expect(told('It was 95 %<!-- = agreement.appraisal -->.')).toEqual([
      'number.disagrees: The text says 95, but the data give 90 (agreement.appraisal).',
    ]);
    expect(told('It was 0.81<!-- = agreement.appraisal.kappa -->.')).toEqual([
      'number.disagrees: The text says 0.81, but the data give 0.76 (agreement.appraisal.kappa).',
    ]);
  });

  test('what has no value, or is not computed, is neither right nor wrong', () => {
    expect(told('It was 0.5<!-- = agreement.appraisal.item-1.kappa -->.')).toEqual([]);
    expect(told('It was 0.5<!-- = agreement.appraisal.item-1.alpha -->.')).toEqual([]);
    expect(told('It was 87 %<!-- = agreement.coding -->.')).toEqual([]);
  });

  test('a name that no agreement has is told', () => {
    expect(told('It was 0.5<!-- = agreement.apraisal -->.')).toEqual([
      'number.unclear: No agreement is called "apraisal". Did you mean "appraisal"?',
    ]);
    expect(told('It was 0.5<!-- = agreement.appraisal.kapa -->.')).toEqual([
      'number.unclear: No agreement is called "appraisal.kapa". Did you mean "appraisal.kappa"?',
    ]);
  });
});
