import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type AppraisalFormResult,
  answerRequest,
  appraisalFormRequest,
  settleRequest,
} from '../../../server/src/lsp/protocol.js';
import { opened } from '../commands.js';
import { pageHtml, resourcesOf } from '../page/html.js';
import { Refreshing } from '../page/refreshing.js';
import type { FormState, FromPage, Opened, ToPage } from './messages.js';
import { chooseStudy, listFor } from './people.js';
import { formWords } from './words.js';
import { write } from './writing.js';

export const viewType = 'metasynth.appraisal';

/** A form in a tab: passes on what the server makes of the review, and writes what is answered. */
export class AppraisalPanel {
  private shown: AppraisalFormResult | undefined;
  private ready = false;
  /** The last turn of the page that has been dealt with. */
  private turn = 0;
  /** What is written, one after another. */
  private writing: Promise<void> = Promise.resolve();
  private readonly refreshing = new Refreshing(() => this.fetch());

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly client: BaseLanguageClient,
    extension: vscode.Uri,
    private state: FormState,
    /** The folder of the review; not known of a form that is shown again after the window was loaded anew. */
    private readonly given: string | undefined,
  ) {
    panel.webview.options = { enableScripts: true, localResourceRoots: [resourcesOf(extension)] };
    panel.webview.onDidReceiveMessage((message: FromPage) => this.hear(message));
    const title = vscode.l10n.t('Appraise Study');
    panel.webview.html = pageHtml(panel.webview, extension, { name: 'appraisal-form', title, main: 'form' });
    panel.title = title;
  }

  /** Shows another study, or the same to somebody else. */
  show(state: FormState): void {
    this.state = { ...this.state, ...state };
    void this.refresh();
  }

  reveal(): void {
    this.panel.reveal(undefined, false);
  }

  onDispose(listener: () => void): void {
    this.panel.onDidDispose(listener);
  }

  /** The folder of the review, as far as it is known. */
  get root(): string | undefined {
    return this.shown?.root ?? this.given;
  }

  /** Whether a change of a file can change what the form shows. */
  isAbout(uri: vscode.Uri): boolean {
    return /\/(?:appraisals\/[^/]+\.ya?ml|metasynth\.yaml)$/.test(uri.path) || uri.toString() === this.shown?.studyUri;
  }

  /** Brings the form up to date; while one is being fetched, once more afterwards. */
  async refresh(): Promise<void> {
    if (this.ready) await this.refreshing.ask();
  }

  private async fetch(): Promise<void> {
    const { state, turn } = this;
    const result = await this.client.sendRequest(appraisalFormRequest, {
      uri: state.uri,
      study: state.study,
      reviewer: state.reviewer,
    });
    if (state !== this.state) {
      this.refreshing.again();
      return;
    }
    if (!result) {
      this.shown = undefined;
      const text = vscode.l10n.t('There is no study "{0}" here for {1} to appraise.', state.study, state.reviewer);
      this.post({ kind: 'gone', text });
      return;
    }
    this.shown = result;
    this.panel.title = vscode.l10n.t('Appraise {0}', result.form.study.name);
    const fullText = result.fullTextUri !== undefined;
    this.post({ kind: 'form', form: result.form, state, words: formWords(), fullText, turn });
  }

  private post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  private hear(message: FromPage): void {
    switch (message.kind) {
      case 'ready':
        this.ready = true;
        this.turn = 0;
        void this.refresh();
        return;
      case 'answer':
      case 'settle':
        this.writing = this.writing.then(() => this.write(message)).catch(error => this.failed(message.turn, error));
        return;
      case 'go':
        this.show({ ...this.state, study: message.study });
        return;
      case 'open':
        void this.open(message.what);
        return;
      case 'choose-study':
        void this.choose('if-unknown');
        return;
      case 'choose-reviewer':
        void this.choose('always');
        return;
    }
  }

  private async write(message: Extract<FromPage, { readonly kind: 'answer' | 'settle' }>): Promise<void> {
    const { kind, turn, ...said } = message;
    const params = { ...said, uri: this.state.uri, reviewer: this.state.reviewer };
    if (this.shown) await opened(vscode.Uri.parse(this.shown.fileUri));
    // Somebody may be typing in the file: what was to be changed is then asked for anew.
    for (let tries = 0; ; tries++) {
      const result =
        kind === 'answer'
          ? await this.client.sendRequest(answerRequest, params)
          : await this.client.sendRequest(settleRequest, params);
      if (result.problem !== undefined) {
        this.refused(turn, result.problem);
        break;
      }
      const written = await write(result);
      if (written !== 'changed-meanwhile') {
        this.turn = turn;
        this.post({ kind: 'written', turn, saved: written === 'saved' });
        break;
      }
      if (tries === 3) {
        this.refused(turn, vscode.l10n.t('The file changed in the meantime.'));
        break;
      }
    }
    await this.refresh();
  }

  private refused(turn: number, problem: string): void {
    this.turn = turn;
    this.post({ kind: 'refused', turn, problem });
  }

  private failed(turn: number, error: unknown): void {
    this.refused(turn, error instanceof Error ? error.message : String(error));
    void this.refresh();
  }

  private async open(what: Opened): Promise<void> {
    const { shown } = this;
    if (!shown) return;
    if (what === 'checklist') {
      // A review's own checklist may name any address: only pages are opened.
      const { link } = shown.form.checklist;
      if (/^https?:\/\//i.test(link)) await vscode.env.openExternal(vscode.Uri.parse(link));
      return;
    }
    const address = { study: shown.studyUri, 'full-text': shown.fullTextUri, file: shown.fileUri }[what];
    if (address !== undefined) {
      await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(address), vscode.ViewColumn.Beside);
    }
  }

  private async choose(ask: 'if-unknown' | 'always'): Promise<void> {
    const list = await listFor(this.client, this.state.uri, ask);
    if (!list?.reviewer) return;
    const study = ask === 'always' ? this.state.study : await chooseStudy(list);
    if (study !== undefined) this.show({ ...this.state, study, reviewer: list.reviewer.id });
    this.reveal();
  }
}
