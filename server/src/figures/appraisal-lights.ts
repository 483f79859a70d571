import * as l10n from '@vscode/l10n';
import type { AppraisalDrawn } from './appraisal-data.js';
import { answersLegend, drawAnswer } from './appraisal-signs.js';
import { colours, Drawing, middleBaseline, room } from './drawing.js';
import type { Drawn } from './drawn.js';
import { drawLegend } from './legend.js';
import { shortened } from './words.js';

const margin = 14;
const row = 23;
const column = 30;
const size = 11.5;
const longest = { name: 230, item: 240, total: 90 };

/** Draws the settled answers, a study a row and an item a column, as traffic lights with signs in them. */
export function drawLights({ title, items, answers, studies }: AppraisalDrawn): Drawn {
  const drawing = new Drawing();
  const names = studies.map(({ name }) => shortened(name, longest.name, size));
  const heads = items.map(({ number, label }) => shortened(`${number} ${label}`, longest.item, size));
  const totals = studies.map(({ total }) => shortened(total, longest.total, size));
  const totalHead = l10n.t('Total');
  const hasTotals = totals.some(total => total !== '');
  const nameWidth = widestOf(names);
  const x0 = margin + nameWidth + 12;
  const y0 = margin + Math.max(widestOf(heads), hasTotals ? room(totalHead, size) : 0) + 12;
  const labels = new Map(answers.map(({ id, label }) => [id, label]));

  heads.forEach((head, at) => {
    drawing.upwards(head, middleBaseline(x0 + (at + 0.5) * column, size), y0 - 8, { size });
  });
  const x1 = x0 + items.length * column;
  const totalWidth = hasTotals ? Math.max(column, widestOf(totals) + 12) : 0;
  if (hasTotals) {
    drawing.upwards(totalHead, middleBaseline(x1 + totalWidth / 2, size), y0 - 8, { size, weight: 'bold' });
  }
  studies.forEach((study, index) => {
    const y = y0 + index * row;
    if (index % 2 === 0) {
      drawing.rect(margin - 4, y, x1 + totalWidth - margin + 8, row, { fill: colours.wash });
    }
    const middle = y + row / 2;
    drawing.text(names[index] ?? '', margin, middleBaseline(middle, size), { size });
    study.answers.forEach((id, at) => {
      drawAnswer(drawing, id, (id !== null && labels.get(id)) || '', x0 + (at + 0.5) * column, middle);
    });
    drawing.text(totals[index] ?? '', x1 + totalWidth / 2, middleBaseline(middle, size), { size, anchor: 'middle' });
  });
  const bottom = y0 + studies.length * row;
  drawing.line(
    [
      { x: margin - 4, y: y0 },
      { x: x1 + totalWidth + 4, y: y0 },
    ],
    { stroke: colours.ink, strokeWidth: 1 },
  );
  const width = Math.max(x1 + totalWidth + 4, margin + 360);
  const legendEnd = drawLegend(
    drawing,
    answersLegend(answers, (to, id, label, x, y) => drawAnswer(to, id, label, x, y, 8)),
    { x: margin, y: bottom + 12, width: width - margin },
  );
  const whole = { width: width + margin, height: legendEnd + margin };
  return {
    svg: drawing.svg({ ...whole, title, description: describe(studies, labels, items) }),
    width: Math.ceil(whole.width),
    height: Math.ceil(whole.height),
  };
}

function describe(
  studies: AppraisalDrawn['studies'],
  labels: ReadonlyMap<string, string>,
  items: AppraisalDrawn['items'],
): string {
  return studies
    .map(({ name, answers }) => {
      const told = answers.flatMap((id, at) =>
        id === null ? [] : [`${items[at]?.number ?? at + 1} ${labels.get(id) ?? id}`],
      );
      return `${name}: ${told.length > 0 ? told.join(', ') : l10n.t('not reported or not settled')}.`;
    })
    .join(' ');
}

function widestOf(lines: readonly string[]): number {
  return lines.reduce((most, line) => Math.max(most, room(line, size)), 0);
}
