import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LineRange, tokensOf } from '../../../server/src/features/tokens.js';
import { Lines } from '../../../server/src/text/lines.js';
import { exampleOf } from '../support/review.js';

/** What is told of the words of a file: each with its type and modifiers. */
function tokens(path: string, text: string, others = '', within?: LineRange): string[] {
  const { review, texts } = exampleOf(`=== ${path} ===\n${text}\n${others}`);
  const written = texts.get(path) ?? '';
  const lines = new Lines(written);
  return tokensOf(review, path, written, within).map(({ line, character, length, type, modifiers }) => {
    const start = lines.offsetAt(line, character);
    return [written.slice(start, start + length), type, ...modifiers].join(' ');
  });
}

describe('the orders are told apart', () => {
  test('in a Markdown study', () => {
    expect(
      tokens(
        'studies/a.md',
        '---\nkey: a2000\nthemes:\n  - giving-back: Contributing\n  - nobodys\nparent: gillard2013\n---\n\n## Findings\n\n> I was there.\n> Twice <!-- c --> or more. (P3, p. 12) #giving-back #challenge\n\nSo they say. #boundaries\n\n- An item\n\n> [!note]\n> Ours.\n\n## Memo\n\n> Not data. #giving-back\n',
      ),
    ).toEqual([
      'a2000 study declaration',
      'giving-back secondOrder',
      'nobodys secondOrder unknown',
      'I was there. firstOrder',
      'Twice firstOrder',
      'or more. firstOrder',
      'giving-back secondOrder',
      'So they say. reading',
      'boundaries secondOrder',
      'An item reading',
    ]);
  });

  test('in a YAML study', () => {
    expect(
      tokens(
        'studies/a.yaml',
        'themes: [giving-back]\nfindings:\n  - quote: |-\n      I was there.\n      Twice.\n    themes: [boundaries]\n  - authors: So they say.\n    aspects: [challenge]\n',
      ),
    ).toEqual([
      'giving-back secondOrder',
      'I was there. firstOrder',
      'Twice. firstOrder',
      'boundaries secondOrder',
      'So they say. reading',
    ]);
  });

  test('in the codebook', () => {
    expect(
      tokens(
        'codebook.yaml',
        'themes:\n  giving-back: {label: G, aliases: [contributing], construct: [identity, other]}\nconstructs:\n  identity: {label: Reframing of identity}\n',
      ),
    ).toEqual([
      'giving-back secondOrder declaration',
      'contributing secondOrder declaration',
      'identity thirdOrder',
      'other thirdOrder unknown',
      'identity thirdOrder declaration',
    ]);
  });

  test('in the manuscript, with studies, other works, citations against, and checked numbers', () => {
    expect(
      tokens(
        'synthesis.md',
        '## Reframing of identity\n\nA [@gillard2013; @mead1934; but see @moran2012; @nobody1999]. Of 2<!-- = studies --> <!-- = no --> studies.\n\n## Other words\n',
        '=== references.bib ===\n@book{gillard2013, title = {A}}\n@book{mead1934, title = {B}}\n',
      ),
    ).toEqual([
      'Reframing of identity thirdOrder declaration',
      'gillard2013 study',
      'mead1934 work',
      'moran2012 study contrary',
      'nobody1999 work unknown',
      '<!-- = studies --> checkedNumber',
    ]);
  });

  test('in the bibliography and in a rater’s file', () => {
    expect(tokens('references.bib', '@book{gillard2013, title = {A}}\n@book{mead1934, title = {B}}\n')).toEqual([
      'gillard2013 study declaration',
      'mead1934 work declaration',
    ]);
    expect(tokens('appraisals/JM.yaml', 'gillard2013: {1: yes}\nnobody: {}\n')).toEqual([
      'gillard2013 study',
      'nobody study unknown',
    ]);
  });
});

test('the first line of a study without a key is not its name', () => {
  expect(tokens('studies/a.md', '---\ncountry: UK\n---\n')).toEqual([]);
});

test('lines alone are told where lines alone are asked for', () => {
  const text =
    '## Reframing of identity\n\nA [@gillard2013].\n\n<!-- metasynth:outline -->\n<!-- /metasynth:outline -->\n\nB [@moran2012].\n\n## C\n\nC [@gillard2013].\n';
  expect(tokens('synthesis.md', text, '', { line: 6, endLine: 8 })).toEqual(['moran2012 study']);
  expect(tokens('synthesis.md', text, '', { line: 0, endLine: 0 })).toEqual([
    'Reframing of identity thirdOrder declaration',
  ]);
});

test('tokens are in order, on their lines, never overlap, and those of a range are those of the whole on its lines', () => {
  const piece = fc.constantFrom(
    'a ',
    '#giving-back',
    ' ',
    '\n',
    '\n\n',
    '> ',
    '(p. 3)',
    '<!-- c -->',
    '## Findings\n',
    '[@moran2012]',
    '1<!-- = studies -->',
    '- ',
    '"',
    '---\n',
    'themes: [giving-back]\n',
    '\r\n',
    '<!--',
    '-->',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }),
      fc.constantFrom('studies/a.md', 'studies/a.yaml', 'synthesis.md'),
      fc.nat(20),
      fc.nat(10),
      (pieces, path, line, more) => {
        const { review, texts } = exampleOf(`=== ${path} ===\n${pieces.join('')}`);
        const text = texts.get(path) ?? '';
        const lines = new Lines(text);
        const all = tokensOf(review, path, text);
        let before = { line: -1, end: 0 };
        for (const token of all) {
          const [start, end] = lines.lineSpan(token.line);
          expect(token.length).toBeGreaterThan(0);
          expect(token.character + token.length).toBeLessThanOrEqual(end - start);
          if (token.line === before.line) expect(token.character).toBeGreaterThanOrEqual(before.end);
          else expect(token.line).toBeGreaterThan(before.line);
          before = { line: token.line, end: token.character + token.length };
        }
        const within = { line, endLine: line + more };
        expect(tokensOf(review, path, text, within)).toEqual(
          all.filter(each => each.line >= line && each.line <= line + more),
        );
      },
    ),
    { numRuns: 300 },
  );
});
