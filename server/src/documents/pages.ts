import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Report } from '../reports/tree.js';
import { leastWidth, pageWidths } from './widths.js';

/** Blocks that stand one after another on pages that stand, or on pages that lie on their side. */
export interface PageRun {
  readonly wide: boolean;
  readonly nodes: readonly RootContent[];
}

/** So many letters, about a third of a page, are no reason to turn the page back for them. */
const short = 700;

/**
 * Cuts a report where its pages turn on their side and back. Headings go with what they head, and a few words between or beside
 * wide tables stay with them, so that no page holds a heading alone.
 */
export function pageRuns({ children }: Report): PageRun[] {
  const runs: { wide: boolean; nodes: RootContent[] }[] = [];
  const add = (wide: boolean, nodes: readonly RootContent[]): void => {
    const last = runs.at(-1);
    if (nodes.length === 0) return;
    if (last?.wide === wide) last.nodes.push(...nodes);
    else runs.push({ wide, nodes: [...nodes] });
  };
  if (!children.some(isWide)) return children.length === 0 ? [] : [{ wide: false, nodes: children }];
  let between: RootContent[] = [];
  for (const node of children) {
    if (!isWide(node)) {
      between.push(node);
      continue;
    }
    if (isShort(between)) add(true, between);
    else {
      const headings = between.length - 1 - between.findLastIndex(each => each.type !== 'heading');
      add(false, between.slice(0, between.length - headings));
      add(true, between.slice(between.length - headings));
    }
    add(true, [node]);
    between = [];
  }
  add(isShort(between), between);
  return runs;
}

/** Whether it wants a page on its side, or is a table whose words would break on one that stands. */
function isWide(node: RootContent): boolean {
  const table =
    node.type === 'table'
      ? node
      : node.type === 'captioned' && node.content.type === 'table'
        ? node.content
        : undefined;
  return (node.type === 'captioned' && node.wide) || (table !== undefined && leastWidth(table) > pageWidths.upright);
}

function isShort(nodes: readonly RootContent[]): boolean {
  return (
    nodes.every(({ type }) => type === 'heading' || type === 'paragraph') &&
    nodes.reduce((letters, node) => letters + textOf(node).length, 0) < short
  );
}
