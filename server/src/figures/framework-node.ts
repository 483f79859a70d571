import {
  type Area,
  type BoxLine,
  boxHeight,
  boxLines,
  boxPadding,
  colours,
  type Drawing,
  lineHeight,
} from './drawing.js';
import type { FrameworkNode } from './framework-data.js';

export const nodeWidth = 220;
export const textSize = 11.5;

/** A construct's box: its name, how many studies stand behind it, and its themes where they are shown. */
export function nodeLines({ label, support, themes }: Pick<FrameworkNode, 'label' | 'support' | 'themes'>): BoxLine[] {
  return boxLines(
    [
      { text: label, weight: 'bold' },
      ...support.map(text => ({ text, fill: colours.quiet })),
      ...themes.map((theme): BoxLine => ({ text: `• ${theme}`, hang: 9 })),
    ],
    nodeWidth,
    textSize,
  );
}

export function nodeSize(node: FrameworkNode): { readonly width: number; readonly height: number } {
  return { width: nodeWidth, height: boxHeight(nodeLines(node).length, textSize) };
}

export function boxOf(drawing: Drawing, node: FrameworkNode, area: Area): void {
  drawing.box(area, nodeLines(node), {
    size: textSize,
    fill: colours.wash,
    stroke: colours.ink,
    strokeWidth: 1.2,
    radius: 6,
    align: node.themes.length > 0 ? 'left' : 'middle',
    padding: boxPadding,
  });
}

/** The words of an arrow, on it: the arrow runs in at their top and out at their foot. */
export function arrowWords(drawing: Drawing, area: Area, lines: readonly string[]): void {
  drawing.box(
    area,
    lines.map(text => ({ text, italic: true })),
    { size: textSize, fill: colours.paper, stroke: colours.paper, align: 'middle', padding: 4 },
  );
}

/** How high some lines are. */
export function linesHeight(lines: number): number {
  return lines * textSize * lineHeight;
}
