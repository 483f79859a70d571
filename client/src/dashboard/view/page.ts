import type { DashboardState, FromPage } from '../messages.js';
import { tabs } from './tabs.js';

/** What VS Code gives to the script of a page. */
interface VsCode {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}
declare function acquireVsCodeApi(): VsCode;

/** What outlives the page, which is thrown away whenever its tab is not shown. */
export interface PageState extends DashboardState {
  /** How far each tab is scrolled down. */
  readonly scrolled: Readonly<Record<string, number>>;
}

/** The page's ties to the extension: what is said to it, and what is kept. */
export class Page {
  private readonly vscode = acquireVsCodeApi();
  private state: PageState = { ...begun, ...this.kept() };

  private kept(): Partial<PageState> {
    const state = this.vscode.getState() as Partial<PageState> | undefined;
    return typeof state === 'object' && state !== null && tabs.includes(state.tab!) ? state : {};
  }

  get current(): PageState {
    return this.state;
  }

  keep(change: Partial<PageState>): void {
    this.state = { ...this.state, ...change };
    this.vscode.setState(this.state);
  }

  post(message: FromPage): void {
    this.vscode.postMessage(message);
  }
}

const begun: PageState = { uri: '', tab: 'overview', table: { report: 'synthesis-table' }, scrolled: {} };
