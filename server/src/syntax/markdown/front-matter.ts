import type { MarkdownDocument } from './document.js';
import { Lines, trimEnd } from './lines.js';

type FrontMatter = NonNullable<MarkdownDocument['frontMatter']>;

/**
 * The YAML at the very start of a text, between a line `---` and a line `---` or `...`. `whole` includes the line break
 * after it. Without a closing line it counts only if what follows looks like YAML, for a rule begins a text too; it
 * then ends at the first blank line or heading.
 */
export function readFrontMatter(text: string): FrontMatter | undefined {
  if (!text.startsWith('---')) return undefined;
  const lines = new Lines(text);
  lines.advance();
  if (trimEnd(text, 3, lines.end) !== 3) return undefined;
  const start = lines.next;
  let open: number | undefined;
  let first: string | undefined;
  while (lines.advance()) {
    const words = trimEnd(text, lines.start, lines.end) - lines.start;
    first ??= text.slice(lines.start, lines.start + Math.min(words, 200));
    if (words === 3 && (text.startsWith('---', lines.start) || text.startsWith('...', lines.start))) {
      return { yaml: [start, lines.start], whole: [0, lines.next], closed: true };
    }
    if (open !== undefined) continue;
    if (words === 0) open = lines.start;
    else if (text[lines.start] === '#') {
      const head = text.slice(lines.start, lines.start + Math.min(words, 200));
      if (/^#{1,6}(?:\s|$)/.test(head)) open = lines.start;
    }
  }
  const end = open ?? text.length;
  // An empty rest is someone who has just typed the first line.
  if (first !== undefined && !/^(?:[\w"'-][^:]*:(?:\s|$)|[\w-]+$)/.test(first)) return undefined;
  return { yaml: [start, end], whole: [0, end], closed: false };
}
