import { describe, expect, it } from 'vitest';
import { answerQuestion, type GivenByRater, type Settled, settle } from '../../../server/src/editing/appraise.js';
import { filesOf } from '../../../server/src/rules/example.js';
import { applied, difference, reviewFrom, type TextsByPath } from './support.js';

const settings = `
=== metasynth.yaml ===
title: Peer workers
appraisal:
  checklist: casp-qualitative
  raters: [JM, JS]
  arbiter: HRS
=== studies/aiken2013.md ===
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
casp:
  JM: {1: yes, 2: no}
  JS:
    1: yes
---

# Moran

Words.
`;

const yes = '{1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}';
const both = `=== appraisals/JM.yaml ===
gillard2013: ${yes}
=== appraisals/JS.yaml ===
gillard2013: ${yes.replace('4: yes', '4: no').replace('6: yes', "6: can't tell")}
`;

function files(written: string): Map<string, string> {
  return new Map(filesOf(settings + written).map(({ path, text }) => [path, text]));
}

/** The files after one thing after another has been done to them, or why one of them was refused. */
function after(texts: TextsByPath, ...steps: (GivenByRater | Settled)[]): TextsByPath | string {
  let now = texts;
  for (const each of steps) {
    const review = reviewFrom(now);
    const read = (path: string): string | undefined => now.get(path);
    const outcome = 'rater' in each ? answerQuestion(review, read, each) : settle(review, read, each);
    if (!outcome.ok) return outcome.reason;
    const changed = applied(now, outcome.value);
    for (const { path, text } of outcome.value.created) changed.set(path, text);
    now = changed;
  }
  return now;
}

function changes(written: string, ...steps: (GivenByRater | Settled)[]): string {
  const texts = files(written);
  const now = after(texts, ...steps);
  if (typeof now === 'string') return now;
  const made = [...now].filter(([path]) => !texts.has(path)).map(([path, text]) => `new ${path}\n${text}`);
  const both = new Map([...now].filter(([path]) => texts.has(path)));
  return [difference(texts, both), ...made].filter(each => each !== '').join('\n');
}

const jm = { rater: 'JM', study: 'gillard2013' };
const noted = 'They were asked by managers: some of them [users] #1';

describe('what a rater answers is written into their file', () => {
  it('makes the file where there is none, with the study and the answer', () => {
    expect(changes('', { ...jm, item: '4', answer: 'cant-tell', because: noted })).toBe(`new appraisals/JM.yaml
gillard2013:
  4: can't tell
  because:
    4: >-
      They were asked by managers: some of them [users] #1
`);
  });

  it('puts a study into its place in the alphabet and a question into that of the checklist', () => {
    const file = `=== appraisals/JM.yaml ===
# Mine.
aiken2013:
  2: yes  # sure
  10: yes

moran2012:
  1: yes
`;
    expect(changes(file, { ...jm, item: '2', answer: 'yes' })).toBe(`=== appraisals/JM.yaml ===
+ gillard2013:
+   2: yes
+ `);
    const aiken = { ...jm, study: 'aiken2013' };
    expect(changes(file, { ...aiken, item: '9', answer: 'no' })).toBe('=== appraisals/JM.yaml ===\n+   9: no');
    expect(changes(file, { ...aiken, item: '1', answer: 'no' })).toBe('=== appraisals/JM.yaml ===\n+   1: no');
    expect(changes(file, { ...aiken, item: '2', answer: 'no' })).toBe(
      '=== appraisals/JM.yaml ===\n-   2: yes  # sure\n+   2: no  # sure',
    );
  });

  it('leaves an answer alone that says the same in other words', () => {
    expect(changes('=== appraisals/JM.yaml ===\ngillard2013: {1: Y}\n', { ...jm, item: '1', answer: 'yes' })).toBe('');
  });

  it('answers between brackets there, and takes them apart for a reason alone', () => {
    const file = '=== appraisals/JM.yaml ===\ngillard2013: {1: yes, 3: no}\n';
    expect(changes(file, { ...jm, item: '2', answer: 'no' })).toBe(`=== appraisals/JM.yaml ===
- gillard2013: {1: yes, 3: no}
+ gillard2013: {1: yes, 2: no, 3: no}`);
    expect(changes(file, { ...jm, item: '3', because: noted })).toBe(`=== appraisals/JM.yaml ===
- gillard2013: {1: yes, 3: no}
+ gillard2013:
+   1: yes
+   3: no
+   because:
+     3: >-
+       ${noted}`);
  });

  it('goes on with a list of answers, and numbers them where the list would have a gap', () => {
    const file = '=== appraisals/JM.yaml ===\ngillard2013: [yes, no]\n';
    expect(changes(file, { ...jm, item: '3', answer: 'yes' })).toContain('+ gillard2013: [yes, no, yes]');
    expect(changes(file, { ...jm, item: '5', answer: 'yes' })).toBe(`=== appraisals/JM.yaml ===
- gillard2013: [yes, no]
+ gillard2013:
+   1: yes
+   2: no
+   5: yes`);
  });

  it('edits answers in the study where they stand', () => {
    const moran = { ...jm, study: 'moran2012' };
    expect(changes('', { ...moran, item: '2', answer: 'yes' })).toBe(`=== studies/moran2012.md ===
-   JM: {1: yes, 2: no}
+   JM: {1: yes, 2: yes}`);
    expect(changes('', { ...moran, rater: 'JS', item: '1', because: 'a: b' })).toBe(`=== studies/moran2012.md ===
+     because:
+       1: >-
+         a: b`);
  });

  it('keeps the number where others wait for their answers, or something is noted beside it', () => {
    const file = '=== appraisals/JM.yaml ===\ngillard2013:\n  1: yes\n  2:\naiken2013:\n  1: yes  # sure\n';
    expect(changes(file, { ...jm, item: '1', answer: null })).toBe('=== appraisals/JM.yaml ===\n-   1: yes\n+   1:');
    expect(changes(file, { ...jm, study: 'aiken2013', item: '1', answer: null })).toContain('+   1:  # sure');
  });

  it('replaces a reason as it stands, with a comment beside it, too', () => {
    const file =
      '=== appraisals/JM.yaml ===\ngillard2013:\n  1: no\n  because:\n    1: old words  # ask\n    2: |-\n      a\n';
    expect(changes(file, { ...jm, item: '1', because: 'new: words' })).toContain('+     1: "new: words"  # ask');
    expect(changes(file, { ...jm, item: '2', because: 'a\n\nb' })).toContain('+       b\n+ ');
  });

  it('refuses what it cannot read, in words', () => {
    const unclosed = '=== appraisals/JM.yaml ===\ngillard2013: {1: yes\n';
    expect(changes(unclosed, { ...jm, item: '2', answer: 'no' })).toContain(
      'Something in appraisals/JM.yaml cannot be read',
    );
    const one = '=== appraisals/JM.yaml ===\ngillard2013:\n  1: no\n  because: all of it\n';
    expect(changes(one, { ...jm, item: '1', because: 'x' })).toContain('without the numbers of their questions');
    expect(changes('', { ...jm, rater: '../JM', item: '1', answer: 'no' })).toContain('name of a rater');
    expect(changes('', { ...jm, rater: 'Consensus', item: '1', answer: 'no' })).toContain('name of a rater');
    expect(changes('', { ...jm, item: '11', answer: 'no' })).toContain('no question 11');
    expect(changes('', { ...jm, study: 'nobody2000', item: '1', answer: 'no' })).toContain('nobody2000');
  });
});

describe('what differed is settled in the consensus', () => {
  const study = 'gillard2013';
  it('holds the answer, who settled it, and why', () => {
    const first = { study, item: '6', answer: 'no', because: 'Nothing is said.', by: ['JM', 'JS'] };
    expect(
      changes(both, first, { study, item: '4', answer: 'yes', by: ['JM', 'JS'] }),
    ).toBe(`new appraisals/consensus.yaml
gillard2013:
  4: yes
  6: no
  by: [JM, JS]
  because:
    6: >-
      Nothing is said.
`);
  });

  it('is given back whole when what was settled is taken out', () => {
    const one = { study, item: '6', answer: 'no', because: 'Nothing is said.', by: ['HRS'] };
    const now = after(files(both), one, { study, item: '6', answer: null, because: '' });
    expect(typeof now === 'string' ? now : now.get('appraisals/consensus.yaml')).toBe('');
  });

  it('says who settled it when that changes', () => {
    const one = { study, item: '6', answer: 'no', by: ['HRS'] };
    expect(changes(both, one, { ...one, by: ['JM', 'HRS'] })).toContain('  by: [JM, HRS]');
  });

  it('is refused before all are done, and where they say the same', () => {
    expect(changes('', { study, item: '6', answer: 'no' })).toContain('Not all raters have answered');
    expect(changes(both, { study, item: '1', answer: 'no' })).toContain('All raters say the same');
  });
});
