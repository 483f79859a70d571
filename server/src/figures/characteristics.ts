import * as l10n from '@vscode/l10n';
import { type Columns, columnsAt } from './columns.js';
import { colours, Drawing, lineHeight, middleBaseline, room } from './drawing.js';
import type { Drawn } from './drawn.js';
import { widest, wrapped, wrappedShort } from './words.js';

/** How many studies have each value of one characteristic. */
export interface ValueCounts {
  readonly label: string;
  readonly values: readonly {
    readonly label: string;
    readonly count: number;
    /** True for what stands for a missing value: it is shown apart. */
    readonly missing: boolean;
  }[];
  /** How many values are not shown. */
  readonly more: number;
}

export interface Characteristics {
  readonly title: string;
  readonly studies: number;
  readonly counts: readonly ValueCounts[];
  /** Undefined where no study has a year. */
  readonly years?: Pick<Columns, 'axis' | 'columns' | 'note'>;
}

const margin = 14;
const panel = { width: 350, gap: { x: 34, y: 26 } };
const size = 11;
const row = 19;
const longestLabel = 165;
const longestBar = 140;

/** Draws the characteristics of the studies side by side: bars for values, columns for years. */
export function drawCharacteristics({ title, studies, counts, years }: Characteristics): Drawn {
  const drawing = new Drawing();
  // Each panel goes where there is most room; two columns of them make a page.
  const bottoms = counts.length + (years ? 1 : 0) > 1 ? [margin, margin] : [margin];
  let right = margin + panel.width;
  const place = (draw: (x: number, y: number) => { readonly x: number; readonly y: number }): void => {
    const column = bottoms.indexOf(Math.min(...bottoms));
    const left = margin + column * (panel.width + panel.gap.x);
    const end = draw(left, bottoms[column]!);
    bottoms[column] = end.y + panel.gap.y;
    right = Math.max(right, left + panel.width, end.x);
  };
  const [first, ...others] = counts;
  if (first) place((x, y) => barsAt(drawing, first, x, y));
  if (years) place((x, y) => yearsAt(drawing, years, x, y));
  for (const each of others) place((x, y) => barsAt(drawing, each, x, y));
  const whole = { width: right + margin, height: Math.max(...bottoms) - panel.gap.y + margin };
  return {
    svg: drawing.svg({ ...whole, title, description: describe(studies, counts, years) }),
    width: Math.ceil(whole.width),
    height: Math.ceil(whole.height),
  };
}

function headAt(drawing: Drawing, label: string, x: number, top: number): number {
  let y = top;
  for (const line of wrapped(label, panel.width, 12, 'bold')) {
    y += 12 * lineHeight;
    drawing.text(line, x, y - 3, { size: 12, weight: 'bold' });
  }
  return y + 4;
}

function yearsAt(
  drawing: Drawing,
  { axis, columns, note }: NonNullable<Characteristics['years']>,
  x: number,
  top: number,
) {
  const y = headAt(drawing, axis, x, top);
  return columnsAt(drawing, { axis: '', columns, note }, { x, y, width: panel.width });
}

function barsAt(drawing: Drawing, { label, values, more }: ValueCounts, x: number, top: number) {
  let y = headAt(drawing, label, x, top);
  const begin = y;
  const labels = values.map(value => wrappedShort(value.label, longestLabel, size, 2));
  const x0 = x + Math.max(0, ...labels.map(lines => widest(lines, size))) + 8;
  const highest = Math.max(1, ...values.map(({ count }) => count));
  values.forEach(({ count, missing }, at) => {
    const lines = labels[at] ?? [];
    const high = row + Math.max(0, lines.length - 1) * size * 1.15;
    const middle = y + high / 2;
    lines.forEach((line, index) => {
      const baseline = middleBaseline(middle + (index - (lines.length - 1) / 2) * size * 1.15, size);
      drawing.text(line, x0 - 6, baseline, { size, anchor: 'end', ...(missing && { italic: true }) });
    });
    const area = { x: x0, y: middle - row / 2 + 3, width: (longestBar * count) / highest, height: row - 6 };
    if (missing) {
      drawing.rect(area.x, area.y, area.width, area.height, { fill: colours.paper });
      drawing.hatch(area, colours.quiet);
      drawing.rect(area.x, area.y, area.width, area.height, { stroke: colours.quiet });
    } else drawing.rect(area.x, area.y, area.width, area.height, { fill: colours.blue });
    drawing.text(String(count), x0 + area.width + 5, middleBaseline(middle, size), { size });
    y += high;
  });
  drawing.line(
    [
      { x: x0, y: begin },
      { x: x0, y },
    ],
    { stroke: colours.ink, strokeWidth: 1 },
  );
  if (more > 0) {
    for (const line of wrapped(l10n.t('and {0} more values', more), panel.width, size)) {
      y += size * lineHeight;
      drawing.text(line, x, y, { size, fill: colours.quiet });
    }
  }
  return { x: x0 + longestBar + 5 + room(String(highest), size), y: y + (more > 0 ? 4 : 0) };
}

function describe(studies: number, counts: readonly ValueCounts[], years: Characteristics['years']): string {
  return [
    l10n.t('Number of the {0} studies with each value.', studies),
    ...counts.map(
      ({ label, values }) => `${label}: ${values.map(value => `${value.label} ${value.count}`).join(', ')}.`,
    ),
    ...(years
      ? [
          `${years.axis}: ${years.columns
            .filter(({ count }) => count > 0)
            .map(column => `${column.label} ${column.count}`)
            .join(', ')}.`,
          years.note,
        ]
      : []),
  ].join(' ');
}
