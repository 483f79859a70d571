import { describe, expect, test } from 'vitest';
import { documentationOf } from '../../../../server/src/features/completion/documentation.js';
import { at } from './support.js';

const rater = (text: string, path = 'appraisals/JM.yaml'): string => `=== ${path} ===\n${text}\n`;

describe('a rater’s file', () => {
  test('offers the studies that it does not have yet, with room for every answer and none filled in', () => {
    const { labels, accept, written } = at(rater('moran2012:\n  1: yes\n«»'));
    expect(labels).toEqual(['Gillard et al. 2013']);
    expect(accept('Gillard et al. 2013')).toContain('gillard2013:\n  1: \n  2: \n');
    expect(written.texts.size).toBeGreaterThan(3);
    expect(at(rater('«»'), { snippets: false }).line('Moran et al. 2012')).toBe('moran2012:');
    expect(at(rater('mor«»an2011:\n  1: yes')).line('Moran et al. 2012')).toBe('moran2012:');
  });

  test('offers the questions that have no answer yet, by number and label, and all of them at once', () => {
    const { labels, line, accept, item, written } = at(rater('gillard2013:\n  1: yes\n  2: no\n  «»\n  4: yes'));
    expect(labels.slice(0, 3)).toEqual(['All 7 questions without an answer', '3 · Design', '5 · Data collection']);
    expect(line('3 · Design')).toBe('  3: ');
    expect(accept('All 7 questions without an answer')).toContain('  2: no\n  3: \n  5: \n  6: \n');
    const about = item('3 · Design').about;
    expect(about && documentationOf(written.review, about)).toMatch(/^Does the chosen design.*\n\n- .*\n- /);
    expect(at(rater('gillard2013:\n  recr«»')).line('4 · Recruitment')).toBe('  4: ');
    expect(at(rater('gillard2013:\n  «»'), { snippets: false }).labels[0]).toBe('1 · Aims');
    expect(at(rater('gillard2013: {1: yes, «»}')).line('2 · Qualitative approach')).toBe('gillard2013: {1: yes, 2: }');
  });

  test.each([
    ['gillard2013:\n  1: «»', "  1: can't tell"],
    ['gillard2013:\n  1: ca«»', "  1: can't tell"],
    ['gillard2013:\n  1:«»', "  1: can't tell"],
    ['gillard2013: {1: «»}', "gillard2013: {1: can't tell}"],
    ['gillard2013: [yes, «»]', "gillard2013: [yes, can't tell]"],
    ['gillard2013:\n  - «»', "  - can't tell"],
  ])('offers the answers: %s', (text, line) => {
    const shown = at(rater(text));
    expect(shown.line("can't tell")).toBe(line);
    expect(shown.item("can't tell").documentation).toBe('The report does not let one decide.');
  });

  test('offers the answers that its checklist has', () => {
    const jbi = '=== metasynth.yaml ===\ntitle: x\nappraisal: {checklist: jbi-qualitative}\n';
    expect(at(`${jbi}${rater('gillard2013:\n  1: «»')}`).labels).toEqual(['yes', 'no', 'unclear', 'not applicable']);
    expect(at(rater('gillard2013:\n  1: «»')).labels).toEqual(['yes', "can't tell", 'no']);
  });

  test('offers questions for reasons', () => {
    const { labels, line } = at(rater('gillard2013:\n  4: no\n  because:\n    1: x\n    «»'));
    expect(labels).toHaveLength(9);
    expect(line('4 · Recruitment')).toBe('    4: ');
    expect(at(rater('gillard2013:\n  because:\n    4: «»')).labels).toEqual([]);
  });

  test('knows nothing of a checklist of the review’s own', () => {
    const own = '=== metasynth.yaml ===\ntitle: x\nappraisal: {checklist: our.yaml}\n';
    expect(at(`${own}${rater('gillard2013:\n  1: «»')}`).labels).toEqual([]);
  });
});

describe('the consensus', () => {
  const two = `${rater('gillard2013: [yes, no, yes, yes, yes, yes, yes, yes, yes, yes]')}${rater(
    'gillard2013: [yes, yes, no, yes, yes, yes, yes, yes, yes, yes]\nmoran2012: [yes]',
    'appraisals/JS.yaml',
  )}`;

  test('offers first the studies whose raters differ, and of them the questions in which they do', () => {
    const { labels, accept } = at(`${two}${rater('«»', 'appraisals/consensus.yaml')}`);
    expect(labels).toEqual(['Gillard et al. 2013', 'Moran et al. 2012']);
    expect(accept('Gillard et al. 2013')).toContain('gillard2013:\n  2: \n  3: \n');
    const questions = at(`${two}${rater('gillard2013:\n  «»', 'appraisals/consensus.yaml')}`).labels;
    expect(questions.slice(0, 3)).toEqual([
      'All 2 questions without an answer',
      '2 · Qualitative approach',
      '3 · Design',
    ]);
    expect(questions).not.toContain('4 · Recruitment');
  });

  test('alone knows what raters answered: a rater’s own file shows nothing of the other', () => {
    expect(at(`${two}${rater('gillard2013:\n  «»', 'appraisals/HRS.yaml')}`).labels).toContain('4 · Recruitment');
  });

  test('is settled by people of the review', () => {
    const people = '=== metasynth.yaml ===\ntitle: x\nreviewers: {JM: Joan Miller}\n';
    const shown = at(`${people}${rater('gillard2013:\n  by: «»', 'appraisals/consensus.yaml')}`);
    expect(shown.line('JM')).toBe('  by: JM');
  });
});

describe('an appraisal in a study', () => {
  const study = (text: string): string => `
=== metasynth.yaml ===
title: x
reviewers: {JM: Joan Miller, JS: John Smith}
appraisal: {checklist: casp-qualitative, raters: [JM, JS]}
=== studies/gillard2013.md ===
---
${text}
---
`;

  test('offers raters, questions and answers', () => {
    expect(at(study('casp:\n  JM: {1: yes}\n  «»')).line('JS')).toBe('  JS:');
    expect(at(study('casp:\n  JM: {1: yes}\n  «»')).labels).toEqual(['JS']);
    expect(at(study('casp:\n  JM:\n    1: yes\n    «»')).line('2 · Qualitative approach')).toBe('    2: ');
    expect(at(study('casp:\n  JM: {1: yes, 2: «»}')).labels).toEqual(['yes', "can't tell", 'no']);
    expect(at(study('casp:\n  1: yes\n  2: «»')).labels).toEqual(['yes', "can't tell", 'no']);
    expect(at(study('casp:\n  1: yes\n  «»')).labels).toContain('2 · Qualitative approach');
    expect(at(study('casp: [yes, «»]')).labels).toEqual([]);
  });

  test('offers no total', () => {
    expect(at(study('casp: «»')).labels).toEqual([]);
  });
});
