import type { Drawing } from './drawing.js';
import { lineHeight, middleBaseline, room } from './drawing.js';
import { shortened } from './words.js';

/** What a sign of a figure means. */
export interface LegendEntry {
  readonly label: string;
  /** Draws the sign, its middle at a point, no wider than `signWidth`. */
  sign(drawing: Drawing, x: number, y: number): void;
}

const signWidth = 20;
const size = 11;

/**
 * Draws what the signs of a figure mean, side by side in as many rows as it takes.
 *
 * @returns where the legend ends
 */
export function drawLegend(
  drawing: Drawing,
  entries: readonly LegendEntry[],
  { x: left, y: top, width }: { readonly x: number; readonly y: number; readonly width: number },
): number {
  const row = Math.max(20, size * lineHeight);
  let [x, y] = [left, top + row / 2];
  for (const { label, sign } of entries) {
    const words = shortened(label, width - signWidth - 6, size);
    const taken = signWidth + 6 + room(words, size);
    if (x > left && x + taken > left + width) [x, y] = [left, y + row];
    sign(drawing, x + signWidth / 2, y);
    drawing.text(words, x + signWidth + 6, middleBaseline(y, size), { size });
    x += taken + 18;
  }
  return y + row / 2;
}
