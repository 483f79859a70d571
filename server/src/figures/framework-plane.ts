import * as l10n from '@vscode/l10n';
import { type Area, colours, Drawing, lineHeight, type Point } from './drawing.js';
import type { Drawn } from './drawn.js';
import type { Framework, FrameworkAxis, FrameworkNode } from './framework-data.js';
import { boxOf, linesHeight, nodeSize, textSize } from './framework-node.js';
import { widest, wrapped } from './words.js';

const margin = 14;
const left = 176;
const padding = 16;

/** The plane's size: larger where it has to hold several boxes and the arrows between them. */
function planeFor(nodes: readonly FrameworkNode[]): Plane {
  return nodes.filter(({ place }) => place).length > 2 ? { width: 720, height: 480 } : { width: 520, height: 330 };
}

interface Plane {
  readonly width: number;
  readonly height: number;
}

const apart = 10;
const number = 9;

/** Draws a plane of two axes with the constructs that have a place in it. What leads where is told under it, by numbers. */
export function drawPlane(
  { title, nodes, arrows, says }: Framework,
  { x: across, y: upwards }: { readonly x: FrameworkAxis; readonly y: FrameworkAxis },
  description: string,
): Drawn {
  const drawing = new Drawing();
  const x0 = margin + left;
  const plane = planeFor(nodes);
  const saying = sayingBox(says);
  const placed = placedIn(nodes, saying, x0, plane);
  const lowest = Math.max(margin + plane.height, ...placed.map(({ area }) => area.y + area.height + padding));
  const y0 = lowest;
  const right = x0 + plane.width;

  drawing.rect(x0, margin, plane.width, y0 - margin, { fill: colours.wash });
  axisLine(drawing, { x: x0, y: y0 }, { x: right + 12, y: y0 }, across);
  axisLine(drawing, { x: x0, y: y0 }, { x: x0, y: margin - 4 }, upwards);

  const said = placed.find(({ node }) => node === undefined)?.area;
  if (said) bothWaysThrough(drawing, said, { x: x0, y: y0 }, { x: right, y: margin });
  const areas = new Map(placed.flatMap(({ node, area }) => (node ? [[node.id, area] as const] : [])));
  const numbered = arrowsBetween(
    arrows,
    areas,
    placed.map(({ area }) => area),
  );
  for (const { line } of numbered) if (line) drawing.line(line, { head: true, strokeWidth: 1.4 });
  for (const { node, area } of placed) {
    if (node) boxOf(drawing, node, area);
    else {
      drawing.box(
        area,
        saying.lines.map(text => ({ text, italic: true })),
        { size: textSize, align: 'middle', fill: colours.wash, stroke: colours.wash, padding: 6 },
      );
    }
  }
  for (const { spot: middle, at } of numbered) {
    if (!middle) continue;
    drawing.circle(middle.x, middle.y, number, { fill: colours.paper, stroke: colours.ink });
    drawing.text(String(at), middle.x, middle.y + 4, { size: 10.5, anchor: 'middle', weight: 'bold' });
  }

  upwardsWords(drawing, upwards, y0);
  let y = acrossWords(drawing, across, { x: x0, y: y0 }, plane.width);
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  if (numbered.length > 0) y += 10;
  for (const { from, to, how, at, line } of numbered) {
    const way = l10n.t('{0} → {1}', labels.get(from) ?? from, labels.get(to) ?? to);
    const words = `${line ? `${at}  ` : ''}${how === '' ? way : `${way}: ${how}`}`;
    for (const text of wrapped(words, left + plane.width, textSize)) {
      y += textSize * lineHeight;
      drawing.text(text, margin, y, { size: textSize });
    }
    y += 5;
  }
  const size = { width: right + 12 + margin, height: y + margin };
  return {
    svg: drawing.svg({ ...size, title, description }),
    width: Math.ceil(size.width),
    height: Math.ceil(size.height),
  };
}

function sayingBox(says: string): {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
} {
  const lines = wrapped(says, 250, textSize);
  return { lines, width: widest(lines, textSize) + 16, height: linesHeight(lines.length) + 12 };
}

interface Placed {
  /** Undefined for what the plane says. */
  readonly node: FrameworkNode | undefined;
  readonly area: Area;
}

/** Where things stand: as declared, and where two would overlap the later one goes down until it is free. */
function placedIn(
  nodes: readonly FrameworkNode[],
  saying: ReturnType<typeof sayingBox>,
  x0: number,
  plane: Plane,
): Placed[] {
  const wanted: { node: FrameworkNode | undefined; place: Point; width: number; height: number }[] = nodes.flatMap(
    node => (node.place ? [{ node, place: node.place, ...nodeSize(node) }] : []),
  );
  if (saying.lines.length > 0) wanted.push({ node: undefined, place: { x: 0.5, y: 0.5 }, ...saying });
  const placed: Placed[] = [];
  for (const { node, place, width, height } of wanted.sort((a, b) => b.place.y - a.place.y)) {
    const room = { x: plane.width - 2 * padding - width, y: plane.height - 2 * padding - height };
    const x = x0 + padding + Math.max(0, room.x) * place.x;
    let y = margin + padding + Math.max(0, room.y) * (1 - place.y);
    for (let again = true; again; ) {
      again = false;
      for (const { area } of placed) {
        const beside = x >= area.x + area.width + apart || area.x >= x + width + apart;
        const free = beside || y >= area.y + area.height + apart || area.y >= y + height + apart;
        if (free) continue;
        y = area.y + area.height + apart;
        again = true;
      }
    }
    placed.push({ node, area: { x, y, width, height } });
  }
  return placed;
}

function axisLine(drawing: Drawing, from: Point, to: Point, { bothWays }: FrameworkAxis): void {
  drawing.line([from, to], { head: true, tail: bothWays, stroke: colours.ink, strokeWidth: 2 });
}

/** A dashed line through what the plane says: to and fro between its corners. */
function bothWaysThrough(drawing: Drawing, box: Area, low: Point, high: Point): void {
  const style = { head: true, dash: '6 4', stroke: colours.line, strokeWidth: 1.4 };
  drawing.line(
    [
      { x: box.x, y: box.y + box.height },
      { x: low.x + 14, y: low.y - 14 },
    ],
    style,
  );
  drawing.line(
    [
      { x: box.x + box.width, y: box.y },
      { x: high.x - 14, y: high.y + 14 },
    ],
    style,
  );
}

/** The words of the axis that goes up, on its left: its end above, its beginning below, its name between them. */
function upwardsWords(drawing: Drawing, { label, support, from, to }: FrameworkAxis, y0: number): void {
  const width = left - 18;
  const x = margin + left - 12;
  const write = (
    lines: readonly string[],
    top: number,
    look: { bold?: boolean; italic?: boolean; quiet?: boolean },
  ): number => {
    let y = top;
    for (const line of lines) {
      y += textSize * lineHeight;
      drawing.text(line, x, y - 3, {
        size: textSize,
        anchor: 'end',
        ...(look.bold && { weight: 'bold' as const }),
        ...(look.italic && { italic: true }),
        ...(look.quiet && { fill: colours.quiet }),
      });
    }
    return y;
  };
  const [end, name, count, beginning] = [
    wrapped(to, width, textSize),
    wrapped(label, width, textSize, 'bold'),
    support.flatMap(words => wrapped(words, width, textSize)),
    wrapped(from, width, textSize),
  ];
  const below = write(end, margin - 4, { italic: true });
  const start = y0 - linesHeight(beginning.length);
  const middle = linesHeight(name.length + count.length);
  const top = Math.max(below + 6, Math.min((below + start) / 2 - middle / 2, start - middle - 6));
  const after = write(count, write(name, top, { bold: true }), { quiet: true });
  write(beginning, Math.max(start, after + 6), { italic: true });
}

/** The words of the axis that goes to the right, under it. Gives where they end. */
function acrossWords(
  drawing: Drawing,
  { label, support, from, to }: FrameworkAxis,
  { x: x0, y: y0 }: Point,
  width: number,
): number {
  const third = width / 3 - 10;
  const columns = [
    { lines: wrapped(from, third, textSize).map(text => ({ text, italic: true })), x: x0, anchor: 'start' as const },
    {
      lines: [
        ...wrapped(label, third, textSize, 'bold').map(text => ({ text, weight: 'bold' as const })),
        ...support.flatMap(words => wrapped(words, third, textSize)).map(text => ({ text, fill: colours.quiet })),
      ],
      x: x0 + width / 2,
      anchor: 'middle' as const,
    },
    {
      lines: wrapped(to, third, textSize).map(text => ({ text, italic: true })),
      x: x0 + width + 12,
      anchor: 'end' as const,
    },
  ];
  for (const { lines, x, anchor } of columns) {
    lines.forEach(({ text, ...look }, at) => {
      drawing.text(text, x, y0 + 8 + (at + 1) * textSize * lineHeight, { size: textSize, anchor, ...look });
    });
  }
  return y0 + 8 + linesHeight(Math.max(...columns.map(({ lines }) => lines.length))) + 4;
}

interface Numbered {
  readonly from: string;
  readonly to: string;
  readonly how: string;
  readonly at: number;
  /** Undefined where an end of it has no place in the plane, or where other boxes lie all along it. */
  readonly line: readonly Point[] | undefined;
  /** Where its number stands. */
  readonly spot: Point | undefined;
}

/** Arrows between what has a place; of two that run to and fro each keeps to its own side. */
function arrowsBetween(
  arrows: Framework['arrows'],
  areas: ReadonlyMap<string, Area>,
  boxes: readonly Area[],
): Numbered[] {
  let drawn = 0;
  const spots: Point[] = [];
  return arrows.map(({ from, to, how }) => {
    const [a, b] = [areas.get(from), areas.get(to)];
    if (!a || !b || a === b) return { from, to, how, at: 0, line: undefined, spot: undefined };
    const back = arrows.some(other => other.from === to && other.to === from);
    const [start, end] = [middleOf(a), middleOf(b)];
    const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
    const aside = back ? 12 : 0;
    const [dx, dy] = [(-(end.y - start.y) / length) * aside, ((end.x - start.x) / length) * aside];
    const [p, q] = [
      { x: start.x + dx, y: start.y + dy },
      { x: end.x + dx, y: end.y + dy },
    ];
    const line: [Point, Point] = [edgeOf(a, p, q), edgeOf(b, q, p)];
    const spot = freeSpot(line, boxes, spots);
    if (!spot) return { from, to, how, at: 0, line: undefined, spot };
    spots.push(spot);
    drawn++;
    return { from, to, how, at: drawn, line, spot };
  });
}

function middleOf({ x, y, width, height }: Area): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Where a line from a point within a box leaves it. */
function edgeOf({ x, y, width, height }: Area, from: Point, to: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const stepX = dx > 0 ? (x + width - from.x) / dx : dx < 0 ? (x - from.x) / dx : Number.POSITIVE_INFINITY;
  const stepY = dy > 0 ? (y + height - from.y) / dy : dy < 0 ? (y - from.y) / dy : Number.POSITIVE_INFINITY;
  const step = Math.max(0, Math.min(stepX, stepY, 1));
  return { x: from.x + dx * step, y: from.y + dy * step };
}

/** A spot on a line for its number, off the boxes and the other numbers; undefined where there is none. */
function freeSpot(
  [from, to]: readonly [Point, Point],
  boxes: readonly Area[],
  taken: readonly Point[],
): Point | undefined {
  const spots = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].map(part => ({
    x: from.x + (to.x - from.x) * part,
    y: from.y + (to.y - from.y) * part,
  }));
  return spots.find(
    ({ x, y }) =>
      boxes.every(
        box =>
          x + number < box.x || x - number > box.x + box.width || y + number < box.y || y - number > box.y + box.height,
      ) && taken.every(other => Math.hypot(other.x - x, other.y - y) > 2 * number),
  );
}
