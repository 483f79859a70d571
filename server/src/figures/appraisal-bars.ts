import * as l10n from '@vscode/l10n';
import type { AppraisalDrawn } from './appraisal-data.js';
import { answersLegend, drawShare, inkOf } from './appraisal-signs.js';
import { colours, Drawing, middleBaseline, room } from './drawing.js';
import type { Drawn } from './drawn.js';
import { drawLegend } from './legend.js';
import { shortened } from './words.js';

const margin = 14;
const bar = { width: 440, height: 20, step: 28 };
const size = 11.5;
const longest = 260;

/** Draws for each item how many studies have each settled answer, as parts of a bar with their numbers. */
export function drawBars({ title, items, answers, studies }: AppraisalDrawn): Drawn {
  const drawing = new Drawing();
  const names = items.map(({ number, label }) => shortened(`${number} ${label}`, longest, size));
  const x0 = margin + names.reduce((most, name) => Math.max(most, room(name, size)), 0) + 12;
  const kinds: { id: string | null; label: string }[] = [...answers, { id: null, label: '' }];
  const counted = items.map((_, at) =>
    kinds.map(({ id }) => studies.filter(study => (study.answers[at] ?? null) === id).length),
  );
  const all = Math.max(1, studies.length);
  items.forEach((_, at) => {
    const y = margin + at * bar.step;
    drawing.text(names[at] ?? '', x0 - 10, middleBaseline(y + bar.height / 2, size), { size, anchor: 'end' });
    let x = x0;
    kinds.forEach(({ id, label }, kind) => {
      const count = counted[at]?.[kind] ?? 0;
      if (count === 0) return;
      const area = { x, y, width: (bar.width * count) / all, height: bar.height };
      drawShare(drawing, id, label, area);
      const words = String(count);
      if (room(words, size, 'bold') + 8 <= area.width) {
        const { ink, ground } = inkOf(id, label);
        const middle = x + area.width / 2;
        const width = room(words, size, 'bold') + 6;
        if (ground) drawing.rect(middle - width / 2, y + 3, width, bar.height - 6, { fill: ground });
        drawing.text(words, middle, middleBaseline(y + bar.height / 2, size), {
          size,
          weight: 'bold',
          anchor: 'middle',
          fill: ink,
        });
      }
      x += area.width;
    });
  });
  const y1 = margin + items.length * bar.step;
  const scale = [0, 25, 50, 75, 100];
  drawing.line(
    [
      { x: x0, y: y1 },
      { x: x0 + bar.width, y: y1 },
    ],
    { stroke: colours.ink, strokeWidth: 1 },
  );
  for (const percent of scale) {
    const x = x0 + (bar.width * percent) / 100;
    drawing.line(
      [
        { x, y: y1 },
        { x, y: y1 + 4 },
      ],
      { stroke: colours.ink, strokeWidth: 1 },
    );
    drawing.text(l10n.t('{0}%', percent), x, y1 + 17, { size: 10.5, anchor: 'middle' });
  }
  drawing.text(l10n.t('of {0} studies', studies.length), x0 + bar.width / 2, y1 + 34, { size: 10.5, anchor: 'middle' });
  const width = x0 + bar.width + 22;
  const end = drawLegend(
    drawing,
    answersLegend(answers, (to, id, label, x, y) =>
      drawShare(to, id, label, { x: x - 10, y: y - 7, width: 20, height: 14 }),
    ),
    { x: margin, y: y1 + 44, width: width - margin },
  );
  const whole = { width: width + margin, height: end + margin };
  return {
    svg: drawing.svg({ ...whole, title, description: describe(items, kinds, counted) }),
    width: Math.ceil(whole.width),
    height: Math.ceil(whole.height),
  };
}

function describe(
  items: AppraisalDrawn['items'],
  kinds: readonly { readonly id: string | null; readonly label: string }[],
  counted: readonly (readonly number[])[],
): string {
  return items
    .map(({ number, label }, at) => {
      const told = kinds.flatMap(({ id, label: answer }, kind) => {
        const count = counted[at]?.[kind] ?? 0;
        return count === 0 ? [] : [`${id === null ? l10n.t('not reported or not settled') : answer} ${count}`];
      });
      return `${number} ${label}: ${told.join(', ')}.`;
    })
    .join(' ');
}
