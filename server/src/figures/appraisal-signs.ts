import * as l10n from '@vscode/l10n';
import { type Area, colours, type Drawing, middleBaseline } from './drawing.js';
import type { LegendEntry } from './legend.js';
import { plainWords } from './words.js';

/** How an answer looks: a colour that is told apart by everybody, and a sign that does without colour. */
interface Look {
  readonly fill: string;
  readonly ink: string;
  readonly sign: string;
  /** The colour of lines over its bars: without them two answers would be the same grey in print. */
  readonly hatch?: string;
}

const looks: Readonly<Record<string, Look>> = {
  yes: { fill: colours.green, ink: colours.paper, sign: '+' },
  no: { fill: colours.vermilion, ink: colours.paper, sign: '−', hatch: colours.paper },
  'cant-tell': { fill: colours.yellow, ink: colours.ink, sign: '?' },
  unclear: { fill: colours.yellow, ink: colours.ink, sign: '?' },
  'not-applicable': { fill: colours.paper, ink: colours.ink, sign: '/', hatch: colours.quiet },
};

const unanswered: Look = { fill: colours.paper, ink: colours.quiet, sign: '' };

/** An answer of a review's own checklist shows its first letter. */
function lookOf(id: string | null, label: string): Look {
  if (id === null) return unanswered;
  const known = Object.hasOwn(looks, id) ? looks[id] : undefined;
  return (
    known ?? {
      fill: colours.sky,
      ink: colours.ink,
      sign: [...plainWords(label)][0]?.toUpperCase() ?? '',
    }
  );
}

/** A settled answer as a disc with its sign; one that is not settled is an empty circle. */
export function drawAnswer(drawing: Drawing, id: string | null, label: string, x: number, y: number, radius = 9): void {
  const { fill, ink, sign } = lookOf(id, label);
  drawing.circle(x, y, radius, {
    fill,
    stroke: id === null ? colours.quiet : colours.ink,
    strokeWidth: 0.8,
    ...(id === null && { dash: '2 2' }),
  });
  const size = radius * 1.5;
  drawing.text(sign, x, middleBaseline(y, size), { size, weight: 'bold', anchor: 'middle', fill: ink });
}

/** A part of a bar: how many answers of a kind there are. */
export function drawShare(drawing: Drawing, id: string | null, label: string, area: Area): void {
  const { fill, hatch } = lookOf(id, label);
  drawing.rect(area.x, area.y, area.width, area.height, { fill });
  if (hatch) drawing.hatch(area, hatch);
  drawing.rect(area.x, area.y, area.width, area.height, { stroke: colours.ink, strokeWidth: 0.8 });
}

/** Whether the number in a part of a bar is to be written on a ground of its own, over the lines. */
export function inkOf(id: string | null, label: string): { readonly ink: string; readonly ground: string | undefined } {
  const { ink, fill, hatch } = lookOf(id, label);
  return { ink, ground: hatch ? fill : undefined };
}

export function answersLegend(
  answers: readonly { readonly id: string; readonly label: string }[],
  draw: (drawing: Drawing, id: string | null, label: string, x: number, y: number) => void,
): LegendEntry[] {
  return [...answers, { id: null, label: l10n.t('not reported or not settled') }].map(({ id, label }) => ({
    label,
    sign: (drawing, x, y) => draw(drawing, id, label, x, y),
  }));
}
