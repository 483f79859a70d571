import type { FiguresPart, NamedReport } from '../../../../server/src/lsp/protocol.js';
import { element, filled } from '../../page/view/dom.js';
import type { Words } from '../words.js';
import { actButton } from './parts.js';

/**
 * The figures of every report. A figure is shown as a picture and not as a part of the page: nothing in a picture can run, load or
 * lead anywhere, whatever a review says in it.
 *
 * @param made those that have been made so far, by the report's name
 */
export function figuresView(
  reports: readonly NamedReport[],
  made: ReadonlyMap<string, FiguresPart>,
  tables: readonly NamedReport[],
  words: Words,
): HTMLElement {
  return element(
    'div',
    {},
    ...reports.map(({ name, label }) => {
      const part = made.get(name);
      const table = tables.some(each => each.name === name);
      const content = part ? pictures(part, words) : [element('p', { class: 'waiting' }, words.drawing)];
      return element(
        'section',
        { id: `figures-${name}`, 'data-figures': name, class: part ? 'figures' : 'figures unmade' },
        element('h2', {}, label),
        ...(table && part && part.figures.length > 0
          ? [element('p', {}, actButton(words.asTable, { kind: 'table', report: name }, { class: 'link' }))]
          : []),
        ...content,
      );
    }),
  );
}

function pictures({ figures }: FiguresPart, words: Words): HTMLElement[] {
  if (figures.length === 0) return [element('p', {}, words.noFigure)];
  return figures.flatMap(({ name, alt, svg, width, height }) => [
    element(
      'figure',
      { id: `figure-${name}` },
      element('img', {
        src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`,
        alt,
        width: String(Math.round(width)),
        height: String(Math.round(height)),
      }),
    ),
    element('p', { class: 'saves' }, ...(['svg', 'png'] as const).map(format => saveButton(name, format, words))),
  ]);
}

function saveButton(figure: string, format: 'svg' | 'png', words: Words): HTMLElement {
  const text = filled(words.saveAs, format.toUpperCase());
  return actButton(text, { kind: 'save', figure, format }, { class: 'link', 'aria-label': `${text} ${figure}` });
}
