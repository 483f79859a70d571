import { describe, expect, test } from 'vitest';
import { inlayHints } from '../../../server/src/features/inlay-hints.js';
import { lenses, lensWords } from '../../../server/src/features/lenses.js';
import { workspaceSymbols } from '../../../server/src/features/workspace-symbols.js';
import { exampleOf, reviewOf } from '../support/review.js';

const all = { constructs: true, themes: true, studies: true };
const hints = { appraisal: true, themes: true };

/** What stands above the lines of a file: line and words. */
function above(path: string, written = '', wanted = all): string[] {
  const { review } = exampleOf(written);
  return lenses(review, path, wanted).map(lens => `${lens.range.line} ${lensWords(review, lens)?.title}`);
}

function hinted(path: string, written: string, wanted = hints): string[] {
  const { review } = exampleOf(written);
  return inlayHints(review, path, 0, 1000, wanted).map(
    hint => `${hint.position.line}:${hint.position.character} ${hint.words}`,
  );
}

describe('lenses', () => {
  test('say above constructs and themes how many studies stand behind them', () => {
    const said = above('codebook.yaml').join('\n');
    expect(said).toMatch(/carried by \d of 2 studies · cited \d of 2/);
    expect(said).toMatch(/\d (study|studies)$/m);
  });

  test('say the same over a construct’s section, with the review’s own divisions', () => {
    const written = `
=== metasynth.yaml ===
title: A review
aspects: {barrier: [Barriers]}
=== synthesis.md ===
## Reframing of identity

### Barriers

Helping others is hard [@gillard2013]. It is long [@moran2012].
`;
    expect(above('synthesis.md', written)).toEqual([expect.stringMatching(/^0 .*cited 2 of 2 · 2 barriers$/)]);
  });

  test('say above a study what becomes of it', () => {
    expect(above('studies/gillard2013.md')[0]).toMatch(/^1 cited in \d findings? · \d themes?/);
  });

  test('each kind can be switched off', () => {
    const none = { constructs: false, themes: false, studies: false };
    expect(above('codebook.yaml', '', none)).toEqual([]);
    expect(above('synthesis.md', '', none)).toEqual([]);
    expect(above('studies/gillard2013.md', '', none)).toEqual([]);
  });

  test('lead to the places that they count', () => {
    const { review } = exampleOf();
    const places = lensWords(review, { kind: 'theme', id: 'giving-back' })?.places ?? [];
    expect(places.map(each => each.path)).toContain('codebook.yaml');
    expect(places.some(each => each.path.startsWith('studies/'))).toBe(true);
    expect(lensWords(review, { kind: 'theme', id: 'nothing' })).toBeUndefined();
  });
});

describe('hints in the line', () => {
  const settings = `=== metasynth.yaml ===
title: A review
appraisal: {checklist: casp-qualitative, raters: [JM], scoring: sum-of-yes}
`;
  const answers = (count: number): string => Array.from({ length: count }, (_, i) => `  ${i + 1}: yes\n`).join('');

  test('give the total of an appraisal, or how much of it is to come', () => {
    expect(hinted('appraisals/JM.yaml', `${settings}=== appraisals/JM.yaml ===\ngillard2013:\n${answers(10)}`)).toEqual(
      ['0:11 10 of 10'],
    );
    expect(hinted('appraisals/JM.yaml', `${settings}=== appraisals/JM.yaml ===\ngillard2013:\n${answers(7)}`)).toEqual([
      '0:11 3 unanswered',
    ]);
  });

  test('give what stands in a study itself its total or its band', () => {
    const banded = `=== metasynth.yaml ===
title: A review
appraisal: {checklist: casp-qualitative, raters: [JM, JS], scoring: sum-of-yes, bands: {low: 0, high: 8}}
`;
    const ofJM = Array.from({ length: 10 }, (_, i) => `    ${i + 1}: yes\n`).join('');
    const study = 'studies/gillard2013.md';
    expect(hinted(study, `${banded}=== ${study} ===\n---\ncasp:\n  JM:\n${ofJM}  JS: {1: yes}\n---\n`)).toEqual([
      '2:4 10 of 10 · high',
      '13:4 9 unanswered',
    ]);
    expect(hinted(study, `${banded}=== ${study} ===\n---\ncasp: 7\n---\n`)).toEqual(['1:7 low']);
    expect(hinted(study, `${settings}=== ${study} ===\n---\ncasp: 7\n---\n`)).toEqual([]);
    // Answers without a rater's name, and a total that is none, have nothing to stand behind.
    expect(hinted(study, `${banded}=== ${study} ===\n---\ncasp: {1: yes}\n---\n`)).toEqual([]);
    expect(hinted(study, `${banded}=== ${study} ===\n---\ncasp: good\n---\n`)).toEqual([]);
  });

  test('give a theme’s label where the name and the study do not', () => {
    const written = `
=== codebook.yaml ===
themes:
  gb: {label: Giving back, definition: Repaying}
  boundaries: {label: Boundaries, definition: Limits}
=== studies/a.md ===
---
themes:
  - gb
  - boundaries
  - gb: In their own words
---
`;
    const { review } = reviewOf(written);
    const said = inlayHints(review, 'studies/a.md', 0, 100, hints);
    expect(said.map(each => `${each.position.line} ${each.words}`)).toEqual(['2 Giving back']);
    expect(inlayHints(review, 'studies/a.md', 0, 100, { appraisal: true, themes: false })).toEqual([]);
    expect(inlayHints(review, 'studies/a.md', 3, 100, hints)).toEqual([]);
  });
});

describe('finding by name from anywhere', () => {
  const names = (query: string): string[] =>
    workspaceSymbols(exampleOf().review, query).map(each => `${each.kind} ${each.name}`);

  test('by label, author and year, without capitals and diacritics', () => {
    expect(names('giving')).toContain('theme Giving back');
    expect(names('GILLARD')).toEqual([expect.stringMatching(/^study Gillard/)]);
    expect(names('2012 moran')).toEqual([expect.stringMatching(/^study Moran/)]);
    expect(names('gíving')).toContain('theme Giving back');
    expect(names('no such thing')).toEqual([]);
  });

  test('at most two hundred of them', () => {
    const themes = Array.from({ length: 300 }, (_, i) => `  theme-${i}: {label: Theme ${i}}\n`).join('');
    const { review } = reviewOf(`=== codebook.yaml ===\nthemes:\n${themes}`);
    expect(workspaceSymbols(review, 'theme')).toHaveLength(200);
  });
});
