import * as l10n from '@vscode/l10n';
import { colours, Drawing, lineHeight, middleBaseline, n, room } from './drawing.js';
import type { Drawn } from './drawn.js';
import { shortened, wrapped } from './words.js';

/** A row or a column: what it is called, how many marks it has in all, and the group it belongs to, from 0. */
export interface MatrixLine {
  readonly label: string;
  readonly count: number;
  /** Undefined where this side has no groups. */
  readonly group?: number;
}

/** What is marked for what: studies and themes, either way round. Members of a group stand next to one another. */
export interface Matrix {
  readonly title: string;
  readonly rows: readonly MatrixLine[];
  readonly columns: readonly MatrixLine[];
  /** What the groups are called. */
  readonly groups: readonly string[];
  /** Row by row, whether each column is marked. */
  readonly marks: readonly (readonly boolean[])[];
  readonly description: string;
}

const margin = 14;
const longest = { row: 270, column: 210 };

/** Fills for groups, in turn; that a cell is filled is seen in grey as well. */
const fills = [colours.blue, colours.vermilion, colours.green, colours.purple, colours.orange, colours.sky];

/** Draws the matrix as a grid of marks, with counts at its right and at its foot. */
export function drawMatrix(matrix: Matrix): Drawn {
  const { title, rows, columns, groups, marks, description } = matrix;
  const drawing = new Drawing();
  // Many lines get smaller cells, and letters no larger than these.
  const cell = { width: cellFor(columns.length), height: cellFor(rows.length) };
  const size = { row: Math.min(11.5, cell.height - 3), column: Math.min(11.5, cell.width - 3) };
  const grouped = {
    rows: rows.some(({ group }) => group !== undefined),
    columns: columns.some(({ group }) => group !== undefined),
  };
  const labels = {
    rows: rows.map(({ label }) => shortened(label, longest.row, size.row)),
    columns: columns.map(({ label }) => shortened(label, longest.column, size.column)),
  };
  const heads = headsOf(rows);
  const x0 =
    margin +
    Math.max(
      60,
      widestOf(labels.rows, size.row),
      ...heads.map(({ group }) => Math.min(longest.row, room(groups[group] ?? '', size.row, 'bold'))),
    ) +
    8;
  const y0 = margin + (grouped.columns ? 24 : 0) + widestOf(labels.columns, size.column) + 8;
  const x1 = x0 + columns.length * cell.width;

  labels.columns.forEach((label, at) => {
    drawing.upwards(label, middleBaseline(x0 + (at + 0.5) * cell.width, size.column), y0 - 5, { size: size.column });
  });
  if (grouped.columns) bracketColumns(drawing, columns, x0, cell.width);

  const tops: number[] = [];
  let y = y0;
  rows.forEach((_, index) => {
    if (heads.some(({ at }) => at === index)) y += cell.height;
    if (index % 2 === 0) drawing.rect(x0, y, x1 - x0, cell.height, { fill: colours.wash });
    tops.push(y);
    y += cell.height;
  });
  let hairlines = '';
  for (let at = 1; at < columns.length; at++) hairlines += `M${n(x0 + at * cell.width)} ${n(y0)}V${n(y)}`;
  if (hairlines !== '') drawing.path(hairlines, { stroke: colours.faint, strokeWidth: 0.6 });
  for (const { at, group } of heads) {
    const top = tops[at]! - cell.height;
    const words = shortened(groups[group] ?? '', x1 - margin, size.row, 'bold');
    drawing.rect(margin - 4, top, x1 - margin + 4, cell.height, { fill: colours.faint });
    drawing.text(words, margin, middleBaseline(top + cell.height / 2, size.row), { size: size.row, weight: 'bold' });
  }
  rows.forEach((row, index) => {
    const top = tops[index]!;
    const middle = top + cell.height / 2;
    drawing.text(labels.rows[index] ?? '', x0 - 6, middleBaseline(middle, size.row), { size: size.row, anchor: 'end' });
    let filled = '';
    let fill = '';
    columns.forEach((column, at) => {
      if (!marks[index]?.[at]) return;
      const wanted = fills[(row.group ?? column.group ?? 0) % fills.length]!;
      if (filled !== '' && wanted !== fill) {
        drawing.path(filled, { fill });
        filled = '';
      }
      fill = wanted;
      // One path for all marks of a row: a matrix has thousands.
      filled += square(x0 + at * cell.width + 1, top + 1, cell.width - 2, cell.height - 2);
    });
    if (filled !== '') drawing.path(filled, { fill });
    drawing.text(String(row.count), x1 + 6, middleBaseline(middle, size.row), { size: size.row, fill: colours.quiet });
  });
  drawing.line(
    [
      { x: x0, y: y0 },
      { x: x1, y: y0 },
    ],
    { stroke: colours.ink, strokeWidth: 1 },
  );
  drawing.line(
    [
      { x: x0, y },
      { x: x1, y },
    ],
    { stroke: colours.ink, strokeWidth: 1 },
  );
  const footWidth = Math.max(0, ...columns.map(({ count }) => room(String(count), size.column)));
  columns.forEach(({ count }, at) => {
    drawing.upwards(String(count), middleBaseline(x0 + (at + 0.5) * cell.width, size.column), y + 5, {
      size: size.column,
      anchor: 'end',
      fill: colours.quiet,
    });
  });
  y += footWidth + 10;
  const rowCounts = Math.max(0, ...rows.map(({ count }) => room(String(count), size.row)));
  const width = Math.max(x1 + 6 + rowCounts, margin + 320);
  y = writes(
    drawing,
    l10n.t('Numbers: how many marks a row or a column has in all.'),
    margin,
    y,
    width - margin,
    colours.quiet,
  );
  if (grouped.columns) {
    const used = [...new Set(columns.flatMap(({ group }) => group ?? []))];
    for (const group of used) {
      y = writes(drawing, `${letterOf(group)}: ${groups[group] ?? ''}`, margin, y, width - margin, colours.ink);
    }
  }
  const whole = { width: width + margin, height: y + margin };
  return {
    svg: drawing.svg({ ...whole, title, description }),
    width: Math.ceil(whole.width),
    height: Math.ceil(whole.height),
  };
}

/** The side of a cell where there are so many of them. */
function cellFor(count: number): number {
  return count <= 40 ? 17 : count <= 60 ? 15 : 13;
}

/** Where a group of rows begins. */
function headsOf(rows: readonly MatrixLine[]): { readonly at: number; readonly group: number }[] {
  return rows.flatMap(({ group }, at) =>
    group !== undefined && (at === 0 || rows[at - 1]?.group !== group) ? [{ at, group }] : [],
  );
}

/** A letter over each group of columns; the legend says what the letters mean, since names would not fit. */
function bracketColumns(drawing: Drawing, columns: readonly MatrixLine[], x0: number, width: number): void {
  for (const { at, group } of headsOf(columns)) {
    const end = columns.findLastIndex(column => column.group === group) + 1;
    const [from, to] = [x0 + at * width + 1, x0 + end * width - 1];
    drawing.rect(from, margin + 16, to - from, 4, { fill: fills[group % fills.length]! });
    drawing.text(letterOf(group), (from + to) / 2, margin + 11, { size: 11, weight: 'bold', anchor: 'middle' });
  }
}

/** `A` to `Z`, then `AA`. */
function letterOf(group: number): string {
  const letter = String.fromCharCode(65 + (group % 26));
  return group < 26 ? letter : `${letterOf(Math.floor(group / 26) - 1)}${letter}`;
}

function square(x: number, y: number, width: number, height: number): string {
  return `M${n(x)} ${n(y)}H${n(x + width)}V${n(y + height)}H${n(x)}Z`;
}

function writes(drawing: Drawing, words: string, x: number, top: number, width: number, fill: string): number {
  let y = top;
  for (const line of wrapped(words, width, 11)) {
    y += 11 * lineHeight;
    drawing.text(line, x, y, { size: 11, fill });
  }
  return y;
}

function widestOf(lines: readonly string[], size: number): number {
  return lines.reduce((most, line) => Math.max(most, room(line, size)), 0);
}
