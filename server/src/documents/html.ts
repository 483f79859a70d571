import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { CitationGroup, Report } from '../reports/tree.js';
import { citationText } from './markdown.js';

const writer = unified()
  .use(remarkRehype, {
    handlers: {
      citationGroup: (_state: unknown, node: CitationGroup) => ({ type: 'text' as const, value: citationText(node) }),
    },
  })
  .use(rehypeStringify);

/** Writes a report as one HTML page. Text is text: nothing in a report can become a tag, a script or a link of its own. */
export function toHtml(report: Report, title: string): string {
  const body = writer.stringify(writer.runSync(report));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #bbb; padding: .3rem .5rem; text-align: left; vertical-align: top; }
thead { border-bottom: 2px solid #333; }
</style>
</head>
<body>
${body}
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
