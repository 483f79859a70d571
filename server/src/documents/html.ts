import * as l10n from '@vscode/l10n';
import type { Element, ElementContent } from 'hast';
import type { Paragraph, RootContent, Table, TableRow } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Captioned, CitationGroup, Figure, Report } from '../reports/tree.js';
import { citationText } from './markdown.js';
import { pageRuns } from './pages.js';
import type { Paper } from './paper.js';
import { inlineSvg } from './svg.js';

/** What a handler of mdast-util-to-hast is handed, as far as ours use it. */
interface State {
  all(node: unknown): ElementContent[];
}

/** Blocks that are printed on pages on their side. */
interface WidePages {
  readonly type: 'widePages';
  readonly children: readonly RootContent[];
}

function withPages(report: Report): Report {
  const children = pageRuns(report).flatMap(({ wide, nodes }) =>
    wide ? [{ type: 'widePages', children: nodes } satisfies WidePages as unknown as RootContent] : nodes,
  );
  return { ...report, children };
}

/** How many there have been so far in the page. */
interface Counts {
  drawings: number;
  figures: number;
  tables: number;
}

const rehype = unified().use(remarkRehype);

// Raw HTML are our own drawings and nothing else: a report's text is never raw.
const writer = unified().use(rehypeStringify, { allowDangerousHtml: true });

/**
 * Writes a report as one HTML page that needs no other file, runs nothing and asks nothing of a network, and prints well. Text
 * is text: nothing in a report can become a tag, a script or a link of its own.
 */
export function toHtml({ title, report, references, numbered }: Paper): string {
  const counts: Counts = { drawings: 0, figures: 0, tables: 0 };
  const tree = unified()
    .use(remarkRehype, {
      handlers: {
        citationGroup: (_state: State, node: CitationGroup) => ({ type: 'text' as const, value: citationText(node) }),
        widePages: (state: State, node: WidePages) =>
          element('div', { className: ['wide'] }, state.all({ type: 'root', children: node.children })),
        table: (state: State, node: Table) => tableElement(state, node),
        figure: (_state: State, node: Figure) => element('figure', {}, [drawing(node, counts)]),
        captioned: (state: State, node: Captioned) => captionedElement(state, node, counts),
      },
    })
    .runSync(withPages(report));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${styles}
</style>
</head>
<body>
<main>
${writer.stringify(tree)}${referenceList(references, numbered)}
</main>
</body>
</html>
`;
}

function referenceList(references: readonly Paragraph[], numbered: boolean): string {
  if (references.length === 0) return '';
  const items = references.map((entry, index) => {
    const { children } = rehype.runSync({ type: 'root', children: [entry] });
    const words = children.flatMap(child => (child.type === 'element' ? child.children : []));
    return element('li', { id: `reference-${index + 1}` }, words);
  });
  const heading = element('h2', {}, [{ type: 'text', value: l10n.t('References') }]);
  const list = element(numbered ? 'ol' : 'ul', { className: ['references'] }, items);
  return `\n${writer.stringify({ type: 'root', children: [heading, list] })}`;
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function tableElement(state: State, node: Table, caption?: Element): Element {
  const [head, ...rows] = node.children;
  const width = head?.children.length ?? 0;
  const cells = (row: TableRow, tagName: string, properties: Element['properties']): ElementContent[] =>
    row.children.map(cell => element(tagName, properties, state.all(cell)));
  return element('table', {}, [
    ...(caption ? [caption] : []),
    ...(head ? [element('thead', {}, [element('tr', {}, cells(head, 'th', { scope: 'col' }))])] : []),
    element(
      'tbody',
      {},
      rows.map(row =>
        element(
          'tr',
          {},
          // A cell by itself is the heading of the rows under it.
          row.children.length === 1 && width > 1
            ? cells(row, 'th', { scope: 'rowgroup', colSpan: width })
            : cells(row, 'td', {}),
        ),
      ),
    ),
  ]);
}

function captionedElement(state: State, node: Captioned, counts: Counts): Element {
  const notes = state
    .all({ type: 'root', children: node.notes })
    .map(note =>
      note.type === 'element' ? { ...note, properties: { ...note.properties, className: ['note'] } } : note,
    );
  const { content } = node;
  if (content.type === 'figure') {
    const picture = drawing(content, counts);
    counts.figures += 1;
    const caption = element('figcaption', {}, words(l10n.t('Figure {0}.', counts.figures), node.caption));
    return element('figure', {}, [picture, caption, ...notes]);
  }
  counts.tables += 1;
  const caption = element('caption', {}, words(l10n.t('Table {0}.', counts.tables), node.caption));
  return element('figure', {}, [tableElement(state, content, caption), ...notes]);
}

function words(label: string, caption: string): ElementContent[] {
  return [
    element('b', {}, [{ type: 'text', value: label }]),
    { type: 'text', value: caption === '' ? '' : ` ${caption}` },
  ];
}

/** The drawing itself in the page; what could not be taken in so is shown as a picture, which draws and does nothing else. */
function drawing(figure: Figure, counts: Counts): ElementContent {
  counts.drawings += 1;
  const svg = inlineSvg(figure.svg, `drawing-${counts.drawings}-`);
  const label = { ariaLabel: figure.alt, role: 'img' };
  if (svg !== undefined) return element('div', label, [{ type: 'raw', value: svg }]);
  return element('img', { src: `data:image/svg+xml,${encodeURIComponent(figure.svg)}`, alt: figure.alt }, []);
}

const styles = `body { color: #111; background: #fff; font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; break-after: avoid; }
figure { margin: 1.5rem 0; overflow-x: auto; }
figure svg, figure img { max-width: 100%; height: auto; }
figcaption, caption { text-align: left; padding: .3rem 0; }
table { border-collapse: collapse; width: 100%; border-bottom: 2px solid #333; font-size: .9rem; line-height: 1.35; }
th, td { border-bottom: 1px solid #ccc; padding: .3rem .5rem; text-align: left; vertical-align: top; }
thead th { border-top: 2px solid #333; border-bottom: 1px solid #333; vertical-align: bottom; }
tbody th { background: #f2f2f2; }
main a { color: inherit; }
ul.references { list-style: none; padding: 0; }
ul.references li { padding-left: 2rem; text-indent: -2rem; margin-bottom: .4rem; }
ol.references li { margin-bottom: .4rem; }
.note { font-size: .85rem; margin: .4rem 0; }
@page { size: A4; margin: 2cm; }
@page wide { size: A4 landscape; }
@media print {
  body { font: 10pt/1.4 serif; margin: 0; max-width: none; padding: 0; }
  figure { overflow: visible; }
  .wide { page: wide; }
  thead { display: table-header-group; }
  tr, figure:not(:has(table)) { break-inside: avoid; }
  tbody th { break-after: avoid; print-color-adjust: exact; }
}`;

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
