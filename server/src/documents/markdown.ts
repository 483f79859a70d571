import type { Nodes, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { type Captioned, type CitationGroup, type Figure, paragraph, type Report } from '../reports/tree.js';
import { figurePath } from './figures.js';

/** A group of citations in Pandoc's syntax: `[@a; but see @b]`. */
export function citationText({ citations }: CitationGroup): string {
  return `[${citations.map(({ key, prefix }) => `${prefix ? `${prefix} ` : ''}@${pandocKey(key)}`).join('; ')}]`;
}

/** Keys with characters that Pandoc does not take bare stand in braces. */
function pandocKey(key: string): string {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_]*(?:[:.#$%&\-+?<>~/][\p{L}\p{N}_]+)*$/u.test(key)
    ? key
    : `{${key.replace(/[{}]/g, '')}}`;
}

const writer = unified()
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    unsafe: [
      // Pandoc would read a bare @word as a citation.
      { character: '@', inConstruct: 'phrasing' },
      // It and Quarto read TeX's commands, its mathematics, attributes and shortcodes in a text; Quarto's can read files.
      { character: '\\', after: '[A-Za-z]', inConstruct: 'phrasing' },
      { character: '{', inConstruct: 'phrasing' },
      { character: '$', inConstruct: 'phrasing' },
      { character: '^', inConstruct: 'phrasing' },
      // A line that begins with one is a definition, a caption or the border of a block.
      { character: ':', atBreak: true },
    ],
    handlers: { citationGroup: (node: CitationGroup) => citationText(node) },
  })
  // A changed cell must not re-align, and so change, every other row: diffs would drown in spaces.
  .use(remarkGfm, { tablePipeAlign: false });

/**
 * Writes a report as Markdown that Pandoc, Quarto and GitHub read alike. Ends with a line break. Its figures are pictures of
 * files that have to lie beside it (`figureFiles`).
 */
export function toMarkdown(report: Report): string {
  return writer.stringify({ ...report, children: report.children.flatMap(plain) });
}

/** What of our own has no sign in Markdown, in nodes that have one. */
function plain(node: RootContent): RootContent[] {
  if (node.type === 'figure') return [picture(node, node.alt, '')];
  if (node.type === 'captioned') return plainCaptioned(node);
  return [withPlainChildren(node)];
}

function withPlainChildren<N extends Nodes>(node: N): N {
  return 'children' in node ? { ...node, children: (node.children as RootContent[]).flatMap(plain) } : node;
}

/** Pandoc takes the line `Table: …` for a caption if it stands right after the table, so notes come behind it. */
function plainCaptioned({ caption, content, notes }: Captioned): RootContent[] {
  const words = caption.replace(/\s+/g, ' ').trim();
  if (content.type === 'figure') return [picture(content, words === '' ? content.alt : words, content.alt), ...notes];
  return [content, ...(words === '' ? [] : [paragraph(`Table: ${words}`)]), ...notes];
}

/** A picture alone in its paragraph is a figure to Pandoc, and what stands in its brackets the caption. */
function picture(figure: Figure, words: string, title: string): RootContent {
  return {
    type: 'paragraph',
    children: [{ type: 'image', url: figurePath(figure), alt: words, ...(title !== words && title && { title }) }],
  };
}
