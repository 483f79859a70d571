import { colours, Drawing, lineHeight, middleBaseline, type Point, room } from './drawing.js';
import type { Drawn } from './drawn.js';
import { shortened, wrapped } from './words.js';

/** Numbers over a scale: years, totals. A place with none is a gap, and is shown as one. */
export interface Columns {
  readonly title: string;
  /** What the scale is, under it. */
  readonly axis: string;
  readonly columns: readonly { readonly label: string; readonly count: number }[];
  /** What stands below, such as how many have no number. */
  readonly note: string;
  readonly description: string;
}

const margin = 14;
const size = 11;
const height = 150;
const longestLabel = 110;

/** Draws numbers as columns, each with its number over it, in a picture of its own. */
export function drawColumns(columns: Columns): Drawn {
  const drawing = new Drawing();
  const end = columnsAt(drawing, columns, { x: margin, y: margin, width: 700 });
  const whole = { width: end.x + margin, height: end.y + margin };
  return {
    svg: drawing.svg({ ...whole, title: columns.title, description: columns.description }),
    width: Math.ceil(whole.width),
    height: Math.ceil(whole.height),
  };
}

/**
 * Draws columns from a place on, no wider than given. Labels are left out where they would lie over one another, and numbers
 * where a column is too narrow.
 *
 * @returns the right and the lower end of what was drawn
 */
export function columnsAt(
  drawing: Drawing,
  { axis, columns, note }: Pick<Columns, 'axis' | 'columns' | 'note'>,
  { x: left, y: top, width: most }: { readonly x: number; readonly y: number; readonly width: number },
): Point {
  const highest = Math.max(1, ...columns.map(({ count }) => count));
  const labels = columns.map(({ label }) => shortened(label, longestLabel, size));
  const labelWidth = Math.max(0, ...labels.map(label => room(label, size))) + 6;
  const scale = scaleTo(highest);
  const before = Math.max(14 + room(String(scale.at(-1)), 10), labelWidth / 2);
  const step = Math.max(2, Math.min(34, (most - before - labelWidth / 2) / Math.max(1, columns.length)));
  const x0 = left + before;
  const y0 = top + 16 + height;
  const every = Math.max(1, Math.ceil(labelWidth / step));
  columns.forEach(({ count }, at) => {
    const x = x0 + (at + 0.5) * step;
    const high = (height * count) / highest;
    if (count > 0) {
      drawing.rect(x - step * 0.36, y0 - high, step * 0.72, high, { fill: colours.blue });
      if (room(String(count), size) <= step) drawing.text(String(count), x, y0 - high - 4, { size, anchor: 'middle' });
    }
    if (at % every === 0) drawing.text(labels[at] ?? '', x, y0 + 15, { size, anchor: 'middle' });
  });
  const drawn = Math.max(columns.length, 1) * step;
  drawing.line(
    [
      { x: x0, y: y0 },
      { x: x0 + drawn, y: y0 },
    ],
    { stroke: colours.ink, strokeWidth: 1 },
  );
  for (const value of scale) {
    const at = y0 - (height * value) / highest;
    drawing.text(String(value), x0 - 6, middleBaseline(at, 10), { size: 10, anchor: 'end', fill: colours.quiet });
    drawing.line(
      [
        { x: x0 - 3, y: at },
        { x: x0, y: at },
      ],
      { stroke: colours.ink, strokeWidth: 1 },
    );
  }
  const width = Math.max(drawn, Math.min(260, most - before));
  let y = y0 + 34;
  const writes = (text: string, look: { readonly weight?: 'bold'; readonly fill?: string }): void => {
    for (const line of wrapped(text, width, size, look.weight ?? 'normal')) {
      drawing.text(line, x0, y, { size, ...look });
      y += size * lineHeight;
    }
  };
  writes(axis, { weight: 'bold' });
  writes(note, { fill: colours.quiet });
  return { x: x0 + width + labelWidth / 2, y: y - size };
}

/** Whole numbers on the scale: nought, about four steps, and none above the highest. */
function scaleTo(most: number): number[] {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = Math.max(1, [1, 2, 5, 10].map(each => each * power).find(each => each >= rough) ?? 1);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
}
