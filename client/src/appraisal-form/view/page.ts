import type { FormState, FromPage, ToPage } from '../messages.js';
import type { Words } from '../words.js';

/** What VS Code gives to the script of a page. */
interface VsCode {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}
declare function acquireVsCodeApi(): VsCode;

/** What outlives the page, which is thrown away whenever its tab is not shown. */
export interface PageState extends FormState {
  /** Reasons that were typed and are not known to be written, by the field's id. */
  readonly drafts: Readonly<Record<string, string>>;
  /** The field that had the focus. */
  readonly focus?: string;
}

/** What is asked to be written, before it has its turn. */
export type Writing =
  | Omit<Extract<FromPage, { kind: 'answer' }>, 'turn'>
  | Omit<Extract<FromPage, { kind: 'settle' }>, 'turn'>;

/** The page's ties to the extension: what is said to it, what is kept, and what is read out. */
export class Page {
  private readonly vscode = acquireVsCodeApi();
  private state: PageState = { uri: '', study: '', reviewer: '', ...this.kept(), drafts: this.kept().drafts ?? {} };
  private turn = 0;
  private readonly refusals = new Map<number, () => void>();
  /** What to read out once the turn's writing is known. */
  private said: { readonly turn: number; readonly text: string } | undefined;
  words!: Words;

  constructor(private readonly status: HTMLElement) {}

  private kept(): Partial<PageState> {
    const state = this.vscode.getState();
    return typeof state === 'object' && state !== null ? state : {};
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

  /**
   * Asks for something to be written.
   *
   * @param said what is read out when it has been
   * @returns its turn: forms of an earlier one do not know of it yet
   */
  write(message: Writing, said: string, refused?: () => void): number {
    const turn = ++this.turn;
    this.said = { turn, text: said };
    if (refused) this.refusals.set(turn, refused);
    this.post({ ...message, turn } as FromPage);
    return turn;
  }

  /** Takes what became of a turn. */
  dealtWith(message: Extract<ToPage, { kind: 'written' | 'refused' }>): void {
    const refused = this.refusals.get(message.turn);
    this.refusals.delete(message.turn);
    if (message.kind === 'refused') refused?.();
  }

  /** What was done up to a turn, in words, once. */
  takeSaid(turn: number): string | undefined {
    if (!this.said || this.said.turn > turn) return undefined;
    const { text } = this.said;
    this.said = undefined;
    return text;
  }

  /** Says something to people who look and to those who listen. */
  announce(text: string, urgent = false): void {
    this.status.classList.toggle('problem', urgent);
    this.status.textContent = text;
  }
}
