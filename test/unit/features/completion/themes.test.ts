import { describe, expect, test } from 'vitest';
import { documentationOf } from '../../../../server/src/features/completion/documentation.js';
import { at } from './support.js';

const study = (head: string, path = 'studies/gillard2013.md'): string => `
=== ${path} ===
---
country: UK
participants: 15
${head}
casp: 8
---
`;

const codebook = `
=== codebook.yaml ===
themes:
  boundaries:
    label: Boundaries
    definition: Where the role ends
    construct: identity
  giving-back:
    label: Repaying a debt
    aliases: [contributing, helping-others]
    construct: identity
  résumé: Ümläut theme
constructs:
  identity:
    label: Reframing of identity
`;

describe('themes of a study', () => {
  test.each([
    ['a list', 'themes:\n  - «»', '  - giving-back'],
    ['a list, half a word', 'themes:\n  - giv«»', '  - giving-back'],
    ['a list, in the middle of a word with hyphens', 'themes:\n  - giv«»ing-back', '  - giving-back'],
    ['a list whose hyphen has no space yet', 'themes:\n  -«»', '  - giving-back'],
    ['a list right below its key', 'themes:\n- boundaries\n- «»', '- giving-back'],
    ['a line without a hyphen', 'themes:\n  «»', '  - giving-back'],
    ['a single value', 'themes: «»', 'themes: giving-back'],
    ['a single value that touches the colon', 'themes:«»', 'themes: giving-back'],
    ['brackets', 'themes: [boundaries, «»]', 'themes: [boundaries, giving-back]'],
    ['brackets that are not closed', 'themes: [boundaries, gi«»', 'themes: [boundaries, giving-back'],
    ['brackets over two lines', 'themes: [boundaries,\n  «»]', '  giving-back]'],
    ['brackets over lines that are set in anyhow', 'themes: [boundaries,\n  other,\n    «»]', '    giving-back]'],
    ['a bracket with more behind it', 'themes: [«», boundaries]', 'themes: [giving-back, boundaries]'],
    ['a theme with its wording', 'themes:\n  - giv«»: Contributing', '  - giving-back: Contributing'],
    ['a map', 'themes:\n  boundaries: Knowing where to stop\n  g«»', '  giving-back: '],
    ['a quotation', 'themes:\n  - "gi«»"', '  - "giving-back"'],
    ['a quotation that is open', "themes:\n  - 'gi«»", "  - 'giving-back'"],
  ])('in %s', (_what, head, line) => {
    expect(at(study(head)).line('giving-back')).toBe(line);
  });

  test('are told with their labels and numbers of studies, and documented when asked', () => {
    const { item, written } = at(study('themes: [«»]'));
    expect(item('giving-back')).toMatchObject({ detail: 'Giving back', description: '1 study', kind: 'theme' });
    expect(item('giving-back').documentation).toBeUndefined();
    const about = item('giving-back').about;
    expect(about && documentationOf(written.review, about)).toBe(
      '**Giving back** · 1 study\n\nRepaying help received by helping others\n\nBelongs to *Reframing of identity*',
    );
  });

  test.each([
    ['its label', 'repay'],
    ['a former name', 'helping'],
    ['a word inside its label', 'debt'],
    ['its letters in order', 'gvb'],
    ['capitals', 'GIVING'],
    ['several words', 'debt repaying'],
  ])('are found by %s', (_what, typed) => {
    const { labels, line } = at(`${codebook}${study(`themes:\n  - ${typed}«»`)}`);
    expect(labels[0]).toBe('giving-back');
    expect(line('giving-back')).toBe('  - giving-back');
  });

  test('are found without their marks', () => {
    expect(at(`${codebook}${study('themes:\n  - resu«»')}`).labels).toEqual(['résumé']);
    expect(at(`${codebook}${study('themes:\n  - umlaut«»')}`).labels).toEqual(['résumé']);
  });

  test('never are former names, though what finds them is kept for the editor', () => {
    const { labels, item } = at(`${codebook}${study('themes: [«»]')}`);
    expect(labels).toEqual(['boundaries', 'giving-back', 'résumé']);
    expect(item('giving-back').filterText).toBe('giving-back Repaying a debt contributing helping-others');
  });

  test('that it carries already are left out, under whatever name', () => {
    const { labels } = at(`${codebook}${study('themes:\n  - contributing\n  - «»\n  - boundaries: Limits')}`);
    expect(labels).toEqual(['résumé']);
    expect(at(`${codebook}${study('themes: [boundaries, «», contributing]')}`).labels).toEqual(['résumé']);
  });
});

describe('themes elsewhere', () => {
  const yamlStudy = (findings: string): string => `
=== studies/kelp2014.yaml ===
country: UK
themes: [giving-back]
findings:
  - quote: |-
      Words.
${findings}
`;

  test('of a finding: those of the study first', () => {
    expect(at(yamlStudy('    themes: [«»]')).labels).toEqual(['giving-back', 'boundaries']);
    expect(at(yamlStudy('    themes:\n      - «»')).labels).toEqual(['giving-back', 'boundaries']);
    expect(at(yamlStudy('    themes: [«»]\n  - authors: x')).line('boundaries')).toBe('    themes: [boundaries]');
  });

  test('in a coder’s file and in a cell of the translation', () => {
    expect(at('=== coding/AB.yaml ===\ngillard2013: [boundaries, «»]\n').labels).toEqual(['giving-back']);
    expect(at('=== coding/AB.yaml ===\ngillard2013:\n  - «»\n').labels).toEqual(['boundaries', 'giving-back']);
    const cell =
      '=== translation.yaml ===\ncells:\n  - construct: identity\n    study: gillard2013\n    themes: [«»]\n';
    expect(at(cell).line('giving-back')).toBe('    themes: [giving-back]');
  });
});

describe('tags of a Markdown study', () => {
  const body = (text: string): string => `
=== studies/gillard2013.md ===
---
country: UK
themes: [giving-back]
---

${text}
`;

  test.each([
    ['a quote', '## Findings\n\n> Words. (P3, p. 12) #«»'],
    ['a paragraph', '## Results\n\nThe authors read this as a debt. #«»'],
    ['a heading below', '## Findings\n\n### Of some\n\nWords. #«»'],
    ['the last line of a paragraph', '## Findings\n\nOne line.\nAnother. #«»\n\nMore.'],
    ['before another tag', '## Findings\n\nWords. #«» #boundaries2'],
    ['before a comment', '## Findings\n\nWords. #«» <!-- credibility: credible -->'],
    ['Windows’ line ends', '## Findings\r\n\r\nWords. #«»\r\n\r\nMore.\r\n'],
  ])('at the end of a block: %s', (_what, text) => {
    const { labels, accept } = at(body(text));
    expect(labels).toEqual(['giving-back', 'boundaries', 'strength', 'challenge']);
    expect(accept('challenge')).toContain('#challenge');
  });

  test('replace the whole word', () => {
    expect(at(body('## Findings\n\nWords. #giv«»ing-up')).line('giving-back')).toBe('Words. #giving-back');
  });

  test('that stand in the block are left out', () => {
    expect(at(body('## Findings\n\nWords. #giving-back #challenge #«»')).labels).toEqual(['boundaries', 'strength']);
  });

  test.each([
    ['under a memo', '## Memo\n\nA thought. #«»'],
    ['before any heading', 'A thought. #«»'],
    ['under a heading that follows', '## Findings\n\nWords.\n\n## Notes\n\nA thought. #«»'],
    ['in a callout', '## Findings\n\n> [!note]\n> Ours. #«»'],
    ['in code', '## Findings\n\n```\ncode #«»\n```'],
    ['in a piece of code', '## Findings\n\nThe code `x #«»`'],
    ['in a comment', '## Findings\n\nWords. <!-- note #«» -->'],
    ['in the middle of a sentence', '## Findings\n\nWords #«» and more words.'],
    ['on a line that others follow', '## Findings\n\nWords. #«»\nand more.'],
    ['at the start of a block, where headings begin', '## Findings\n\n#«»'],
    ['in a word', '## Findings\n\nWords.C#«»'],
  ])('are not offered %s', (_what, text) => {
    expect(at(body(text)).labels).toEqual([]);
  });
});

describe('no themes', () => {
  test.each([
    ['in prose of the head', 'notes-of-ours: g«»\nmethod: |\n  - g«»'],
    ['as the wording of a theme', 'themes:\n  - boundaries: g«»'],
    ['in a comment', 'themes: # g«»'],
    ['in a comment of its own', '# themes: [g«»'],
    ['in a text of several lines', 'cite: |\n  themes:\n    - g«»'],
    ['on a line that goes on with a theme', 'themes: boundaries\n  g«»'],
    ['in a text that goes on', 'cite: Words\n  and g«»'],
  ])('%s', (_what, head) => {
    expect(at(study(head)).labels.filter(label => label === 'giving-back')).toEqual([]);
  });

  test('in files outside of the review', () => {
    for (const path of ['notes.yaml', 'studies/README.md', 'studies/_draft.md', 'references.bib', 'screening/AB.csv']) {
      expect(at(`=== ${path} ===\n---\nthemes: [«»]\n---\n`).labels).toEqual([]);
    }
  });
});
