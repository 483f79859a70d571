import * as l10n from '@vscode/l10n';
import {
  type Area,
  type BoxLine,
  boxHeight,
  boxLines,
  colours,
  Drawing,
  middleBaseline,
  type Point,
} from './drawing.js';
import type { Drawn } from './drawn.js';
import { grouped, wrapped } from './words.js';

/** Where a box stands: the arms of the diagram from left to right, each with what leaves it on its right. */
export type FlowColumn = 'previous' | 'main' | 'side' | 'other' | 'other-side';

export type FlowPhase = 'identification' | 'screening' | 'included';

/** A number of the diagram; null where it is not reported. */
export interface FlowNumber {
  /** Its key in `metasynth.yaml`, or the name of a source, a reason or a box of the review's own. */
  readonly key: string;
  readonly label: string;
  readonly n: number | null;
  /** What it is made of: sources or reasons. */
  readonly parts: readonly { readonly label: string; readonly n: number | null }[];
}

export interface FlowBoxDrawn {
  readonly column: FlowColumn;
  /** What the numbers are of, over them; empty where each says so itself. */
  readonly title: string;
  readonly numbers: readonly FlowNumber[];
}

/** The boxes that stand beside one another, with the part of the diagram that they belong to. */
export interface FlowRow {
  readonly phase: FlowPhase;
  readonly boxes: readonly FlowBoxDrawn[];
}

/** The diagram as data. Arrows follow from where the boxes stand. */
export interface FlowDiagram {
  readonly title: string;
  readonly rows: readonly FlowRow[];
  /** What the arms are called, over them. */
  readonly heads: readonly { readonly column: FlowColumn; readonly label: string }[];
}

const widths: Readonly<Record<FlowColumn, number>> = {
  previous: 176,
  main: 220,
  side: 220,
  other: 200,
  'other-side': 200,
};
const order: readonly FlowColumn[] = ['previous', 'main', 'side', 'other', 'other-side'];
const size = 12;
const margin = 12;
const gap = { x: 30, y: 28 };
const bar = { width: 26, gap: 14 };

/** The arm that a column belongs to: its own boxes, and what leaves it on the right. */
const armOf: Readonly<Record<FlowColumn, readonly FlowColumn[]>> = {
  previous: ['previous'],
  main: ['main', 'side'],
  side: ['side'],
  other: ['other', 'other-side'],
  'other-side': ['other-side'],
};

/** *Records screened (n = 1,528)*; a number that is not reported is said to be so. */
export function numberWords(label: string, value: number | null): string {
  // The brackets are kept on one line.
  const words = value === null ? l10n.t('n = not reported') : l10n.t('n = {0}', grouped(value));
  return `${label} (${words.replace(/ /g, '\u00a0')})`;
}

interface Placed {
  readonly box: FlowBoxDrawn;
  readonly row: number;
  readonly area: Area;
  readonly lines: readonly BoxLine[];
}

/** Draws the flow diagram of PRISMA 2020 (Page and others 2021, BMJ 372:n71) in its variants. */
export function drawFlow({ title, rows, heads }: FlowDiagram): Drawn {
  const used = order.filter(column => rows.some(row => row.boxes.some(box => box.column === column)));
  const left = new Map<FlowColumn, number>();
  let right = margin + bar.width + bar.gap;
  for (const column of used) {
    left.set(column, right);
    right += widths[column] + gap.x;
  }
  const width = right - gap.x + margin;
  const headLines = heads.map(({ column, label }) => {
    const arm = armOf[column].filter(each => used.includes(each));
    const armWidth = arm.reduce((sum, each) => sum + widths[each], 0) + gap.x * (arm.length - 1);
    return { x: left.get(column) ?? 0, width: armWidth, lines: wrapped(label, armWidth - 16, size, 'bold') };
  });
  const headHeight = boxHeight(Math.max(0, ...headLines.map(({ lines }) => lines.length)), size, 6);

  const drawing = new Drawing();
  for (const head of headLines) {
    drawing.box(
      { x: head.x, y: margin, width: head.width, height: headHeight },
      head.lines.map(text => ({ text, weight: 'bold' })),
      { size, align: 'middle', fill: colours.faint, stroke: colours.line, radius: 3 },
    );
  }

  const placed: Placed[] = [];
  const tops: number[] = [];
  const bottoms: number[] = [];
  let y = margin + headHeight + 18;
  rows.forEach(({ boxes }, row) => {
    const made = boxes.map(box => ({ box, lines: boxLines(linesOf(box), widths[box.column], size) }));
    const height = Math.max(...made.map(({ lines }) => boxHeight(lines.length, size)));
    for (const { box, lines } of made) {
      const own = boxHeight(lines.length, size);
      const area = { x: left.get(box.column)!, y: y + (height - own) / 2, width: widths[box.column], height: own };
      placed.push({ box, row, area, lines });
    }
    tops.push(y);
    bottoms.push(y + height);
    y += height + gap.y;
  });

  // Arrows first, so that no box is drawn over by one.
  for (const arrow of arrowsOf(placed, tops)) drawing.line(arrow, { head: true });
  for (const { area, lines } of placed) drawing.box(area, lines, { size });
  phaseBars(drawing, rows, tops, bottoms, headHeight);
  return {
    svg: drawing.svg({ width, height: y - gap.y + margin, title, description: describe(rows) }),
    width: Math.ceil(width),
    height: Math.ceil(y - gap.y + margin),
  };
}

function linesOf({ title, numbers }: FlowBoxDrawn): BoxLine[] {
  const inset = title === '' ? 0 : 10;
  return [
    ...(title === '' ? [] : [{ text: `${title}:` }]),
    ...numbers.flatMap(({ label, n, parts }): BoxLine[] => [
      { text: `${numberWords(label, n)}${parts.length > 0 ? ':' : ''}`, indent: inset },
      ...parts.map(part => ({ text: numberWords(part.label, part.n), indent: inset + 10, hang: 10 })),
    ]),
  ];
}

/** From box to box, as they stand: down each arm, out to its side, and in from the other arms. */
function arrowsOf(placed: readonly Placed[], tops: readonly number[]): Point[][] {
  const of = (column: FlowColumn): Placed[] => placed.filter(({ box }) => box.column === column);
  const main = of('main');
  const last = main.at(-1);
  const arrows: Point[][] = [];
  const down = (from: Area, to: Area): void => {
    arrows.push([
      { x: middle(from).x, y: from.y + from.height },
      { x: middle(to).x, y: to.y },
    ]);
  };
  const chain = (boxes: readonly Placed[]): void =>
    boxes.slice(1).forEach((to, at) => {
      down(boxes[at]!.area, to.area);
    });
  const toSide = (sides: readonly Placed[], arm: readonly Placed[]): void => {
    for (const { row, area } of sides) {
      const from = arm.find(each => each.row === row);
      // Without a box of its arm beside it, it leaves from the arrow that runs past.
      const x = from ? from.area.x + from.area.width : arm[0] ? middle(arm[0].area).x : area.x;
      arrows.push([
        { x, y: middle(area).y },
        { x: area.x, y: middle(area).y },
      ]);
    }
  };
  chain(main);
  toSide(of('side'), main);
  const others = of('other');
  chain(others);
  toSide(of('other-side'), others);

  const end = others.at(-1);
  if (end && last) {
    const from = { x: middle(end.area).x, y: end.area.y + end.area.height };
    const below = (key: string): Placed | undefined =>
      main.find(({ row, box }) => row > end.row && box.numbers.some(number => number.key === key));
    const [included, target] = [below('new-studies'), below('records-screened')];
    if (others.length > 1 && included) {
      const y = middle(included.area).y;
      arrows.push([from, { x: from.x, y }, { x: included.area.x + included.area.width, y }]);
    } else if (target) {
      // What other methods found is screened with the rest: in from above, beside the arrow of the databases.
      const x = middle(target.area).x + target.area.width / 4;
      const y = tops[target.row]! - gap.y / 2;
      arrows.push([from, { x: from.x, y }, { x, y }, { x, y: target.area.y }]);
    }
  }
  const [previous] = of('previous');
  if (previous && last) {
    const x = middle(previous.area).x;
    const y = middle(last.area).y;
    arrows.push([
      { x, y: previous.area.y + previous.area.height },
      { x, y },
      { x: last.area.x, y },
    ]);
  }
  return arrows;
}

function phaseBars(
  drawing: Drawing,
  rows: readonly FlowRow[],
  tops: readonly number[],
  bottoms: readonly number[],
  headHeight: number,
): void {
  const labels: Readonly<Record<FlowPhase, string>> = {
    identification: l10n.t('Identification'),
    screening: l10n.t('Screening'),
    included: l10n.t('Included'),
  };
  for (const phase of Object.keys(labels) as FlowPhase[]) {
    const first = rows.findIndex(row => row.phase === phase);
    const last = rows.findLastIndex(row => row.phase === phase);
    if (first < 0) continue;
    const y = first === 0 ? margin + headHeight + 18 : tops[first]! - 6;
    const height = bottoms[last]! + (last === rows.length - 1 ? 0 : 6) - y;
    drawing.rect(margin, y, bar.width, height, { fill: colours.faint, stroke: colours.line, radius: 3 });
    drawing.upwards(labels[phase], middleBaseline(margin + bar.width / 2, size), y + height / 2, {
      size,
      weight: 'bold',
      anchor: 'middle',
    });
  }
}

/** Every number in words, for those who do not see the picture. */
function describe(rows: readonly FlowRow[]): string {
  return rows
    .flatMap(({ boxes }) => boxes.flatMap(box => linesOf(box).map(({ text }) => text.replace(/\u00a0/g, ' '))))
    .map(words => (words.endsWith(':') ? words : `${words};`))
    .join(' ')
    .replace(/;$/, '.');
}

function middle({ x, y, width, height }: Area): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
