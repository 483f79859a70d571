import type {
  DashboardAsk,
  DashboardPart,
  DashboardResult,
  FiguresPart,
  TablePart,
} from '../../../../server/src/lsp/protocol.js';
import { element, filled, setText } from '../../page/view/dom.js';
import { patchKeepingFocus } from '../../page/view/patch.js';
import type { Tab, ToPage } from '../messages.js';
import type { Words } from '../words.js';
import { constructsView } from './constructs.js';
import { figuresView } from './figures.js';
import { overviewView, toLookAt } from './overview.js';
import { Page } from './page.js';
import type { Act } from './parts.js';
import { pictureFile } from './picture-file.js';
import { rowsWords, TableTools, tableView } from './tables.js';
import { Tabs } from './tabs.js';

const root = document.getElementById('dashboard')!;
const status = document.getElementById('status')!;
const page = new Page();
/** How many of each list of a construct are told unless more are asked for. */
const mostListed = 30;

const heading = element('h1', { id: 'review' });
const panel = element('div', { id: 'panel', role: 'tabpanel', tabindex: '-1' });
const content = element('div', { id: 'content' });
let words: Words | undefined;
let parts: { readonly tabs: Tabs; readonly tools: TableTools } | undefined;
/** What was told last of the part in front. */
let last: DashboardResult | undefined;
let part: DashboardPart | undefined;
/** The figures that have been made, and those that are in sight. */
const made = new Map<string, FiguresPart>();
const inSight = new Set<string>();
/** True while somebody has changed what rows they want to see, whose number is then read out. */
let asking = false;
let told = '';

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.kind) {
    case 'begin':
      begin(data.words);
      page.keep({ uri: data.uri });
      return;
    case 'part':
      take(data.ask, data.result);
      return;
    case 'gone':
      last = undefined;
      part = undefined;
      content.replaceChildren(element('p', { class: 'notice' }, data.text));
      return;
  }
});

function begin(given: Words): void {
  words = given;
  const tools = new TableTools(given, change => {
    asking = true;
    const { table } = page.current;
    if (change.report !== undefined) toTable(change.report);
    else {
      // As many rows as before of others would be too many: they are counted anew.
      const { rows: _, ...rest } = table;
      page.keep({ table: { ...rest, filter: change.filter ?? '' } });
      look();
    }
  });
  parts = { tabs: new Tabs(given, turnTo), tools };
  panel.replaceChildren(tools.element, content);
  content.replaceChildren(element('p', { class: 'waiting' }, given.waiting));
  root.replaceChildren(heading, parts.tabs.element, panel);
  setText(heading, given.dashboard);
  showTab();
}

/** What of the dashboard is in front. */
function asks(): DashboardAsk[] {
  const { tab, table, most } = page.current;
  switch (tab) {
    case 'overview':
      return [{ kind: 'overview' }];
    case 'tables':
      return [{ kind: 'table', ...table }];
    case 'constructs':
      return [{ kind: 'constructs', most: most ?? mostListed }];
    case 'figures': {
      // The first of them tells which there are.
      const names = last?.figures.map(each => each.name).filter(name => inSight.has(name)) ?? [];
      return (names.length > 0 ? names : ['flow']).map(report => ({ kind: 'figures', report }));
    }
  }
}

let looking = '';
function look(fresh = false): void {
  const at = asks();
  const wish = JSON.stringify(at);
  if (!fresh && wish === looking) return;
  looking = wish;
  page.post({ kind: 'look', at, ...(fresh && { fresh }) });
}

function take(ask: DashboardAsk, result: DashboardResult): void {
  // What was asked for before somebody went on to something else comes too late.
  if (!words || !asks().some(each => JSON.stringify(each) === JSON.stringify(ask))) return;
  last = result;
  part = result.part;
  setText(heading, result.title === '' ? words.dashboard : result.title);
  if (part.kind === 'figures') made.set(part.report, part);
  render();
  announce();
}

function render(): void {
  if (!words || !parts || !last || !part) return;
  const { table, tab } = page.current;
  const shownTable = part.kind === 'table' ? part : undefined;
  parts.tools.update(last.tables, table, shownTable);
  const view = viewOf(part, last, words);
  if (!view) return;
  patchKeepingFocus(content, element('div', { id: 'content' }, view), panel);
  if (tab === 'figures') watchFigures();
  scrollBack();
}

function viewOf(part: DashboardPart, result: DashboardResult, words: Words): HTMLElement | undefined {
  const { table, most } = page.current;
  switch (part.kind) {
    case 'overview':
      return overviewView(part, words);
    case 'constructs':
      return constructsView(part, most ?? mostListed, words);
    case 'table':
      return tableView(part, table, result.tables.find(each => each.name === part.report)?.label ?? part.report, words);
    case 'figures':
      return figuresView(result.figures, made, result.tables, words);
    case 'none':
      return element('p', {}, words.noRows);
    case 'cell':
      return undefined;
  }
}

/** Says how many rows there are once somebody has asked for others, and that the files have changed what stands here. */
function announce(): void {
  if (!words || !part) return;
  if (part.kind === 'table' && asking) status.textContent = rowsWords(part as TablePart, words);
  asking = false;
  if (part.kind !== 'overview') return;
  const now = filled(words.followed, part.studies, toLookAt(part));
  if (told !== '' && told !== now) status.textContent = now;
  told = now;
}

function turnTo(tab: Tab): void {
  if (page.current.tab === tab) return;
  page.keep({ tab });
  part = undefined;
  made.clear();
  inSight.clear();
  status.textContent = '';
  content.replaceChildren(element('p', { class: 'waiting' }, words?.waiting ?? ''));
  showTab();
  look();
}

function showTab(): void {
  const { tab } = page.current;
  parts?.tabs.update(tab);
  panel.setAttribute('aria-labelledby', `tab-${tab}`);
  if (parts) parts.tools.element.hidden = tab !== 'tables';
  toScroll = page.current.scrolled[tab];
}

function toTable(report: string): void {
  const isOther = page.current.table.report !== report;
  page.keep({ tab: 'tables', ...(isOther && { table: { report } }) });
  showTab();
  look();
}

/** Figures are made once they come into sight. */
const watcher = new IntersectionObserver(
  entries => {
    for (const { target, isIntersecting } of entries) {
      const name = target.getAttribute('data-figures') ?? '';
      if (isIntersecting) inSight.add(name);
      else inSight.delete(name);
    }
    if (page.current.tab === 'figures') look();
  },
  { rootMargin: '200px' },
);
function watchFigures(): void {
  for (const section of content.querySelectorAll('[data-figures]')) watcher.observe(section);
}

/** How far down to go once what is there is long enough: a tab is found as it was left. */
let toScroll: number | undefined;
function scrollBack(): void {
  if (toScroll === undefined) return;
  const wanted = toScroll;
  toScroll = undefined;
  window.scrollTo({ top: wanted });
}
let scrolling: ReturnType<typeof setTimeout> | undefined;
window.addEventListener('scroll', () => {
  clearTimeout(scrolling);
  const { tab, scrolled } = page.current;
  scrolling = setTimeout(() => page.keep({ scrolled: { ...scrolled, [tab]: window.scrollY } }), 200);
});

root.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  const act = target.closest('[data-act]')?.getAttribute('data-act');
  if (act) {
    perform(JSON.parse(act) as Act);
    return;
  }
  // A pointer may go for any cell of a row that leads somewhere; with the keyboard its first does.
  const cell = target.closest('tr[data-row] > td');
  if (!cell || !getSelection()?.isCollapsed) return;
  const row = cell.parentElement!;
  const report = row.closest('table')?.getAttribute('data-report') ?? '';
  const column = [...row.children].indexOf(cell);
  page.post({ kind: 'cell', report, row: row.getAttribute('data-row') ?? '', column });
});

function perform(act: Act): void {
  const { table } = page.current;
  switch (act.kind) {
    case 'sort': {
      const again = table.sort?.column === act.column;
      page.keep({ table: { ...table, sort: { column: act.column, descending: again && !table.sort?.descending } } });
      look();
      return;
    }
    case 'more':
      if (act.what === 'most') page.keep({ most: act.to });
      else page.keep({ table: { ...table, [act.what]: act.to } });
      asking = true;
      look();
      return;
    case 'table':
      toTable(act.report);
      return;
    case 'save':
      void save(act);
      return;
    default:
      page.post(act);
  }
}

async function save(act: Extract<Act, { kind: 'save' }>): Promise<void> {
  const image = document.getElementById(`figure-${act.figure}`)?.querySelector('img');
  if (!image) return;
  try {
    page.post({ ...act, content: await pictureFile(image, act.format) });
  } catch {
    status.textContent = words?.notSaved ?? '';
  }
}

look(true);
