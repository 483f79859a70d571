import { Graph, layout } from '@dagrejs/dagre';
import * as l10n from '@vscode/l10n';
import { type Area, Drawing, lineHeight, type Point } from './drawing.js';
import type { Drawn } from './drawn.js';
import type { Framework, FrameworkArrow, FrameworkNode } from './framework-data.js';
import { arrowWords, boxOf, nodeSize, nodeWidth, textSize } from './framework-node.js';
import { drawPlane } from './framework-plane.js';
import { widest, wrapped } from './words.js';

/** More are not laid out as a network: nobody could follow the arrows, and it would take seconds. */
const most = { nodes: 60, arrows: 120 };

const margin = 14;
const gap = 26;
const labelWidth = 190;

/** Draws the constructs and how they lead to one another, as a network or in a plane of two axes. */
export function drawFramework(framework: Framework): Drawn {
  return framework.axes ? drawPlane(framework, framework.axes, describe(framework)) : drawNetwork(framework);
}

function drawNetwork(framework: Framework): Drawn {
  const { nodes, arrows, title } = framework;
  const drawing = new Drawing();
  const joined = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  const followable = nodes.length <= most.nodes && arrows.length <= most.arrows;
  const linked = followable ? nodes.filter(({ id }) => joined.has(id)) : [];
  const net = laidOut(linked, arrows);
  const alone = nodes.filter(node => !linked.includes(node));
  const perRow = Math.max(1, Math.min(alone.length, Math.max(3, Math.floor((net.width + gap) / (nodeWidth + gap)))));
  const width = Math.max(net.width, alone.length > 0 ? perRow * (nodeWidth + gap) - gap : 0);
  const netLeft = margin + (width - net.width) / 2;

  for (const { points } of net.arrows) {
    drawing.curve(
      points.map(({ x, y }) => ({ x: x + netLeft, y: y + margin })),
      { head: true, strokeWidth: 1.4 },
    );
  }
  for (const { lines, area } of net.arrows) {
    if (lines.length > 0) arrowWords(drawing, moved(area, netLeft, margin), lines);
  }
  for (const { node, area } of net.nodes) boxOf(drawing, node, moved(area, netLeft, margin));

  let y = margin + net.height + (net.height > 0 && alone.length > 0 ? gap : 0);
  for (let start = 0; start < alone.length; start += perRow) {
    const row = alone.slice(start, start + perRow);
    const height = Math.max(...row.map(node => nodeSize(node).height));
    row.forEach((node, at) => {
      boxOf(drawing, node, { x: margin + at * (nodeWidth + gap), y, width: nodeWidth, height });
    });
    y += height + gap;
  }
  if (alone.length > 0) y -= gap;
  // What cannot be drawn as arrows is told in words.
  if (!followable && arrows.length > 0) {
    const lines = wrapped(
      l10n.t('There are {0} arrows between them, too many to draw.', arrows.length),
      width,
      textSize,
    );
    for (const line of lines) {
      y += textSize * lineHeight;
      drawing.text(line, margin, y, { size: textSize });
    }
  }
  const size = { width: width + 2 * margin, height: y + margin };
  return {
    svg: drawing.svg({ ...size, title, description: describe(framework) }),
    width: Math.ceil(size.width),
    height: Math.ceil(size.height),
  };
}

interface LaidOut {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly { readonly node: FrameworkNode; readonly area: Area }[];
  readonly arrows: readonly {
    readonly points: readonly Point[];
    readonly lines: readonly string[];
    readonly area: Area;
  }[];
}

/** Places for the nodes that arrows join, for the arrows, and for their words: dagre keeps the words off the nodes. */
function laidOut(nodes: readonly FrameworkNode[], arrows: readonly FrameworkArrow[]): LaidOut {
  if (nodes.length === 0) return { width: 0, height: 0, nodes: [], arrows: [] };
  const graph = new Graph({ directed: true, multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 40, edgesep: 30, ranksep: 52, marginx: 0, marginy: 0 });
  graph.setDefaultEdgeLabel(() => ({}));
  // Names of our own: a construct may be called like something that every object has.
  const names = new Map(nodes.map(({ id }, at) => [id, `n${at}`]));
  for (const node of nodes) graph.setNode(names.get(node.id)!, { ...nodeSize(node) });
  const known = arrows.filter(({ from, to }) => names.has(from) && names.has(to));
  const words = known.map(({ how }) => wrapped(how, labelWidth, textSize));
  known.forEach(({ from, to }, at) => {
    const lines = words[at]!;
    const [width, height] =
      lines.length === 0 ? [0, 0] : [widest(lines, textSize) + 12, lines.length * textSize * lineHeight + 8];
    graph.setEdge(names.get(from)!, names.get(to)!, { width, height, labelpos: 'c' }, `e${at}`);
  });
  layout(graph);
  const placed = nodes.map(node => ({ node, area: areaOf(graph.node(names.get(node.id)!)) }));
  const lines = known.map(({ from, to }, at) => {
    const edge = graph.edge(names.get(from)!, names.get(to)!, `e${at}`) as Partial<Area> & { points?: Point[] };
    return { points: edge.points ?? [], lines: words[at]!, area: areaOf(edge) };
  });
  // Arrows may bend out of the frame that dagre tells, so the frame is what holds everything.
  const xs = [
    ...placed.flatMap(({ area }) => [area.x, area.x + area.width]),
    ...lines.flatMap(({ area, points }) => [area.x, area.x + area.width, ...points.map(({ x }) => x)]),
  ];
  const ys = [
    ...placed.flatMap(({ area }) => [area.y, area.y + area.height]),
    ...lines.flatMap(({ area, points }) => [area.y, area.y + area.height, ...points.map(({ y }) => y)]),
  ];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    width: Math.max(...xs) - left,
    height: Math.max(...ys) - top,
    nodes: placed.map(({ node, area }) => ({ node, area: moved(area, -left, -top) })),
    arrows: lines.map(({ points, lines: wordLines, area }) => ({
      points: points.map(({ x, y }) => ({ x: x - left, y: y - top })),
      lines: wordLines,
      area: moved(area, -left, -top),
    })),
  };
}

/** Dagre tells the middle of things. */
function areaOf({ x = 0, y = 0, width = 0, height = 0 }: Partial<Area>): Area {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function moved({ x, y, width, height }: Area, dx: number, dy: number): Area {
  return { x: x + dx, y: y + dy, width, height };
}

/** The framework in words, for those who do not see it. */
function describe({ nodes, arrows, axes, says }: Framework): string {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  return [
    ...(axes ? [l10n.t('Across: {0}. Upwards: {1}.', axes.x.label, axes.y.label)] : []),
    ...(says === '' ? [] : [`${says}.`]),
    ...nodes.map(({ label, support }) => `${label} (${support.join(', ')}).`),
    ...arrows.map(({ from, to, how }) =>
      how === ''
        ? l10n.t('{0} leads to {1}.', labels.get(from) ?? from, labels.get(to) ?? to)
        : l10n.t('{0} leads to {1}: {2}.', labels.get(from) ?? from, labels.get(to) ?? to, how),
    ),
  ].join(' ');
}
