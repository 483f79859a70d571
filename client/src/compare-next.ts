import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CompareNextResult, compareNextRequest } from '../../server/src/lsp/protocol.js';
import { belongsToNone, fileOfReview, opened } from './commands.js';

const scheme = 'metasynth-compare';

/** The step of reading one study against those before it: its cells in the file, and beside it a page of what is to be compared. */
export function registerCompareNext(client: BaseLanguageClient): vscode.Disposable[] {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const ask = (uri: string): Promise<CompareNextResult | null> => client.sendRequest(compareNextRequest, { uri });
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async ({ query }) =>
      (await ask(query))?.page ?? vscode.l10n.t('This file belongs to no review.'),
  };

  const compareNext = async (given?: unknown): Promise<void> => {
    const uri = given instanceof vscode.Uri ? given : await fileOfReview();
    const found = uri && (await written(client, uri.toString(), ask));
    const result = found?.result;
    if (!uri || !result) {
      belongsToNone();
      return;
    }
    if (result.problem !== undefined) void vscode.window.showWarningMessage(result.problem);
    if (found.changed) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('A file changed in the meantime, so nothing was written. Please run the command again.'),
      );
    }
    const page = vscode.Uri.from({
      scheme,
      path: `/${vscode.l10n.t('Compare next')}.md`,
      query: uri.toString(),
    });
    changed.fire(page);
    await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
    // Last, so that the cursor waits in the cell; a page takes the focus once it is there.
    if (result.study !== undefined) {
      await previewShown();
      await showCells(result);
    }
  };

  return [
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, provider),
    vscode.commands.registerCommand('metasynth.compareNext', compareNext),
  ];
}

/** Somebody may be typing in the file: what is to be written is then asked for anew, but not for ever. */
const mostTries = 4;

/**
 * Writes the cells that the study has not got yet, into the text that they were made for and no other: what is next afterwards, and
 * whether the file changed so often that nothing was written. Undefined where there is no review.
 */
async function written(
  client: BaseLanguageClient,
  uri: string,
  ask: (uri: string) => Promise<CompareNextResult | null>,
): Promise<{ readonly result: CompareNextResult; readonly changed: boolean } | undefined> {
  let result = await ask(uri);
  for (let tries = 0; result && tries < mostTries; tries++) {
    if (!result.edit) return { result, changed: false };
    // Opened, so that the server speaks of the text that an edit will meet.
    const document = await opened(vscode.Uri.parse(result.file));
    const version = document?.version;
    result = await ask(uri);
    const change = result?.edit && (await client.protocol2CodeConverter.asWorkspaceEdit(result.edit));
    if (document?.version !== version) continue;
    if (change && (await vscode.workspace.applyEdit(change))) result = await ask(uri);
  }
  return result ? { result, changed: result.edit !== undefined } : undefined;
}

/** Resolves once a page is in front, or after a second: it is a matter of where the cursor is, and of nothing else. */
async function previewShown(): Promise<void> {
  const inFront = (): boolean =>
    vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview;
  for (let waited = 0; waited < 1_000 && !inFront(); waited += 50) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** Shows the first cell of the study that is to be compared. */
async function showCells({ file, cell }: CompareNextResult): Promise<void> {
  // Where there is no file of the translation yet, and none could be made, the page says what is to be compared all the same.
  const document = await opened(vscode.Uri.parse(file));
  if (!document) return;
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  if (!cell) return;
  const at = new vscode.Position(cell.start.line, cell.start.character);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
