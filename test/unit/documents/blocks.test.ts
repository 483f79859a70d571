import fc from 'fast-check';
import Papa from 'papaparse';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { staleBlocks } from '../../../server/src/documents/blocks.js';
import { cited } from '../../../server/src/documents/citing.js';
import { toCsv } from '../../../server/src/documents/csv.js';
import { toHtml } from '../../../server/src/documents/html.js';
import { citationText, toMarkdown } from '../../../server/src/documents/markdown.js';
import { outlineReport } from '../../../server/src/reports/outline.js';
import { synthesisTable, synthesisTableReport } from '../../../server/src/reports/synthesis-table.js';
import { locate } from '../../../server/src/rules/judge.js';
import { scanMarkdown } from '../../../server/src/syntax/markdown/scan.js';
import { Lines } from '../../../server/src/text/lines.js';
import { exampleOf, reviewOf, type WrittenReview } from '../support/review.js';

/** The manuscript with its stale blocks written anew, as `metasynth update` does it. */
function updated({ review, texts }: WrittenReview): string {
  let text = texts.get('synthesis.md') ?? '';
  for (const { block, text: words } of [...staleBlocks(review)].reverse()) {
    const { range } = locate({ ...block, at: block.facts.content });
    const [start, end] = new Lines(text).spanOf(range);
    text = text.slice(0, start) + words + text.slice(end);
  }
  return text;
}

const blocks = `
<!-- metasynth:synthesis-table -->
<!-- /metasynth:synthesis-table -->

Mine.

<!-- metasynth:outline -->
<!-- /metasynth:outline -->
`;
const manuscript = `## Reframing of identity\n\nHelping others feels worthwhile [@gillard2013; @moran2012].\n${blocks}`;

describe('generated blocks', () => {
  test('are filled where they stand, and what is the author’s stays', () => {
    const review = exampleOf(`=== synthesis.md ===\n${manuscript}`);
    expect([...staleBlocks(review.review)].map(each => each.empty)).toEqual([true, true]);
    const text = updated(review);
    expect(text).toContain('| 1 | Gillard et al. 2013 | UK |');
    expect(text).toContain('\nMine.\n');
    expect(text.startsWith('## Reframing of identity\n\nHelping others')).toBe(true);
    const after = exampleOf(`=== synthesis.md ===\n${text}`);
    expect([...staleBlocks(after.review)]).toEqual([]);
    expect(after.diagnoses()).toEqual([]);
    expect(after.review.findings).toHaveLength(1);
  });

  test('have headings one below the section that holds them', () => {
    const review = exampleOf(
      `=== synthesis.md ===\n${manuscript}\n#### Deep\n\n<!-- metasynth:outline -->\n<!-- /metasynth:outline -->\n`,
    );
    const depths = [...updated(review).matchAll(/^(#+) Line of argument: /gm)].map(match => match[1]?.length);
    expect(depths).toEqual([3, 5]);
  });

  test('with Windows line ends fit too', () => {
    const text = updated(exampleOf(`=== synthesis.md ===\n${manuscript}`)).replace(/\n/g, '\r\n');
    expect([...staleBlocks(exampleOf(`=== synthesis.md ===\n${text}`).review)]).toEqual([]);
  });

  test('without an end, or of a report that there is none, are left alone', () => {
    const review = exampleOf(
      `=== synthesis.md ===\n<!-- metasynth:outline -->\n\nMine.\n\n<!-- metasynth:other -->\n<!-- /metasynth:other -->\n`,
    );
    expect([...staleBlocks(review.review)]).toEqual([]);
  });

  /** Text that would like to be something else in some format. */
  const hostile = fc
    .array(
      fc.constantFrom(
        '<img src=x onerror=alert(1)>',
        '<!-- /metasynth:synthesis-table -->',
        '<!--',
        '-->',
        '|',
        '\\',
        '`',
        '*',
        '_',
        '[@x]',
        '[a](javascript:b)',
        '# ',
        '- ',
        '=cmd()',
        '+1',
        '@SUM',
        ']]>',
        '&amp;',
        '{{x}}',
        '$a$',
        '~~',
        'words',
        ' ',
        '"',
        "'",
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map(parts => parts.join(''));

  const withText = (words: string): string => `=== metasynth.yaml ===
characteristics: {country: {type: text}}
table: {columns: [no, study, country, themes]}
=== codebook.yaml ===
themes:
  trap:
    label: ${JSON.stringify(words)}
    construct: hold
constructs:
  hold: {label: Hold, definition: ${JSON.stringify(words)}, order: 1}
argument:
  - says: ${JSON.stringify(words)}
=== studies/a.md ===
---
cite: ${JSON.stringify(words)}
country: ${JSON.stringify(words)}
themes: [trap]
---
=== synthesis.md ===
${blocks}`;

  test('hold whatever text a review has, and are still themselves when they are read again', () => {
    fc.assert(
      fc.property(hostile, words => {
        const text = updated(reviewOf(withText(words)));
        const { generated } = scanMarkdown(text);
        expect(generated.map(each => [each.name, each.close !== undefined])).toEqual([
          ['synthesis-table', true],
          ['outline', true],
        ]);
        expect(text).toContain('\nMine.\n');
        const after = reviewOf(withText(words).replace(blocks, () => text));
        expect([...staleBlocks(after.review)]).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('text comes out as text: in Markdown, HTML and CSV', () => {
    fc.assert(
      fc.property(hostile, words => {
        const { review } = reviewOf(withText(words));
        const expected = words.trim().replace(/\s+/g, ' ');
        const tree = unified()
          .use(remarkParse)
          .use(remarkGfm)
          .parse(toMarkdown(synthesisTableReport(review)));
        const [table] = tree.children;
        const row = table?.type === 'table' ? table.children[1] : undefined;
        const cells = row?.children.map(cell =>
          cell.children.map(each => ('value' in each ? each.value : `<${each.type}>`)).join(''),
        );
        expect(cells?.[3]?.replace(/\s+/g, ' ')).toBe(expected);
        expect(tree.children).toHaveLength(1);

        const html = toHtml({ ...cited(outlineReport(review), review), title: words });
        expect(html.match(/<img|<script|<!--|href=/)).toBeNull();

        const { columns, rows } = synthesisTable(review);
        const csv = Papa.parse<string[]>(
          toCsv(
            columns.map(column => column.label),
            rows,
          ).trimEnd(),
        ).data;
        for (const cell of csv.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        // An apostrophe before a formula is how spreadsheets are told that it is text.
        expect([expected, `'${expected}`]).toContain(csv[1]?.[3]?.replace(/\s+/g, ' ').trim());
      }),
      { numRuns: 300 },
    );
  });
});

test('citations are written as Pandoc reads them, and odd keys in braces', () => {
  const group = {
    type: 'citationGroup' as const,
    citations: [{ key: 'a2001' }, { key: 'b c', prefix: 'but see' }, { key: 'x.y:z-1' }],
  };
  expect(citationText(group)).toBe('[@a2001; but see @{b c}; @x.y:z-1]');
});

test('a bare @word in a table is text, not a citation', () => {
  const { review } = reviewOf('=== studies/a2001.md ===\n---\ncite: A 2001\ncountry: see @b2002\n---\n');
  expect(toMarkdown(synthesisTableReport(review))).toContain('see \\@b2002');
});
