import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CompareNextResult, compareNextRequest } from '../../server/src/lsp/protocol.js';
import { fileOfReview } from './commands.js';

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
    const result = uri && (await ask(uri.toString()));
    if (!uri || !result) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('This file belongs to no review. A review is a folder with a file metasynth.yaml.'),
      );
      return;
    }
    if (result.problem !== undefined) void vscode.window.showWarningMessage(result.problem);
    if (result.study !== undefined) await openCells(client, uri.toString(), result, ask);
    const page = vscode.Uri.from({
      scheme,
      path: `/${vscode.l10n.t('Compare next')}.md`,
      query: uri.toString(),
    });
    changed.fire(page);
    await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
  };

  return [
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, provider),
    vscode.commands.registerCommand('metasynth.compareNext', compareNext),
  ];
}

/** Writes the cells that the study has not got yet, and shows the first that is open. */
async function openCells(
  client: BaseLanguageClient,
  uri: string,
  { edit, file }: CompareNextResult,
  ask: (uri: string) => Promise<CompareNextResult | null>,
): Promise<void> {
  if (edit) {
    const change = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
    if (!change || !(await vscode.workspace.applyEdit(change))) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('A file changed in the meantime, so nothing was written. Please run the command again.'),
      );
      return;
    }
  }
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(file));
    const cell = (await ask(uri))?.cell;
    const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    if (!cell) return;
    const at = new vscode.Position(cell.start.line, cell.start.character);
    editor.selection = new vscode.Selection(at, at);
    editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  } catch {
    // There is no file of the translation yet, and none could be made: the page says what is to be compared all the same.
  }
}
