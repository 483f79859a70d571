import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DashboardAsk, type DashboardPlace, dashboardRequest } from '../../../server/src/lsp/protocol.js';
import { pageHtml, resourcesOf } from '../page/html.js';
import type { FromPage, ToPage } from './messages.js';
import { savePicture } from './save-picture.js';
import { dashboardWords } from './words.js';

export const viewType = 'metasynth.dashboard';

/**
 * What takes longer to make, in milliseconds, is not made for each letter that is typed, but once typing rests: the server has
 * diagnostics and completion to think of first.
 */
const slow = 150;

/** A dashboard in a tab: asks the server for what is looked at, and for nothing while nobody looks. */
export class DashboardPanel {
  /** What the page shows; undefined until it is there. */
  private looking: readonly DashboardAsk[] | undefined;
  /** What the page was told last of each part, so that it is told only what is new. */
  private readonly told = new Map<string, string>();
  private refreshing = false;
  private stale = false;
  /** How long what is looked at took to make when it was made last. */
  private took = 0;
  private folder: string | undefined;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly client: BaseLanguageClient,
    extension: vscode.Uri,
    private readonly uri: string,
    /** The folder of the review; not known of a dashboard that is shown again after the window was loaded anew. */
    root: string | undefined,
  ) {
    this.folder = root;
    panel.webview.options = { enableScripts: true, localResourceRoots: [resourcesOf(extension)] };
    panel.webview.onDidReceiveMessage((message: FromPage) => void this.hear(message));
    // A page that is hidden is thrown away, and says that it is there when it comes again.
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.looking = undefined;
    });
    const title = vscode.l10n.t('Review Dashboard');
    panel.title = title;
    panel.webview.html = pageHtml(panel.webview, extension, {
      name: 'dashboard',
      title,
      main: 'dashboard',
      pictures: true,
    });
  }

  get root(): string | undefined {
    return this.folder;
  }

  reveal(): void {
    this.panel.reveal(undefined, false);
  }

  onDispose(listener: () => void): void {
    this.panel.onDidDispose(listener);
  }

  /** Whether a file can be part of the review. */
  isAbout(uri: vscode.Uri): boolean {
    return this.folder !== undefined && uri.toString().startsWith(`${this.folder}/`);
  }

  /** A file of the review is being typed in. The server tells when typing rests. */
  typed(): void {
    if (this.took <= slow) void this.refresh();
  }

  /** Brings what is looked at up to date; while it is being fetched, once more afterwards. */
  async refresh(): Promise<void> {
    this.stale = true;
    if (this.refreshing) return;
    this.refreshing = true;
    try {
      // An edit is told to the server in the same turn in which we hear of it, be it before us or after.
      await pause(0);
      while (this.stale && this.looking) {
        this.stale = false;
        const began = Date.now();
        for (const ask of this.looking) if (this.looking?.includes(ask)) await this.fetch(ask);
        this.took = Date.now() - began;
        if (this.stale && this.took > slow) await pause(this.took);
      }
    } finally {
      this.refreshing = false;
    }
  }

  private async fetch(ask: DashboardAsk): Promise<void> {
    const result = await this.client.sendRequest(dashboardRequest, { uri: this.uri, ask });
    if (!this.looking?.includes(ask)) return;
    if (!result) {
      this.post({ kind: 'gone', text: vscode.l10n.t('There is no review here any more.') });
      this.told.clear();
      return;
    }
    this.folder = result.root;
    const [key, words] = [JSON.stringify(ask), JSON.stringify(result)];
    if (this.told.get(key) === words) return;
    this.told.set(key, words);
    this.post({ kind: 'part', ask, result });
  }

  /** What the page no longer looks at is told again once it does. */
  private forget(kept: readonly DashboardAsk[]): void {
    const keys = new Set(kept.map(ask => JSON.stringify(ask)));
    for (const key of [...this.told.keys()]) if (!keys.has(key)) this.told.delete(key);
  }

  private post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  private async hear(message: FromPage): Promise<void> {
    switch (message.kind) {
      case 'look':
        if (message.fresh) this.post({ kind: 'begin', words: dashboardWords(), uri: this.uri });
        this.looking = message.at;
        this.forget(message.fresh ? [] : message.at);
        return this.refresh();
      case 'go':
        return this.go(message.place);
      case 'cell': {
        const result = await this.client.sendRequest(dashboardRequest, { uri: this.uri, ask: message });
        if (result?.part.kind === 'cell' && result.part.place) await this.go(result.part.place);
        return;
      }
      case 'save':
        return savePicture(message, vscode.Uri.parse(this.folder ?? this.uri));
      case 'problems':
        await vscode.commands.executeCommand('workbench.actions.view.problems');
        return;
    }
  }

  /** Shows a place beside the dashboard, in a column where files are open already if there is one. */
  private async go({ path, line, character, endLine, endCharacter }: DashboardPlace): Promise<void> {
    const parts = path.split('/');
    if (this.folder === undefined || parts.includes('..')) return;
    const uri = vscode.Uri.joinPath(vscode.Uri.parse(this.folder), ...parts);
    const own = this.panel.viewColumn;
    const other = vscode.window.tabGroups.all.find(group => group.viewColumn !== own)?.viewColumn;
    await vscode.window.showTextDocument(uri, {
      viewColumn: other ?? vscode.ViewColumn.Beside,
      selection: new vscode.Range(line, character, endLine, endCharacter),
    });
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
