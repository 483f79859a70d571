import { describe, expect, test } from 'vitest';
import { figureFiles } from '../../../server/src/documents/figures.js';
import { toHtml as pageOf } from '../../../server/src/documents/html.js';
import { toMarkdown } from '../../../server/src/documents/markdown.js';
import { inlineSvg } from '../../../server/src/documents/svg.js';
import {
  captioned,
  type Figure,
  paragraph,
  type Report,
  report,
  table,
  text,
} from '../../../server/src/reports/tree.js';

const toHtml = (made: Report, title: string): string =>
  pageOf({ title, report: made, references: [], numbered: false });

const figure = (svg: string): Figure => ({
  type: 'figure',
  name: 'flow',
  svg,
  width: 100,
  height: 50,
  alt: 'Ten records, then five.',
});
const arrow =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><defs><marker id="m"><path d="M0 0"/></marker></defs>' +
  '<line x1="0" marker-end="url(#m)"/><text>A &amp; B</text><use href="#m"/></svg>';

describe('a table with a caption', () => {
  const made = report([
    captioned('What the studies are', table(['Study', 'Country'], [['A 2001', 'UK']]), {
      notes: [paragraph('UK: United Kingdom.')],
      wide: true,
    }),
  ]);

  test('has its caption right under it in Markdown, where Pandoc looks for it, and then its notes', () => {
    expect(toMarkdown(made)).toBe(
      '| Study | Country |\n| - | - |\n| A 2001 | UK |\n\nTable: What the studies are\n\nUK: United Kingdom.\n',
    );
  });

  test('has it numbered in HTML, with headings that name columns', () => {
    const html = toHtml(made, 'Review');
    expect(html).toContain('<div class="wide"><figure><table><caption><b>Table 1.</b> What the studies are</caption>');
    expect(html).toContain('<th scope="col">Study</th>');
    expect(html).toContain('<p class="note">UK: United Kingdom.</p>');
  });
});

describe('a figure', () => {
  test('is a picture of a file beside a Markdown text, its caption in the brackets and what it says as its title', () => {
    const made = report([captioned('Flow of records', figure(arrow)), figure(arrow)]);
    expect(toMarkdown(made)).toBe(
      '![Flow of records](figures/flow.svg "Ten records, then five.")\n\n' +
        '![Ten records, then five.](figures/flow.svg)\n',
    );
    expect(figureFiles(made)).toEqual([{ path: 'figures/flow.svg', svg: arrow }]);
  });

  test('stands in an HTML page itself, and two of them never share an id', () => {
    const html = toHtml(report([captioned('One', figure(arrow)), captioned('Two', figure(arrow))]), 'Review');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(match => match[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(html).toContain(`marker-end="url(#${id})"`);
    for (const id of ids) expect(html).toContain(`href="#${id}"`);
    expect(html).toContain('<figcaption><b>Figure 2.</b> Two</figcaption>');
    expect(html).toContain('aria-label="Ten records, then five."');
    expect(html).toContain('<text>A &amp; B</text>');
  });

  test.each([
    ['<svg onload="alert(1)"><path d="M0"/></svg>', '<svg><path d="M0"/></svg>'],
    ['<svg><path onclick=\'alert(1)\' d="M0"/></svg>', '<svg><path d="M0"/></svg>'],
    ['<svg><use href="https://elsewhere.example/x.svg#a"/></svg>', '<svg><use/></svg>'],
    ['<svg><rect fill="url(https://elsewhere.example/)"/></svg>', '<svg><rect/></svg>'],
    ['<svg><text>1 < 2</text></svg>', '<svg><text>1 &lt; 2</text></svg>'],
    ['<?xml version="1.0"?><svg><!-- no --><g/></svg><b>', '<svg><g/></svg>'],
    ['<svg><script>alert(1)</script></svg>', undefined],
    ['<svg><foreignObject><img src="x"/></foreignObject></svg>', undefined],
    ['<svg><style>body { display: none }</style></svg>', undefined],
    ['<svg><g></svg>', undefined],
    ['<svg><g>', undefined],
  ])('comes through only as far as it draws: %s', (svg, expected) => {
    expect(inlineSvg(svg, 'x-')).toBe(expected);
  });

  test('that does more than draw is shown as a picture', () => {
    const html = toHtml(report([figure('<svg><script>alert(1)</script></svg>')]), 'Review');
    expect(html).toContain('<img src="data:image/svg+xml,%3Csvg%3E%3Cscript');
    expect(html).not.toContain('<script');
  });
});

test('nothing of a text is a command to Pandoc or Quarto', () => {
  const words = '{{< include /etc/passwd >}} \\input{x} $a$ x^2^ [y]{.z} @key';
  const markdown = toMarkdown(report([{ type: 'paragraph', children: [text(words)] }, paragraph('::: {.x}')]));
  expect(markdown).not.toMatch(/\{\{|(?<!\\)\\input|(?<!\\)\$|(?<!\\)\^|(?<!\\)\{|(?<!\\)@|^:/m);
});
