import { colours, Drawing, middleBaseline, room } from './drawing.js';
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

/** Draws numbers as columns, each with its number over it. Labels are left out where they would lie over one another. */
export function drawColumns({ title, axis, columns, note, description }: Columns): Drawn {
  const drawing = new Drawing();
  const most = Math.max(1, ...columns.map(({ count }) => count));
  const step = Math.max(7, Math.min(34, 640 / Math.max(1, columns.length)));
  const labels = columns.map(({ label }) => shortened(label, longestLabel, size));
  const labelWidth = Math.max(0, ...labels.map(label => room(label, size))) + 6;
  const scale = niceSteps(most);
  const x0 = margin + Math.max(14 + room(String(scale.at(-1)), 10), labelWidth / 2);
  const y0 = margin + 16 + height;
  const every = Math.max(1, Math.ceil(labelWidth / step));
  columns.forEach(({ count }, at) => {
    const x = x0 + (at + 0.5) * step;
    const high = (height * count) / most;
    if (count > 0) {
      drawing.rect(x - step * 0.36, y0 - high, step * 0.72, high, { fill: colours.blue });
      if (room(String(count), size) <= step) drawing.text(String(count), x, y0 - high - 4, { size, anchor: 'middle' });
    }
    if (at % every === 0) drawing.text(labels[at] ?? '', x, y0 + 15, { size, anchor: 'middle' });
  });
  const width = Math.max(columns.length * step, 260);
  drawing.line(
    [
      { x: x0, y: y0 },
      { x: x0 + Math.max(columns.length, 1) * step, y: y0 },
    ],
    { stroke: colours.ink, strokeWidth: 1 },
  );
  let y = y0 + 34;
  const writes = (text: string, look: { readonly weight?: 'bold'; readonly fill?: string }): void => {
    for (const line of wrapped(text, width, size, look.weight ?? 'normal')) {
      drawing.text(line, x0, y, { size, ...look });
      y += size * 1.3;
    }
  };
  writes(axis, { weight: 'bold' });
  writes(note, { fill: colours.quiet });
  for (const value of scale) {
    const at = y0 - (height * value) / most;
    drawing.text(String(value), x0 - 6, middleBaseline(at, 10), { size: 10, anchor: 'end', fill: colours.quiet });
    drawing.line(
      [
        { x: x0 - 3, y: at },
        { x: x0, y: at },
      ],
      { stroke: colours.ink, strokeWidth: 1 },
    );
  }
  const whole = { width: x0 + width + labelWidth / 2 + margin, height: y + margin };
  return {
    svg: drawing.svg({ ...whole, title, description }),
    width: Math.ceil(whole.width),
    height: Math.ceil(whole.height),
  };
}

/** Whole numbers on the scale: nought, about four steps, and none above the highest. */
function niceSteps(most: number): number[] {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = Math.max(1, [1, 2, 5, 10].map(each => each * power).find(each => each >= rough) ?? 1);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
}
