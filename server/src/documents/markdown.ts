import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { CitationGroup, Report } from '../reports/tree.js';

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
    // Pandoc would read a bare @word as a citation.
    unsafe: [{ character: '@', inConstruct: 'phrasing' }],
    handlers: { citationGroup: (node: CitationGroup) => citationText(node) },
  })
  // A changed cell must not re-align, and so change, every other row: diffs would drown in spaces.
  .use(remarkGfm, { tablePipeAlign: false });

/** Writes a report as Markdown that Pandoc, Quarto and GitHub read alike. Ends with a line break. */
export function toMarkdown(report: Report): string {
  return writer.stringify(report);
}
