import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../server/src/syntax/markdown/plain.js';
import { scanMarkdown } from '../../../../server/src/syntax/markdown/scan.js';
import type { Span } from '../../../../server/src/text/span.js';

/** Pieces of Markdown put together without sense: every mark that the scanner knows, whole and broken. */
const pieces = fc.constantFrom(
  ...[
    'a',
    'Word. ',
    'no. ',
    '\n',
    '\n',
    '\n\n',
    '\r',
    '\r\n',
    ' ',
    '    ',
    '\t',
    '> ',
    '- ',
    '1. ',
    '# ',
    '---\n',
    '===\n',
  ],
  ...[
    '```',
    '~~~',
    '`',
    '``',
    '[',
    ']',
    '(',
    ')',
    '](',
    '[@a',
    '[see @b, p. 3]',
    '@c',
    '-@',
    '@{',
    '}',
    '{#x}',
    '{',
    ';',
  ],
  ...[
    '<!--',
    '-->',
    '<!-- x -->',
    '<div>',
    '</',
    '<a b="',
    '"',
    '|',
    '|-|\n',
    '$',
    '$$',
    '{>>',
    '<<}',
    '{--',
    '--}',
    '{~~',
  ],
  ...[
    '~>',
    '~~}',
    '#tag',
    ' #b',
    '#1',
    '(P1)',
    '[^1]',
    '[^1]: ',
    '[x]: y\n',
    '[!note]',
    '\\',
    '*',
    '_',
    '😀',
    '\ud83d',
    '…',
  ],
  ...[
    '<!-- metasynth:a -->',
    '<!-- /metasynth:a -->',
    '<!-- metasynth:b c -->',
    ':::',
    'http://x.y/@d',
    ' ',
    '。',
    '\0',
  ],
);
const soup = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map(list => list.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(pieces, { maxLength: 12 }).map(list => `---\n${list.join('')}`),
);

const RUNS = { numRuns: 1500 };

function inside(inner: Span, outer: Span): void {
  expect(inner[0]).toBeGreaterThanOrEqual(outer[0]);
  expect(inner[1]).toBeLessThanOrEqual(outer[1]);
  expect(inner[1]).toBeGreaterThanOrEqual(inner[0]);
}

describe('for any text', () => {
  it('sections tile the body, blocks follow one another within them, and every span holds what it says', () => {
    fc.assert(
      fc.property(soup, text => {
        const { frontMatter, sections, generated } = scanMarkdown(text);
        const whole: Span = [0, text.length];
        if (frontMatter) {
          inside(frontMatter.whole, whole);
          inside(frontMatter.yaml, frontMatter.whole);
        }
        let at = frontMatter?.whole[1] ?? 0;
        for (const section of sections) {
          expect(section.at[0]).toBe(at);
          at = section.at[1];
          let last = section.at[0];
          if (section.heading) {
            inside(section.heading.at, section.at);
            inside(section.heading.textAt, section.heading.at);
            const { id } = section.heading;
            if (id) expect(text.slice(...id.at)).toBe(id.name);
            last = section.heading.textAt[1];
          }
          for (const block of section.blocks) {
            inside(block.at, [last, section.at[1]]);
            last = block.at[1];
            for (const tag of block.tags) {
              inside(tag.at, block.at);
              expect(text.slice(tag.at[0] - 1, tag.at[1])).toBe(`#${tag.name}`);
            }
            if (block.locator) inside(block.locator.at, block.at);
            let comment = block.at[0];
            for (const one of block.comments) {
              inside(one.at, [comment, block.at[1]]);
              inside(one.textAt, one.at);
              comment = one.at[1];
            }
            let sentence = block.at[0];
            for (const one of block.sentences) {
              inside(one.at, [sentence, block.at[1]]);
              expect(text.slice(...one.at)).toBe(one.text);
              expect(one.text).not.toBe('');
              sentence = one.at[1];
              for (const citation of one.citations) {
                inside(citation.at, citation.group);
                inside(citation.group, block.at);
                expect(text.slice(...citation.at)).toBe(citation.key);
                if (citation.bracketed) expect(text[citation.group[0]]).toBe('[');
              }
            }
          }
        }
        expect(at).toBe(text.length);
        let end = 0;
        for (const one of generated) {
          inside(one.open, [end, text.length]);
          inside(one.content, [one.open[1], one.close?.[0] ?? one.open[1]]);
          end = one.close?.[1] ?? one.open[1];
          for (const section of sections) {
            for (const block of section.blocks) {
              if (block.kind !== 'html') expect(block.at[0] >= one.open[1] && block.at[0] < end).toBe(false);
            }
          }
        }
        expect(plainText(text)).not.toContain('\n');
      }),
      RUNS,
    );
  });

  it('line breaks of one kind read as those of another', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), list => {
        const text = list.join('').replace(/\r\n?/g, '\n');
        const shape = (one: string): unknown =>
          scanMarkdown(one).sections.map(({ heading, blocks }) => [
            heading?.text,
            blocks.map(({ kind, text: words, tags, sentences }) => [
              kind,
              words,
              tags.map(({ name }) => name),
              sentences.map(({ citations }) => citations.map(({ key, prefix, suffix }) => [key, prefix, suffix])),
            ]),
          ]);
        expect(shape(text.replaceAll('\n', '\r\n'))).toEqual(shape(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('hostile repetition', () => {
  const units: string[] = [
    ...[
      '[',
      '](',
      '[a](',
      '][',
      '[@a; ',
      '[1, 2] ',
      '[1-9]',
      '\\[1\\]',
      '[[@a]] ',
      '@{',
      '@a',
      '-@a [b] ',
      '<!--',
      '<!-- \n\n',
      'x <!-- x\n\n',
    ],
    ...[
      '> ',
      '> > > >\n',
      '>a\n>\n',
      '> a <!--\n>\n',
      '- ',
      '- a\n',
      '  - a\n',
      '1. a\n',
      '`',
      '`` ` ',
      '```\n',
      '$a ',
      '$$',
    ],
    ...['{>>', '{--', '{~~ ~> ', '<a ', '<a b="', '<a b=\'"', '<a@', '://a ', 'a\n---\n', '| a ', 'a | b\n', '|-|\n'],
    ...[
      '# a {',
      '#a ',
      'a. ',
      'A. B ',
      '(',
      'a) ',
      '[a]: ',
      '[a]: b\n',
      '[^1]: a\n',
      ':::',
      '*a **b ',
      '\\',
      '\r',
      '\t',
      '-\n',
    ],
    ...['<!-- metasynth:a -->\n', '<!-- /metasynth:a -->\n', '<!-- metasynth:a -->\n<!-- /metasynth:a -->\n'],
  ];
  const tails = ['', '\n"\'>)]`$}-->'];

  function time(text: string): number {
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 2; i++) {
      const start = performance.now();
      scanMarkdown(text);
      best = Math.min(best, performance.now() - start);
    }
    return best;
  }

  it('costs no more than in proportion: eight times the text, well below sixty-four times the work', () => {
    const slow: string[] = [];
    for (const unit of units) {
      for (const tail of tails) {
        const text = (length: number): string => unit.repeat(Math.ceil(length / unit.length)) + tail;
        // Below a few milliseconds clocks and collectors say more than the scanner does.
        const ratio = (): number => time(text(48_000)) / Math.max(time(text(6_000)), 2);
        // A quadratic step shows every time; a pause of the machine does not.
        if (ratio() > 30 && ratio() > 30 && ratio() > 30) slow.push(JSON.stringify(unit + tail));
      }
    }
    expect(slow).toEqual([]);
  }, 60_000);

  it('of two million characters is read to the end', () => {
    for (const unit of ['[[[[', '<!--', '> > > >', '`', '@{', '[@a']) {
      const text = unit.repeat(2_000_000 / unit.length);
      expect(scanMarkdown(text).sections.at(-1)?.at[1]).toBe(text.length);
    }
  }, 60_000);
});
