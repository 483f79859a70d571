import { describe, expect, it } from 'vitest';
import { appraisalForm, appraisalList } from '../../../server/src/features/appraisal-form.js';
import { reviewOf } from '../support/review.js';

const all = '1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes';
const settings = `=== metasynth.yaml ===
title: Peer workers
reviewers: {JM: Joan Miller, JS: John Smith, HRS: Hannah Rose Stone}
appraisal:
  checklist: casp-qualitative
  raters: [JM, JS]
  arbiter: HRS
`;
const studies = `=== studies/aiken2013.md ===
---
country: UK
---
=== studies/gillard2013.md ===
---
country: UK
---
=== studies/moran2012.md ===
---
country: USA
casp: {JS: {1: no}}
---
`;
/** A reason that nobody may see too early. */
const secret = 'managers recruited them';
const js = `=== appraisals/JS.yaml ===
gillard2013:
  ${all.replace('4: yes', '4: no').replaceAll(', ', '\n  ')}
  because:
    4: ${secret}
aiken2013: {${all}}
`;

function written(jm: string, more = ''): ReturnType<typeof reviewOf>['review'] {
  return reviewOf(`${settings}${more}${studies}=== appraisals/JM.yaml ===\n${jm}${js}`).review;
}

describe('a rater is blind until all are done with a study', () => {
  const almost = `gillard2013: {${all.replace(', 10: yes', '')}}\n`;
  it('holds nothing of the other before, but how many studies they are done with', () => {
    const form = appraisalForm(written(almost), 'gillard2013', 'JM')!;
    expect(form.comparison).toBeUndefined();
    expect(form.answered).toBe(9);
    expect(form.others).toEqual([{ rater: 'JS', done: 2, of: 3 }]);
    expect(JSON.stringify(form)).not.toContain(secret);
    expect(form.questions.every(each => each.answer !== 'no')).toBe(true);
  });

  it('shows no answers of others that stand in the study', () => {
    const form = appraisalForm(written(almost), 'moran2012', 'jm')!;
    expect(form.reviewer).toEqual({ id: 'JM', name: 'Joan Miller', role: 'rater' });
    expect(form.answered).toBe(0);
    expect(form.comparison).toBeUndefined();
  });

  it('does not show the arbiter more than a rater', () => {
    const form = appraisalForm(written(almost), 'gillard2013', 'HRS')!;
    expect(form.comparison).toBeUndefined();
    expect(form.questions).toEqual([]);
    expect(JSON.stringify(form)).not.toContain(secret);
  });

  it('stays blind where two others are done and no raters are named', () => {
    const named = settings.replace('  raters: [JM, JS]\n', '');
    const other = js.replace('JS.yaml', 'HRS.yaml');
    const { review } = reviewOf(`${named}${studies}=== appraisals/JM.yaml ===\naiken2013: {1: yes}\n${js}${other}`);
    expect(appraisalForm(review, 'gillard2013', 'JM')!.comparison).toBeUndefined();
    expect(appraisalForm(review, 'gillard2013', 'JS')!.comparison).toBeDefined();
  });

  it('is nobody’s but the raters’ and the arbiter’s', () => {
    const review = written(almost);
    expect(appraisalForm(review, 'gillard2013', 'XY')).toBeUndefined();
    expect(appraisalForm(review, 'gillard2013', '')).toBeUndefined();
    expect(appraisalForm(review, 'gillard2013', 'consensus')).toBeUndefined();
    expect(appraisalForm(review, 'nobody2000', 'JM')).toBeUndefined();
    expect(appraisalList(review, 'XY').studies).toEqual([]);
  });
});

describe('once all are done', () => {
  const done = `gillard2013:\n  ${all.replaceAll(', ', '\n  ')}\n`;
  it('puts what differs first, with both answers and reasons', () => {
    const { comparison } = appraisalForm(written(done), 'gillard2013', 'JM')!;
    expect(comparison?.raters).toEqual(['JM', 'JS']);
    expect(comparison?.differing).toMatchObject([
      {
        number: '4',
        given: [
          { answer: 'yes', because: '' },
          { answer: 'no', because: secret },
        ],
      },
    ]);
    expect(comparison?.alike).toHaveLength(9);
    expect(comparison).toMatchObject({ open: 1, by: ['JM', 'JS'], byWritten: false });
    expect(appraisalForm(written(done), 'gillard2013', 'HRS')!.comparison?.by).toEqual(['HRS']);
  });

  it('knows what has been settled, by whom and why', () => {
    const consensus =
      '=== appraisals/consensus.yaml ===\ngillard2013:\n  4: no\n  by: [HRS]\n  because:\n    4: told\n';
    const scoring = settings.replace('  arbiter', '  scoring: sum-of-yes\n  bands: {low: 0, high: 9}\n  arbiter');
    const { review } = reviewOf(`${scoring}${studies}=== appraisals/JM.yaml ===\n${done}${js}${consensus}`);
    const { comparison, total } = appraisalForm(review, 'gillard2013', 'JM')!;
    expect(comparison?.differing[0]?.settled).toEqual({ answer: 'no', because: 'told' });
    expect(comparison).toMatchObject({
      open: 0,
      by: ['HRS'],
      byWritten: true,
      total: { sum: 9, of: 10, band: 'high' },
    });
    expect(total).toEqual({ sum: 10, of: 10, band: 'high' });
  });

  it('makes no total where the review declares no scoring', () => {
    expect(appraisalForm(written(done), 'gillard2013', 'JM')!.total).toBeUndefined();
  });
});

describe('the form', () => {
  it('holds the questions in our words, with answers, reasons without an answer, and what is no answer', () => {
    const form = appraisalForm(
      written('gillard2013:\n  1: yes\n  2: perhaps\n  because:\n    3: not sure\n    2: hm\n'),
      'gillard2013',
      'JM',
    )!;
    const [one, two, three] = form.questions;
    expect(form.questions).toHaveLength(10);
    expect(one).toMatchObject({ number: '1', answer: 'yes', because: '', screening: true });
    expect(one!.lookFor.length).toBeGreaterThan(1);
    expect(two).toMatchObject({ unknown: 'perhaps', because: 'hm' });
    expect(two!.answer).toBeUndefined();
    expect(three).toMatchObject({ because: 'not sure' });
    expect(form.checklist.answers.map(each => each.letter)).toEqual(['y', 'c', 'n']);
    expect([form.previous?.key, form.next?.key]).toEqual(['aiken2013', 'moran2012']);
    expect(form.file).toEqual({ path: 'appraisals/JM.yaml', exists: true, broken: false });
  });

  it('says that something in the file cannot be read', () => {
    expect(appraisalForm(written('gillard2013: {1: yes\n'), 'gillard2013', 'JM')!.file.broken).toBe(true);
  });

  it('gives each answer of a checklist a letter of its own', () => {
    const { review } = reviewOf(`${settings.replace('casp', 'jbi')}${studies}`);
    const letters = appraisalForm(review, 'gillard2013', 'JM')!.checklist.answers.map(each => each.letter);
    expect(new Set(letters).size).toBe(4);
    expect(letters.slice(0, 3)).toEqual(['y', 'n', 'u']);
  });
});

it('lists the studies with their states, in the order of the table', () => {
  const review = written(`gillard2013: {${all}}\nmoran2012: {1: yes}\n`);
  expect(appraisalList(review, 'JM').studies.map(({ key, state, words }) => [key, state, words])).toEqual([
    ['aiken2013', 'not begun', 'not begun'],
    ['gillard2013', 'done', 'done, 1 to settle'],
    ['moran2012', 'begun', '1 of 10 answered'],
  ]);
  expect(appraisalList(review, 'HRS').studies.map(each => each.state)).toEqual(['not begun', 'begun', 'not begun']);
  expect(appraisalList(review, '').people.map(each => [each.id, each.role])).toEqual([
    ['JM', 'rater'],
    ['JS', 'rater'],
    ['HRS', 'arbiter'],
  ]);
});
