import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type TranslationGridResult,
  translateCellRequest,
  translationGridRequest,
} from '../../../server/src/lsp/protocol.js';
import { opened } from '../commands.js';
import { pageHtml, resourcesOf } from '../page/html.js';
import { Refreshing } from '../page/refreshing.js';
import type { Entered, FromPage, GridState, ToPage } from './messages.js';
import { gridWords } from './words.js';

export const viewType = 'metasynth.translationGrid';

/** How often a cell is asked for anew while somebody types in the file. */
const mostTries = 4;

/** A grid in a tab: passes on what the server makes of the review, and writes what is entered. */
export class GridPanel {
  private shown: TranslationGridResult | undefined;
  private ready = false;
  private readonly refreshing = new Refreshing(() => this.fetch());
  /** What is written, one after another. */
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly client: BaseLanguageClient,
    extension: vscode.Uri,
    readonly state: GridState,
  ) {
    panel.webview.options = { enableScripts: true, localResourceRoots: [resourcesOf(extension)] };
    panel.webview.onDidReceiveMessage((message: FromPage) => this.hear(message));
    panel.webview.html = pageHtml(panel.webview, extension, {
      name: 'translation-grid',
      title: vscode.l10n.t('Translation Grid'),
      main: 'grid',
    });
    panel.title = vscode.l10n.t('Translation Grid');
  }

  reveal(): void {
    this.panel.reveal(undefined, false);
  }

  onDispose(listener: () => void): void {
    this.panel.onDidDispose(listener);
  }

  /** Whether a file belongs to the review that is shown. */
  isAbout(uri: vscode.Uri): boolean {
    return this.shown !== undefined && uri.toString().startsWith(`${this.shown.root}/`);
  }

  /** Brings the grid up to date; while one is being fetched, once more afterwards. */
  async refresh(): Promise<void> {
    if (this.ready) await this.refreshing.ask();
  }

  private async fetch(): Promise<void> {
    const grid = await this.client.sendRequest(translationGridRequest, { uri: this.state.uri });
    if (!grid) {
      this.shown = undefined;
      this.post({ kind: 'gone', text: vscode.l10n.t('There is no review here any more.') });
      return;
    }
    this.shown = grid;
    this.post({ kind: 'grid', grid, state: this.state, words: gridWords() });
  }

  private post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  private hear(message: FromPage): void {
    switch (message.kind) {
      case 'ready':
        this.ready = true;
        void this.refresh();
        return;
      case 'enter': {
        const { kind: _, ...entered } = message;
        this.writing = this.writing
          .then(() => this.write(entered))
          .catch((error: unknown) => this.refused(error instanceof Error ? error.message : String(error)));
        return;
      }
      case 'show-text':
        void this.showText(message.construct, message.study);
        return;
    }
  }

  private async write(entered: Entered): Promise<void> {
    for (let tries = 0; tries < mostTries; tries++) {
      const document = await this.document();
      const version = document?.version;
      const result = await this.client.sendRequest(translateCellRequest, { ...entered, uri: this.state.uri });
      if (!result || result.problem !== undefined) {
        this.refused(result?.problem ?? vscode.l10n.t('There is no review here any more.'));
        return;
      }
      // Somebody may be typing in the file: what was to be changed is then asked for anew.
      if (document?.version !== version) continue;
      const wasDirty = document?.isDirty === true;
      const change = result.edit && (await this.client.protocol2CodeConverter.asWorkspaceEdit(result.edit));
      if (document?.version !== version) continue;
      if (change && !(await vscode.workspace.applyEdit(change))) continue;
      const saved = !wasDirty && ((await (await this.document())?.save()) ?? true);
      this.post({ kind: 'written', saved });
      await this.refresh();
      return;
    }
    this.refused(vscode.l10n.t('The file changed in the meantime.'));
  }

  /** The file of the translation, opened so that the server speaks of the text that an edit will meet; undefined where there is none. */
  private async document(): Promise<vscode.TextDocument | undefined> {
    const file = this.shown?.file;
    return file === undefined ? undefined : opened(vscode.Uri.parse(file));
  }

  private refused(problem: string): void {
    this.post({ kind: 'refused', problem });
    void this.refresh();
  }

  private async showText(construct: string, study: string): Promise<void> {
    const { shown } = this;
    const row = shown?.constructs.findIndex(each => each.id === construct) ?? -1;
    const column = shown?.studies.findIndex(each => each.key === study) ?? -1;
    const at = shown?.cells[row]?.[column]?.at;
    const document = await this.document();
    if (!document) return;
    const line = at?.line ?? 0;
    const selection = new vscode.Range(line, at?.character ?? 0, line, at?.character ?? 0);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, selection });
  }
}
