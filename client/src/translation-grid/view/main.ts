import type { TranslationGridResult } from '../../../../server/src/lsp/protocol.js';
import { element, filled, setText } from '../../page/view/dom.js';
import type { FromPage, GridState, ToPage } from '../messages.js';
import type { Words } from '../words.js';
import { type Cell, CellEditor } from './editor.js';

interface Host {
  postMessage(message: FromPage): void;
  getState(): GridState | undefined;
  setState(state: GridState): void;
}
declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const root = document.getElementById('grid')!;
const status = document.getElementById('status')!;

let words: Words | undefined;
let table: Table | undefined;
/** True while something that was entered is on its way into the file. */
let writing = false;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.kind) {
    case 'grid':
      take(data);
      return;
    case 'written':
      writing = false;
      if (words) setText(status, data.saved ? words.saved : words.unsaved);
      return;
    case 'refused':
      writing = false;
      if (words) setText(status, filled(words.notWritten, data.problem));
      return;
    case 'gone':
      table = undefined;
      root.replaceChildren(element('p', { class: 'notice' }, data.text));
      return;
  }
});

function take({ grid, state, words: told }: Extract<ToPage, { kind: 'grid' }>): void {
  words = told;
  const kept = host.getState();
  const at = kept?.uri === state.uri ? { ...state, ...kept } : state;
  host.setState(at);
  if (table?.fits(grid)) {
    if (table.update(grid) && !writing && document.hasFocus()) setText(status, told.followed);
    return;
  }
  const hadFocus = root.contains(document.activeElement);
  table = new Table(grid, told, at);
  root.replaceChildren(table.element);
  if (hadFocus) table.focus();
}

/** The table: a row for each construct, a column for each study, and one cell that the keyboard stands on. */
class Table {
  readonly element: HTMLElement;
  private readonly heading: HTMLElement;
  private readonly count = element('p', { class: 'count' });
  private readonly body = element('tbody', { role: 'rowgroup' });
  private readonly aside = element('aside');
  private readonly cells: HTMLTableCellElement[][] = [];
  private row = 0;
  private column = 0;
  private editor: CellEditor | undefined;

  constructor(
    private grid: TranslationGridResult,
    private readonly words: Words,
    at: GridState,
  ) {
    this.heading = element('h1', {}, words.title);
    const { constructs, studies } = grid;
    const header = element(
      'tr',
      { role: 'row' },
      element('th', { role: 'columnheader', scope: 'col' }, words.construct),
      ...studies.map(study => element('th', { role: 'columnheader', scope: 'col' }, study.name)),
    );
    for (const construct of constructs) {
      const row = studies.map(() => element('td', { role: 'gridcell', tabindex: '-1' }));
      this.cells.push(row);
      this.body.append(
        element('tr', { role: 'row' }, element('th', { role: 'rowheader', scope: 'row' }, construct.label), ...row),
      );
    }
    const content = element(
      'table',
      { role: 'grid', 'aria-label': words.title },
      element('thead', { role: 'rowgroup' }, header),
      this.body,
    );
    content.addEventListener('keydown', event => this.press(event));
    content.addEventListener('click', ({ target }) => this.point(target, false));
    content.addEventListener('dblclick', ({ target }) => this.point(target, true));
    const empty = constructs.length === 0 || studies.length === 0;
    this.element = element(
      'div',
      {},
      this.heading,
      this.count,
      empty
        ? element('p', { class: 'notice' }, words.empty)
        : element('div', { class: 'beside' }, element('div', { class: 'scroll' }, content), this.aside),
      element('p', { class: 'keys' }, words.keys),
    );
    this.row = Math.max(
      0,
      constructs.findIndex(each => each.id === at.construct),
    );
    this.column = Math.max(
      0,
      studies.findIndex(each => each.key === at.study),
    );
    this.update(grid);
    this.cells[this.row]?.[this.column]?.setAttribute('tabindex', '0');
  }

  /** Whether a grid has the same rows and columns, so that its cells can be brought up to date in their places. */
  fits({ constructs, studies }: TranslationGridResult): boolean {
    const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
    const names = (grid: Pick<TranslationGridResult, 'constructs' | 'studies'>): unknown => [
      grid.constructs.map(each => [each.id, each.label]),
      grid.studies.map(each => [each.key, each.name]),
    ];
    return same(names({ constructs, studies }), names(this.grid));
  }

  /** Brings the cells up to date, each in its place; true when one says something else. */
  update(grid: TranslationGridResult): boolean {
    this.grid = grid;
    let changed = false;
    setText(this.count, filled(this.words.counted, grid.compared, grid.total));
    for (const [row, cells] of grid.cells.entries()) {
      for (const [column, cell] of cells.entries()) {
        const target = this.cells[row]?.[column];
        if (!target) continue;
        const text = this.wordsOf(cell);
        if (target.textContent !== text) {
          changed = changed || target.textContent !== '';
          target.textContent = text;
        }
        target.className = `${cell.state} ${cell.relation ?? ''}`.trim().replace(/to do/g, 'to-do');
      }
    }
    const { editor } = this;
    if (editor) {
      const row = grid.constructs.findIndex(each => each.id === editor.construct.id);
      const column = grid.studies.findIndex(each => each.key === editor.study.key);
      const cell = grid.cells[row]?.[column];
      if (cell) editor.follow(cell);
      else this.leave();
    }
    return changed;
  }

  focus(): void {
    this.cells[this.row]?.[this.column]?.focus();
  }

  private wordsOf({ relation, themes, note, state }: Cell): string {
    const said = state === 'open' ? this.words.relations[''] : this.words.relations[relation ?? ''];
    const names = themes.map(each => each.wording ?? each.label).join('; ');
    const words = names === '' ? said : `${said}: ${names}`;
    return note === undefined ? words : `${words} (${this.words.notes})`;
  }

  private press(event: KeyboardEvent): void {
    const last = { row: this.cells.length - 1, column: (this.cells[0]?.length ?? 1) - 1 };
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [this.row - 1, this.column],
      ArrowDown: [this.row + 1, this.column],
      ArrowLeft: [this.row, this.column - 1],
      ArrowRight: [this.row, this.column + 1],
      Home: [event.ctrlKey ? 0 : this.row, 0],
      End: [event.ctrlKey ? last.row : this.row, last.column],
    };
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      this.moveTo(Math.min(Math.max(move[0], 0), last.row), Math.min(Math.max(move[1], 0), last.column));
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      this.edit();
    } else if (event.key === 'Escape') {
      this.leave();
    }
  }

  private point(target: EventTarget | null, edit: boolean): void {
    for (const [row, cells] of this.cells.entries()) {
      const column = cells.indexOf(target as HTMLTableCellElement);
      if (column < 0) continue;
      this.moveTo(row, column);
      if (edit) this.edit();
    }
  }

  /** The cell that the keyboard stands on is the only one that the tab key reaches. */
  private moveTo(row: number, column: number): void {
    this.cells[this.row]?.[this.column]?.setAttribute('tabindex', '-1');
    this.row = row;
    this.column = column;
    const cell = this.cells[row]?.[column];
    cell?.setAttribute('tabindex', '0');
    cell?.focus();
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const state = host.getState();
    const [construct, study] = [this.grid.constructs[row]?.id, this.grid.studies[column]?.key];
    if (state && construct !== undefined && study !== undefined) host.setState({ ...state, construct, study });
  }

  private edit(): void {
    const construct = this.grid.constructs[this.row];
    const study = this.grid.studies[this.column];
    const cell = this.grid.cells[this.row]?.[this.column];
    if (!construct || !study || !cell) return;
    this.editor = new CellEditor(construct, study, cell, this.words, {
      save: entered => {
        if (Object.keys(entered).length > 2) {
          writing = true;
          host.postMessage({ kind: 'enter', ...entered });
        }
        this.leave();
      },
      leave: () => this.leave(),
      showText: () => host.postMessage({ kind: 'show-text', construct: construct.id, study: study.key }),
    });
    this.aside.replaceChildren(this.editor.element);
    this.editor.focus();
  }

  /** Back to the cell, and nothing is written of what was not saved. */
  private leave(): void {
    if (!this.editor) return;
    this.editor = undefined;
    this.aside.replaceChildren();
    this.focus();
  }
}

host.postMessage({ kind: 'ready' });
