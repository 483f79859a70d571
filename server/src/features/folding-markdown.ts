import { readLeaves } from '../syntax/markdown/blocks.js';
import type { Comment } from '../syntax/markdown/document.js';
import { readFrontMatter } from '../syntax/markdown/front-matter.js';
import { pairGenerated } from '../syntax/markdown/generated.js';
import type { Container, Leaf } from '../syntax/markdown/leaves.js';
import { readHtml } from '../syntax/markdown/read-block.js';
import type { Lines } from '../text/lines.js';
import type { Fold } from './folding-fold.js';
import { foldIndented } from './folding-indented.js';

const folding: ReadonlySet<Leaf['kind']> = new Set(['code', 'table', 'html']);

/** Folds of a Markdown text: its head and what stands in it, sections, quotes, list items, code, tables, comments, blocks. */
export function foldMarkdown(text: string, lines: Lines): Fold[] {
  const lineAt = (offset: number): number => lines.positionAt(offset).line;
  const folds: Fold[] = [];
  const fold = (from: number, to: number, kind?: Fold['kind']): void => {
    const line = lineAt(from);
    const endLine = lineAt(Math.max(from, to));
    if (endLine > line) folds.push({ line, endLine, ...(kind && { kind }) });
  };
  const front = readFrontMatter(text);
  if (front) {
    const [, end] = front.whole;
    // `whole` ends behind the line break of the closing line.
    fold(0, trimmed(text, 0, end));
    const last = lines.positionAt(front.yaml[1]);
    const until = last.character > 0 ? last.line + 1 : last.line;
    folds.push(...foldIndented(text, lines, lineAt(front.yaml[0]), until, '#'));
  }
  const { leaves } = readLeaves(text, front?.whole[1] ?? 0);
  const containers = new Set<Container>();
  const comments: Comment[] = [];
  const sections: { level: number; from: number }[] = [];
  const endSections = (level: number, at: number): void => {
    while (sections.length > 0 && sections.at(-1)!.level >= level) {
      const { from } = sections.pop()!;
      fold(from, trimmed(text, from, at));
    }
  };
  for (const leaf of leaves) {
    for (const container of [leaf.quote, leaf.item]) if (container) containers.add(container);
    if (leaf.kind === 'heading' && !leaf.quote && !leaf.item) {
      endSections(leaf.level, leaf.from);
      sections.push({ level: leaf.level, from: leaf.from });
    }
    if (folding.has(leaf.kind)) {
      fold(leaf.from, leaf.to, leaf.kind === 'html' && text.startsWith('<!--', leaf.from) ? 'comment' : undefined);
    }
    if (leaf.kind === 'html') comments.push(...readHtml(text, leaf).comments);
  }
  endSections(0, text.length);
  for (const { start, end } of containers) fold(start, end);
  for (const { open, close } of pairGenerated(comments)) if (close) fold(open[0], close[0], 'region');
  return folds;
}

function trimmed(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text[end - 1]!)) end--;
  return end;
}
