import type { Nodes } from 'mdast';
import type { Figure, Report } from '../reports/tree.js';

/** Where a figure lies beside a text that shows it, as a path relative to that text. */
export function figurePath({ name }: Figure): string {
  return `figures/${name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}.svg`;
}

/** The figures of a report, in reading order. */
export function figuresOf(node: Report | Nodes): Figure[] {
  if (node.type === 'figure') return [node];
  if (node.type === 'captioned') return figuresOf(node.content);
  return 'children' in node ? node.children.flatMap(figuresOf) : [];
}

/** The figures of a report as files that have to lie beside it where it is written as Markdown. */
export function figureFiles(report: Report): readonly { readonly path: string; readonly svg: string }[] {
  const files = new Map(figuresOf(report).map(figure => [figurePath(figure), figure.svg]));
  return [...files].map(([path, svg]) => ({ path, svg }));
}
