import type { NamedReport, TableAsk, TablePart } from '../../../../server/src/lsp/protocol.js';
import { element, filled } from '../../page/view/dom.js';
import type { Words } from '../words.js';
import { actButton } from './parts.js';

/** The part of a report's table that is looked at, with what sorts it, and leads from its cells to their source. */
export function tableView(part: TablePart, ask: Omit<TableAsk, 'kind'>, label: string, words: Words): HTMLElement {
  const { header, rows, matching, total, columns, head } = part;
  if (total === 0) return element('p', {}, words.noRows);
  if (rows.length === 0) return element('p', {}, words.noMatch);
  const [left, hidden] = [matching - rows.length, columns - header.length];
  const [moreRows, moreColumns] = [Math.min(left, Math.max(100, rows.length)), Math.min(hidden, 40)];
  return element(
    'div',
    {},
    element(
      'div',
      { class: 'scroll', id: `scroll-${part.report}`, role: 'region', 'aria-label': label, tabindex: '0' },
      element(
        'table',
        { class: 'grid', 'aria-rowcount': String(matching + 1), 'data-report': part.report },
        element(
          'thead',
          {},
          element('tr', {}, ...header.map((name, column) => headerCell(name, column, ask.sort, words))),
        ),
        element(
          'tbody',
          {},
          ...rows.map(({ id, cells, linked }) => {
            const act = (text: string): HTMLElement =>
              actButton(text, { kind: 'cell', report: part.report, row: id, column: head }, { class: 'link' });
            return element(
              'tr',
              { id: `row-${id}`, ...(linked && { 'data-row': id }) },
              ...cells.map((cell, column) => {
                const text = String(cell);
                if (column !== head) return element('td', typeof cell === 'number' ? { class: 'number' } : {}, text);
                return element('th', { scope: 'row' }, linked && text !== '' ? act(text) : text);
              }),
            );
          }),
        ),
      ),
    ),
    element(
      'p',
      { class: 'moves' },
      ...(left > 0
        ? [
            actButton(
              filled(words.moreRows, moreRows),
              { kind: 'more', what: 'rows', to: rows.length + moreRows },
              { id: 'more-rows' },
            ),
          ]
        : []),
      ...(hidden > 0
        ? [
            actButton(
              filled(words.moreColumns, moreColumns),
              { kind: 'more', what: 'columns', to: header.length + moreColumns },
              { id: 'more-columns' },
            ),
          ]
        : []),
    ),
  );
}

function headerCell(name: string, column: number, sort: TableAsk['sort'], words: Words): HTMLElement {
  const sorted = sort?.column === column ? sort : undefined;
  const direction = !sorted ? 'none' : sorted.descending ? 'descending' : 'ascending';
  const sign = element('span', { class: 'sign', 'aria-hidden': 'true' }, !sorted ? '' : sorted.descending ? '▼' : '▲');
  const press = actButton(name, { kind: 'sort', column }, { title: filled(words.sortBy, name) });
  press.append(sign);
  return element('th', { scope: 'col', 'aria-sort': direction }, press);
}

/** Which table, and the words that its rows must have. It is there once, and is only brought up to date. */
export class TableTools {
  readonly element: HTMLElement;
  private readonly select: HTMLSelectElement;
  private readonly input: HTMLInputElement;
  private readonly count: HTMLElement;
  private names = '';

  constructor(
    private readonly words: Words,
    changed: (change: { readonly report?: string; readonly filter?: string }) => void,
  ) {
    this.select = element('select', { id: 'report' });
    this.input = element('input', { id: 'filter', type: 'search', autocomplete: 'off', spellcheck: 'false' });
    this.count = element('span', { class: 'count-of-rows' });
    this.select.addEventListener('change', () => changed({ report: this.select.value }));
    this.input.addEventListener('input', () => changed({ filter: this.input.value }));
    this.element = element(
      'div',
      { class: 'tools' },
      element('span', {}, element('label', { for: 'report' }, words.table), this.select),
      element('span', {}, element('label', { for: 'filter' }, words.filter), this.input),
      this.count,
    );
  }

  update(
    tables: readonly NamedReport[],
    { report, filter }: Omit<TableAsk, 'kind'>,
    part: TablePart | undefined,
  ): void {
    const names = JSON.stringify(tables);
    if (names !== this.names) {
      this.names = names;
      this.select.replaceChildren(...tables.map(({ name, label }) => element('option', { value: name }, label)));
    }
    if (this.select.value !== report) this.select.value = report;
    if (this.input !== document.activeElement && this.input.value !== (filter ?? '')) this.input.value = filter ?? '';
    const text = part ? rowsWords(part, this.words) : '';
    if (this.count.textContent !== text) this.count.textContent = text;
  }
}

/** *12 of 34 rows*, and how many of them are shown where that is fewer. */
export function rowsWords({ matching, total, rows }: TablePart, words: Words): string {
  const found = filled(words.rows, matching, total);
  return rows.length < matching ? `${found} · ${filled(words.showing, rows.length)}` : found;
}
