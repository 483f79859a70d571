import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Entry, outlineOf } from '../../../server/src/features/symbols.js';
import { exampleOf } from '../support/review.js';

/** The outline of a file: what is within something stands below it, set in, with its kind and detail. */
function outline(path: string, text: string, others = ''): string[] {
  const { review, texts } = exampleOf(`=== ${path} ===\n${text}\n${others}`);
  const lines = (entries: readonly Entry[], depth: number): string[] =>
    entries.flatMap(({ kind, name, detail, children }) => [
      `${'  '.repeat(depth)}${kind} ${name}${detail === '' ? '' : ` | ${detail}`}`,
      ...lines(children, depth + 1),
    ]);
  return lines(outlineOf(review, path, texts.get(path) ?? ''), 0);
}

describe('the outline', () => {
  test('of the manuscript has constructs and findings, and leaves headings that say no more to the editor', () => {
    expect(
      outline(
        'synthesis.md',
        '# Title\n\n## Methods\n\nx\n\n## Reframing of identity\n\nIn sum [@gillard2013].\n\n### Strengths\n\nHelping others feels worthwhile [@gillard2013; @moran2012]. <!-- finding: worth -->\nIt is not [@gillard2013; but see @moran2012].\n\n### Nothing here\n\n<!-- metasynth:outline short -->\n<!-- /metasynth:outline -->\n\n## Discussion\n\n<!-- metasynth:synthesis-table -->\n',
      ),
    ).toEqual([
      'construct Reframing of identity | 3 findings, 2 studies',
      '  finding In sum. | 1 study',
      '  division Strengths | 2 findings',
      '    finding worth: Helping others feels worthwhile. | 2 studies',
      '    finding It is not. | 1 study, 1 against',
      'generated outline short | written by a command',
      'generated synthesis-table | without an end',
    ]);
  });

  test('of a Markdown study has what its head and its findings say', () => {
    expect(
      outline(
        'studies/a.md',
        '---\ncite: A 2000\ncountry: UK\ncollection: [one, two]\nthemes:\n  - giving-back: Contributing\n  - odd\ncasp:\n  JM: {1: yes, 2: no}\n---\n\n## Findings\n\n> I was there. (P3, p. 12) #giving-back\n\nSo they say.\n\n## Memo\n\nx\n',
      ),
    ).toEqual([
      'study A 2000',
      '  group Characteristics | 2',
      '    value country | UK',
      '    value collection | one, two',
      '  group Themes | 2',
      '    theme Giving back | Contributing',
      '    theme odd',
      '  appraisal Appraisal',
      '    appraisal JM | 2 of 10 answered',
      '  group Findings | 1 quote, 1 reading',
      '    quote I was there. | P3, p. 12',
      '    reading So they say.',
    ]);
  });

  test('of a YAML study is the same', () => {
    expect(
      outline('studies/a.yaml', 'themes: [giving-back]\ncasp: 8\nfindings:\n  - quote: I was there.\n    at: p. 3\n'),
    ).toEqual([
      'study a | appraisal 8',
      '  group Themes | 1',
      '    theme Giving back',
      '  appraisal Appraisal | 8',
      '  group Findings | 1 quote',
      '    quote I was there. | p. 3',
    ]);
  });

  test('of the codebook follows the file', () => {
    expect(
      outline(
        'codebook.yaml',
        'constructs:\n  identity:\n    label: Reframing of identity\n  other: Other\nthemes:\n  giving-back:\n    label: Giving back\n    construct: identity\n  odd: {}\nargument:\n  - says: Giving makes whole.\n    rests-on: identity\n',
      ),
    ).toEqual([
      'group Constructs | 2',
      '  construct Reframing of identity | 1 theme, 1 finding',
      '  construct Other | 0 themes, 0 findings',
      'group Themes | 2',
      '  theme Giving back | 2 studies',
      '  theme odd | 0 studies',
      'group Line of argument | 1',
      '  argument Giving makes whole.',
    ]);
  });

  test('of a rater’s file counts answers, of consensus.yaml what is settled', () => {
    expect(outline('appraisals/JM.yaml', 'gillard2013:\n  1: yes\n  2:\nnobody: [yes, no]\n')).toEqual([
      'study Gillard et al. 2013 | 1 of 10 answered',
      'study nobody | 2 of 10 answered',
    ]);
    expect(outline('appraisals/consensus.yaml', 'gillard2013: {4: no}\n')).toEqual([
      'study Gillard et al. 2013 | 1 settled',
    ]);
  });

  test('of the bibliography has works as readers name them', () => {
    expect(
      outline(
        'references.bib',
        '@article{gillard2013, author = {Gillard and others}, year = 2013}\n@book{mead1934, author = {Mead}, year = 1934, title = {Mind and self}}\n@book{x, title = {T}}\n',
      ),
    ).toEqual(['work Gillard et al. 2013 | included study', 'work Mead 1934 | Mind and self', 'work T | x']);
  });

  test('of metasynth.yaml goes by its keys', () => {
    expect(
      outline(
        'metasynth.yaml',
        'title: T\nflow:\n  duplicates: 3\nsearch:\n  - source: CINAHL\n    hits: 3\nbackground: [a, b]\nmissing:\n',
      ),
    ).toEqual([
      'value title | T',
      'map flow',
      '  value duplicates | 3',
      'list search | 1',
      '  map CINAHL',
      '    value source | CINAHL',
      '    value hits | 3',
      'list background | a, b',
      'value missing',
    ]);
  });

  test('of a file that is no part of the review, and of an empty one, is empty', () => {
    expect(outline('notes.md', '# A\n')).toEqual([]);
    expect(outline('studies/a.md', '')).toEqual([]);
    expect(outline('synthesis.md', '')).toEqual([]);
  });
});

test('every entry has a name, and holds its name’s place and all below it, in any text', () => {
  const piece = fc.constantFrom(
    'themes:',
    'constructs:',
    '  a:',
    ' ',
    '\n',
    '- ',
    'x: y\n',
    '"',
    '[',
    '## Reframing of identity\n',
    '[@moran2012].',
    '> ',
    '---\n',
    '## Findings\n',
    '<!-- metasynth:outline -->\n',
    '@book{a,}\n',
    '\r\n',
    'argument:\n',
    '- says: x\n',
  );
  const files = [
    'synthesis.md',
    'studies/a.md',
    'studies/a.yaml',
    'codebook.yaml',
    'appraisals/JM.yaml',
    'references.bib',
    'metasynth.yaml',
    'confidence.yaml',
  ];
  const holds = (outer: Entry['range'], inner: Entry['range']): boolean =>
    (outer.line < inner.line || (outer.line === inner.line && outer.character <= inner.character)) &&
    (outer.endLine > inner.endLine || (outer.endLine === inner.endLine && outer.endCharacter >= inner.endCharacter));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom(...files), (pieces, path) => {
      const { review, texts } = exampleOf(`=== ${path} ===\n${pieces.join('')}`);
      const text = texts.get(path) ?? '';
      const count = text.split(/\r\n|\r|\n/).length;
      const check = (entry: Entry): void => {
        expect(entry.name).not.toBe('');
        expect(holds(entry.range, entry.selection)).toBe(true);
        expect(entry.range.endLine).toBeLessThan(count);
        for (const child of entry.children) {
          expect(holds(entry.range, child.range)).toBe(true);
          check(child);
        }
      };
      outlineOf(review, path, text).forEach(check);
    }),
    { numRuns: 300 },
  );
});
