import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildReview } from '../../../server/src/review/build.js';
import { exampleReview } from '../../../server/src/rules/example.js';
import { judge } from '../../../server/src/rules/judge.js';
import type { FileKind } from '../../../server/src/syntax/facts.js';
import { readFacts } from '../../../server/src/syntax/read.js';
import { decode } from '../../../server/src/text/decode.js';
import { growth } from '../support/growth.js';

const paths: readonly [path: string, kind: FileKind][] = [
  ['metasynth.yaml', 'review'],
  ['codebook.yaml', 'codebook'],
  ['references.bib', 'bibliography'],
  ['library.json', 'bibliography'],
  ['library.ris', 'bibliography'],
  ['studies/a.md', 'study'],
  ['studies/a.yaml', 'study'],
  ['appraisals/JM.yaml', 'rater'],
  ['coding/JM.yaml', 'coding'],
  ['translation.yaml', 'translation'],
  ['confidence.yaml', 'confidence'],
  ['synthesis.md', 'manuscript'],
];

/** Reads, builds and judges; every place must lie in the text. */
function survives(path: string, kind: FileKind, text: string): void {
  const facts = readFacts(path, kind, text);
  const lines = text.split(/\r\n|\r|\n/);
  for (const chunk of facts.chunks) {
    for (const { at } of [...chunk.uses, ...chunk.problems]) {
      const [first, last] = [at.line + chunk.line, at.endLine + chunk.line];
      expect(first).toBeGreaterThanOrEqual(0);
      expect(last).toBeLessThan(lines.length);
      expect(at.character).toBeLessThanOrEqual(lines[first]?.length ?? -1);
      expect(at.endCharacter).toBeLessThanOrEqual(lines[last]?.length ?? -1);
    }
  }
  for (const { message, range } of judge(buildReview([facts]))) {
    expect(message).not.toMatch(/undefined|NaN|\[object|\{\d\}/);
    expect(range.line).toBeGreaterThanOrEqual(0);
  }
}

const pieces = fc.constantFrom(
  ...[
    'themes:',
    '\n',
    '\n  ',
    '- ',
    'a',
    'giving-back',
    ': ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '#',
    ' #',
    '&a ',
    '*a',
    '|',
    '>',
    '!!x ',
  ],
  ...[
    '---\n',
    '...\n',
    '\t',
    '\r\n',
    '\r',
    '<!--',
    '-->',
    '<!-- metasynth:outline -->',
    '<!-- /metasynth:outline -->',
    '@',
    '[@a',
    '; ',
    '## ',
  ],
  ...[
    '@article{',
    'author = {',
    'TY  - JOUR\n',
    'ER  - \n',
    '{"id": "a"',
    'casp: ',
    '8',
    '__proto__: ',
    'constructor',
    'toString: ',
    'é',
    '😀',
    '\u0000',
    '\ud800',
    '\u2028',
  ],
);

describe('whatever stands in a file', () => {
  test.each(paths)('%s: nothing is thrown, and every place lies in the text', (path, kind) => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), parts => survives(path, kind, parts.join(''))),
      { numRuns: 150 },
    );
  });

  test.each(exampleReview('').map(file => [file.path, file.text]))(
    '%s cut off anywhere is read as far as it goes',
    (path, text) => {
      const kind = paths.find(([each]) => each.slice(0, 4) === path.slice(0, 4))?.[1] ?? 'study';
      for (let end = 0; end <= text.length; end++) survives(path, kind, text.slice(0, end));
    },
  );
});

describe('bytes', () => {
  const text =
    '---\ncountry: Österreich\nthemes:\n  - giving-back\ncasp: 8\n---\n\n## Findings\n\n> Ich war da. (P1)\n';
  const utf16 = (little: boolean): Uint8Array => {
    const bytes = new Uint8Array(2 + 2 * text.length);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, 0xfeff, little);
    for (let index = 0; index < text.length; index++) view.setUint16(2 + 2 * index, text.charCodeAt(index), little);
    return bytes;
  };
  const latin1 = Uint8Array.from(text, letter => letter.charCodeAt(0));
  const withMark = new TextEncoder().encode(`\ufeff${text}`);

  test.each([
    ['UTF-8 with a byte-order mark', withMark],
    ['UTF-16, little end first', utf16(true)],
    ['UTF-16, big end first', utf16(false)],
    ['Latin-1', latin1],
    ['CRLF', new TextEncoder().encode(text.replace(/\n/g, '\r\n'))],
  ])('%s gives the same facts', (_name, bytes) => {
    const facts = readFacts('studies/a.md', 'study', decode(bytes).text).chunks[0]?.facts;
    expect(facts).toMatchObject({
      kind: 'study',
      fields: [{ name: 'country', items: [{ value: 'Österreich' }] }],
      themes: [{ id: 'giving-back' }],
      total: { value: '8' },
      findings: [{ order: 1, text: 'Ich war da.' }],
    });
  });
});

/** Work is compared within one run: four times the text may not take much more than four times as long. */
describe('large and hostile files take time in proportion', () => {
  const hostile: [name: string, path: string, kind: FileKind, unit: string, head: string][] = [
    ['a list of themes', 'studies/a.md', 'study', '  - theme-a\n', '---\nthemes:\n'],
    ['brackets', 'codebook.yaml', 'codebook', '[', 'themes: '],
    ['nesting', 'codebook.yaml', 'codebook', '{a: ', 'themes: '],
    ['quotation marks', 'metasynth.yaml', 'review', '"', 'title: '],
    ['aliases', 'codebook.yaml', 'codebook', 'b: *a\n', 'a: &a [x, x, x]\n'],
    ['colons', 'appraisals/JM.yaml', 'rater', 'a: b: c\n', ''],
    ['tabs', 'studies/a.yaml', 'study', '\ta: b\n', 'themes:\n'],
    ['citations', 'synthesis.md', 'manuscript', '[@a; @b]. ', '## H\n\n'],
    ['open comments', 'synthesis.md', 'manuscript', '<!-- ', '## H\n\n'],
    ['blocks', 'synthesis.md', 'manuscript', '<!-- metasynth:outline -->\n', ''],
    ['headings', 'synthesis.md', 'manuscript', '# a\n\n', ''],
    ['works', 'references.bib', 'bibliography', '@article{a, author = {B and others}}\n', ''],
    ['open braces', 'references.bib', 'bibliography', '@article{a, title = {', ''],
  ];
  test.each(hostile)(
    '%s',
    (_name, path, kind, unit, head) => {
      const read = (times: number) => {
        const text = head + unit.repeat(Math.ceil((20_000 * times) / unit.length));
        return () => readFacts(path, kind, text);
      };
      expect(growth(read, 8)).toBeLessThan(12);
    },
    60_000,
  );
});
