import fc from 'fast-check';
import { toString as textOf } from 'mdast-util-to-string';
import Papa from 'papaparse';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { beforeAll, describe, expect, test } from 'vitest';
import { toCsv } from '../../../server/src/documents/csv.js';
import { toHtml } from '../../../server/src/documents/html.js';
import { latexText, toLatex } from '../../../server/src/documents/latex.js';
import { toMarkdown } from '../../../server/src/documents/markdown.js';
import { docx } from '../../../server/src/office/docx.js';
import { xlsx } from '../../../server/src/office/xlsx.js';
import { textOfPart, unpacked } from '../../../server/src/office/zip.js';
import {
  captioned,
  type Figure,
  heading,
  paragraph,
  type Report,
  report,
  table,
} from '../../../server/src/reports/tree.js';
import type { Review } from '../../../server/src/review/model.js';
import { reviewOf } from '../support/review.js';

let review: Review;
beforeAll(() => {
  ({ review } = reviewOf('=== metasynth.yaml ===\ntitle: T\n'));
});

const wordOf = async (made: Report, title = 'T'): Promise<Map<string, string>> =>
  new Map(
    [...unpacked(await docx({ title, report: made, references: [], numbered: false }))].map(([path, part]) => [
      path,
      textOfPart(part),
    ]),
  );

/** Text of XML as its readers see it. */
function unescaped(xml: string): string {
  return xml
    .replace(
      /&(lt|gt|quot|apos|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name]!,
    )
    .replace(/&#(x[0-9a-f]+|\d+);/gi, (_, code: string) =>
      String.fromCodePoint(code.startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number(code)),
    );
}

/** The cells of the first table of a Word file, row by row. */
function wordCells(parts: Map<string, string>): string[][] {
  const [body = ''] = /<w:tbl>.*<\/w:tbl>/s.exec(parts.get('word/document.xml') ?? '') ?? [];
  return [...body.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      unescaped([...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(match => match[1]).join('')),
    ),
  );
}

function sheetOf(parts: Map<string, Uint8Array>): string {
  return textOfPart(parts.get('xl/worksheets/sheet1.xml')!);
}

/** The cells of a sheet, as Excel reads texts. */
function sheetCells(bytes: Uint8Array): (string | number)[][] {
  const xml = sheetOf(unpacked(bytes));
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c [^>]*?(?:><v>([^<]*)<\/v>|><is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>/g)].map(([, number, text]) =>
      number === undefined
        ? unescaped(text ?? '').replace(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
            String.fromCharCode(Number.parseInt(code, 16)),
          )
        : Number(number),
    ),
  );
}

/** Undoes what LaTeX makes of a text without commands of anybody's own. */
function fromLatex(source: string): string {
  const names: Record<string, string> = {
    textbackslash: '\\',
    textasciicircum: '^',
    textasciitilde: '~',
    textless: '<',
    textgreater: '>',
    textbar: '|',
    textquotedbl: '"',
    textasciigrave: '`',
  };
  return source.replace(
    /\\([a-z]+)\{\}|\\([{}$&#%_])|\{([[\]*])\}|\{\}/g,
    (_, name?: string, sign?: string, bare?: string) =>
      name === undefined ? (sign ?? bare ?? '') : (names[name] ?? `?${name}?`),
  );
}

/** What a text is where no control characters and no halves of characters can be. */
const shown = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]|\p{Cs}|[\ufffe\uffff]/gu, '\ufffd');
const spaced = (text: string): string => shown(text).replace(/[\t\n]/g, ' ');

const hostile = fc.oneof(
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 3,
    arbitrary: fc
      .array(
        fc.constantFrom(
          ...[
            '<img src=x onerror=alert(1)>',
            '=cmd()',
            '+1',
            '-1',
            '@SUM',
            '\\input{/etc/passwd}',
            ']]>',
            '&amp;',
            '&',
          ],
          ...[
            '%',
            '$',
            '^^M',
            '#',
            '_',
            '_x0041_',
            '{',
            '}',
            '~',
            '"',
            "'",
            '`',
            '--',
            "''",
            '[',
            ']',
            '*',
            '|',
            '<!--',
          ],
          ...[
            '\u0000',
            '\u0007',
            '\u001b',
            '\ud800',
            '\udc00',
            '\uffff',
            '\ufeff',
            '\u202e',
            'é',
            '汉',
            '🦊',
            'a',
            ' ',
            '\n',
            '\t',
            '\\\\',
          ],
        ),
        { maxLength: 10 },
      )
      .map(parts => parts.join('')),
  },
);

describe('any text in any cell comes back as the same text', () => {
  test('from a Word file', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (one, two) => {
        const parts = await wordOf(report([captioned(two, table(['A', 'B'], [[one, two], [two]]))]), one);
        expect(wordCells(parts)).toEqual([['A', 'B'], [spaced(one), spaced(two)], [spaced(two)]]);
        // What no reader of XML takes is in none of the parts.
        for (const [path, part] of parts) if (/xml|rels/.test(path)) expect(part).toBe(shown(part));
      }),
      { numRuns: 60 },
    );
  });

  test('from a workbook, and is no formula', () => {
    fc.assert(
      fc.property(
        hostile,
        hostile,
        fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
        (one, two, number) => {
          const bytes = xlsx({ header: [one, 'B', 'C'], rows: [[two, one, number]] }, two);
          expect(sheetCells(bytes)).toEqual([
            [shown(one), 'B', 'C'],
            [shown(two), shown(one), number === 0 ? 0 : number],
          ]);
          for (const part of unpacked(bytes).values()) {
            const xml = textOfPart(part);
            expect(xml).toBe(shown(xml));
            expect(xml).not.toMatch(/<f[ >]/);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('from LaTeX, with nothing in it that is a command', () => {
    fc.assert(
      fc.property(hostile, words => {
        const source = latexText(words);
        expect(fromLatex(source)).toBe(words.replace(/\s+/g, ' ').replace(/\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '\ufffd'));
        const bare = source.replace(/\\(?:text[a-z]+\{\}|[{}$&#%_])/g, '');
        expect(bare).not.toMatch(/[\\$&#%_^~]/);
        // Brackets stand in pairs, so that nothing ends a group that it did not begin.
        expect(bare.replace(/\{[[\]*]?\}/g, '')).not.toMatch(/[{}]/);
      }),
      { numRuns: 500 },
    );
  });

  test('from HTML and CSV', () => {
    fc.assert(
      fc.property(hostile, words => {
        const html = toHtml({
          title: words,
          report: report([table(['A', 'B'], [[words, '']])]),
          references: [],
          numbered: false,
        });
        const [, cell = ''] = /<td>([^<]*)<\/td>/.exec(html) ?? [];
        // White space is one space to a browser.
        expect(unescaped(cell).replace(/\s+/g, ' ').trim()).toBe(words.replace(/\s+/g, ' ').trim());
        expect(html).not.toMatch(/<(?:img|script|!--)/);
        const [, [first] = ['']] = Papa.parse<string[]>(toCsv(['A'], [[words], ['end']])).data;
        expect([words, `'${words}`]).toContain(first);
      }),
      { numRuns: 200 },
    );
  });
});

const nasty = [
  '<img src=x onerror=alert(1)>',
  '=cmd|" /C calc"!A0',
  '\\input{/etc/passwd}\\write18{rm}',
  ']]></w:t><w:p/>',
  '"><script>alert(1)</script>',
  '\u0000\u001b[31m\ud800',
  '{{< include /etc/passwd >}}',
];

describe.each(nasty)('a study whose title is %j', title => {
  const made = report([
    heading(1, title),
    captioned(title, table([title, 'B'], [[title, title], [title]]), { notes: [paragraph(title)] }),
    paragraph(title),
  ]);

  test('is text in every format', async () => {
    const parts = await wordOf(made, title);
    const xml = parts.get('word/document.xml')!;
    expect(xml.match(/<w:p[ >]/g)).toHaveLength(xml.match(/<\/w:p>/g)!.length);
    expect(xml).not.toMatch(/<(?:img|script)/);
    expect(xml).toContain('<w:tblHeader/>');
    const html = toHtml({ title, report: made, references: [], numbered: false });
    expect(html).not.toMatch(/<(?:img|script)/);
    const tex = toLatex(made, title, review);
    expect(tex).not.toMatch(/\\(?:input|write18)/);
    const markdown = toMarkdown(made);
    const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown);
    expect(tree.children.map(node => node.type)).toEqual(['heading', 'table', 'paragraph', 'paragraph', 'paragraph']);
    expect(textOf(tree.children[4]).replaceAll('\ufffd', '')).toBe(title.replaceAll('\u0000', ''));
  });
});

describe('a Word file', () => {
  const figure: Figure = {
    type: 'figure',
    name: 'flow',
    svg: '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="1000"><text>A</text></svg>',
    width: 2000,
    height: 1000,
    alt: 'What it says.',
  };
  const dots = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const made = report([
    heading(1, 'One'),
    captioned('First', table(['A', 'B', 'C'], [['group'], ['1', '2', '3']])),
    captioned('Second', table(['A', 'B'], [['1', '2']]), { wide: true, notes: [paragraph('UK = United Kingdom.')] }),
    captioned('Flow', figure),
    captioned('Flow again', { ...figure, name: 'other' }),
  ]);
  const paper = { title: 'A title', report: made, references: [paragraph('Dennis. (2002).')], numbered: false };
  const parts = async (): Promise<Map<string, string>> =>
    new Map([...unpacked(await docx(paper, async () => dots))].map(([path, part]) => [path, textOfPart(part)]));

  test('has tables whose headings repeat, captions that Word counts, and pages on their side for what is wide', async () => {
    const xml = (await parts()).get('word/document.xml')!;
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(xml.match(/SEQ Table \\\* ARABIC/g)).toHaveLength(2);
    expect(xml.match(/SEQ Figure \\\* ARABIC/g)).toHaveLength(2);
    expect(xml).toMatch(/<w:gridSpan w:val="3"\/>/);
    expect([...xml.matchAll(/<w:pgSz ([^/]*)\/>/g)].map(([, size]) => /landscape/.test(size!))).toEqual([
      false,
      true,
      false,
    ]);
    expect(xml).toContain('w:w="11906"');
    expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/>/);
  });

  test('holds its figures as drawings and as dots, with what they say', async () => {
    const all = await parts();
    expect(
      [...all.keys()]
        .filter(path => path.startsWith('word/media/'))
        .map(path => path.replace(/.*\./, ''))
        .sort(),
    ).toEqual(['png', 'svg']);
    const xml = all.get('word/document.xml')!;
    expect(xml).toContain('descr="What it says."');
    // A line that is as high as told, and no higher, would cut a picture off.
    const lines = all.get('word/styles.xml')!.match(/<w:spacing [^>]*w:line=[^>]*>/g)!;
    expect(lines.filter(line => !line.includes('w:lineRule="auto"'))).toEqual([]);
    // No wider than the text, in English Metric Units.
    const [, width] = /<wp:extent cx="(\d+)"/.exec(xml)!;
    expect(Number(width)).toBeLessThanOrEqual((11906 - 2 * 1134) * 635);
  });

  test('is the same bytes on every run, and tells nobody’s name and no time', async () => {
    const [one, two] = [await docx(paper, async () => dots), await docx(paper, async () => dots)];
    expect(two).toEqual(one);
    const core = textOfPart(unpacked(one).get('docProps/core.xml')!);
    expect(core).toContain('<dc:title>A title</dc:title>');
    expect(core).not.toMatch(/created|modified|creator|lastModifiedBy/i);
  });
});

test('a table of many columns in a Word file has letters small enough for its words', async () => {
  const many = table(
    Array.from({ length: 16 }, () => 'Abandoned'),
    [Array.from({ length: 16 }, () => 'x')],
  );
  const xml = (await wordOf(report([captioned('Many', many)]))).get('word/document.xml')!;
  expect(xml).toContain('<w:sz w:val="14"/>');
  expect(xml).toContain('w:orient="landscape"');
});

describe('a workbook', () => {
  const xml = sheetOf(
    unpacked(
      xlsx(
        { header: ['Study', 'Year'], rows: [['A', 2001]] },
        "It's [1] / 2: a title that is longer than names of sheets",
      ),
    ),
  );

  test('can be filtered and keeps its headings in view', () => {
    expect(xml).toContain('<autoFilter ref="A1:B2"/>');
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain('<c r="B2" s="3"><v>2001</v></c>');
  });

  test('has a sheet whose name Excel takes', () => {
    for (const title of ['', "'", ':::', '\ud800', 'x'.repeat(40), "It's [1]"]) {
      const book = textOfPart(unpacked(xlsx({ header: ['A'], rows: [] }, title)).get('xl/workbook.xml')!);
      const name = unescaped(/<sheet name="([^"]*)"/.exec(book)![1]!);
      expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
      expect(name).not.toMatch(/^'|'$/);
    }
  });
});
