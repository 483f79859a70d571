import { describe, expect, test } from 'vitest';
import {
  filesForRefactorings,
  type Refactoring,
  refactorings,
} from '../../../../server/src/features/refactorings/refactorings.js';
import { exampleOf } from '../../support/review.js';
import { changed, reviewWith } from '../fixes-support.js';

/** What is offered at the mark, with the texts that each would leave; a reason where one cannot be had. */
function offered(written: string): { refactoring: Refactoring; after: Map<string, string>; title: string }[] {
  const example = exampleOf(written);
  const [mark] = example.marks;
  if (!mark) throw new Error('no mark');
  const { review, texts } = example;
  const wanted = new Set(filesForRefactorings({ review, ...mark }));
  // A file that was not asked for is not read: the test would fail where one is used all the same.
  const read = (path: string): string | undefined => (wanted.has(path) ? texts.get(path) : undefined);
  return refactorings({ review, ...mark, texts: read }).map(refactoring => ({
    refactoring,
    title: refactoring.title,
    after: 'change' in refactoring.outcome ? changed(texts, refactoring.outcome.change) : new Map(),
  }));
}

const settings = `=== metasynth.yaml ===
title: T
appraisal: {checklist: casp-qualitative, raters: [JM, JS]}
`;

describe('themes of a study that the codebook does not know', () => {
  const study = `=== studies/moran2012.md ===
---
themes: [«»giving-back, being-seen, Quiet Hours]
---
## Findings

> I was there. (P1) #being-seen #slow-days
`;

  test('get an entry each, those that it knows and the rest of the codebook left alone', () => {
    const [first] = offered(study);
    expect(first?.title).toBe('Extract 3 themes of this study to the codebook');
    expect(first?.refactoring.kind).toBe('extract');
    const codebook = first!.after.get('codebook.yaml')!;
    const before = exampleOf(study).texts.get('codebook.yaml')!;
    for (const line of before.split('\n')) expect(codebook).toContain(line);
    expect(codebook).toContain('  being-seen:\n    label: Being seen\n');
    expect(codebook).toMatch(/ {2}Quiet Hours:\n {4}label: Quiet Hours\n/);
    expect(codebook).toContain('  slow-days:\n    label: Slow days\n');
    expect(reviewWith(first!.after).diagnoses('theme.unknown')).toEqual([]);
  });

  test('are none where all are known, or only a former name or a division of constructs', () => {
    const titles = offered('=== studies/moran2012.md ===\n---\nthemes: [«»giving-back]\n---\n').map(each => each.title);
    expect(titles.filter(title => title.startsWith('Extract'))).toEqual([]);
  });
});

describe('a total without answers', () => {
  test('becomes questions in the file of every rater, and stays to be compared', () => {
    const [first] = offered(`${settings}=== studies/moran2012.md ===
---
themes: [giving-back]
casp: «8»
---
=== appraisals/JS.yaml ===
gillard2013: {1: yes}
`).filter(each => each.title.startsWith('Turn'));
    expect(first?.title).toBe('Turn the total into items: add moran2012 to appraisals/JM.yaml, appraisals/JS.yaml');
    expect(first?.after.get('appraisals/JM.yaml')).toMatch(/^moran2012:\n {2}1:\n {2}2:\n[\s\S]* {2}10:\n$/);
    expect(first?.after.get('appraisals/JS.yaml')).toMatch(/^gillard2013: \{1: yes\}\nmoran2012:\n {2}1:\n/);
    expect(first?.after.get('studies/moran2012.md')).toContain('casp: 8');
  });

  test('is offered on its line alone', () => {
    const titles = offered(`${settings}=== studies/moran2012.md ===\n---\nthemes: [«»giving-back]\ncasp: 8\n---\n`).map(
      each => each.title,
    );
    expect(titles.filter(title => title.startsWith('Turn'))).toEqual([]);
  });
});

describe('the form of a study', () => {
  test('is changed with its ending, and back', () => {
    const written = '---\nthemes:\n  - giving-back # by hand\n---\n';
    const convert = offered(`=== studies/moran2012.md ===\n«»${written}`).find(each =>
      each.title.startsWith('Convert'),
    );
    expect(convert?.title).toBe('Convert this study to YAML');
    const { outcome } = convert!.refactoring;
    expect('change' in outcome && outcome.change.moves).toEqual([
      { from: 'studies/moran2012.md', to: 'studies/moran2012.yaml' },
    ]);
    expect(convert!.after.get('studies/moran2012.md')).toContain('- giving-back # by hand');
  });

  test('stays where a file of the other name is there, and the reason is told', () => {
    const convert = offered(
      '=== studies/moran2012.md ===\n«»---\nthemes: [giving-back]\n---\n=== studies/moran2012.yaml ===\nkey: m2\n',
    ).find(each => each.title.startsWith('Convert'));
    expect(convert?.refactoring.outcome).toEqual({ reason: 'A file studies/moran2012.yaml is there already.' });
  });
});

test('nothing is offered where there is neither a study nor a passage', () => {
  expect(offered('=== synthesis.md ===\n# «»Heading\n')).toEqual([]);
});

describe('what a passage reports', () => {
  const manuscript = (text: string): ReturnType<typeof offered> => offered(`=== synthesis.md ===\n${text}`);
  const left = (text: string, title = /reports …$/): string | undefined =>
    manuscript(text)
      .find(each => title.test(each.title))
      ?.after.get('synthesis.md');

  test('is said at the end of its paragraph, where the list of items opens', () => {
    const [found] = manuscript('# Title\n\nWe «»searched. And\nasked.\n\nMore.\n');
    expect(found?.title).toBe('Say that this passage reports …');
    expect(found?.after.get('synthesis.md')).toBe('# Title\n\nWe searched. And\nasked. <!-- reports:  -->\n\nMore.\n');
    expect(found?.refactoring.goOn).toEqual({ path: 'synthesis.md', line: 3, character: 21 });
  });

  test('is said of a sentence where each has a line of its own', () => {
    const lines = 'We «»searched.\nAnd asked. <!-- reports: entreq 5 -->\n';
    expect(left(lines)).toBe('We searched. <!-- reports:  -->\nAnd asked. <!-- reports: entreq 5 -->\n');
    expect(left('> We asked.\n> And «»wrote.\n')).toBe('> We asked.\n> And wrote. <!-- reports:  -->\n');
  });

  test('is offered by name where the heading suggests items that nothing reports yet', () => {
    const text = (more: string): string => `# Coding\n\nWe «»coded by line.\n${more}`;
    const titles = (more: string): string[] => manuscript(text(more)).map(each => each.title);
    expect(titles('')).toEqual([
      'Say that this passage reports ENTREQ 16 (Number of reviewers)',
      'Say that this passage reports ENTREQ 17 (Coding)',
      'Say that this passage reports …',
    ]);
    expect(titles('\nMore. <!-- reports: entreq 16 -->\n')).toHaveLength(2);
    expect(left(text(''), /ENTREQ 17/)).toBe('# Coding\n\nWe coded by line. <!-- reports: entreq 17 -->\n');
  });

  test('is added to what it says already', () => {
    const text = '# Coding\n\nWe «»coded. <!-- reports: entreq 16 --> So.\n';
    expect(left(text, /ENTREQ 17/)).toBe('# Coding\n\nWe coded. <!-- reports: entreq 16, entreq 17 --> So.\n');
    expect(left(text)).toBe('# Coding\n\nWe coded. <!-- reports: entreq 16,  --> So.\n');
    expect(left('- a\n- We «»coded. <!-- reports: -->\n')).toBe('- a\n- We coded. <!-- reports:  -->\n');
  });

  test('is not asked of headings, tables, generated blocks and other files', () => {
    expect(manuscript('# Co«»ding\n\nWe coded.\n')).toEqual([]);
    expect(manuscript('| a | b |\n| - | - |\n| «»c | d |\n')).toEqual([]);
    expect(manuscript('<!-- metasynth:outline -->\n\nA «»b.\n\n<!-- /metasynth:outline -->\n')).toEqual([]);
    const titles = offered('=== studies/moran2012.md ===\n---\ncountry: UK\n---\nWords «»here.\n').map(
      each => each.title,
    );
    expect(titles.filter(each => each.startsWith('Say'))).toEqual([]);
  });
});
