import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DraftResultsResult, draftResultsRequest } from '../../server/src/lsp/protocol.js';
import { applyGuarded, belongsToNone, changedMeanwhile, fileOfReview, writePictures } from './commands.js';

/** The command that puts into the manuscript what its results lack, and leaves what its authors have written as it is. */
export function registerDraftResults(client: BaseLanguageClient): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('metasynth.draftResults', async (given?: unknown) => {
      const uri = given instanceof vscode.Uri ? given : await fileOfReview();
      await draft(client, uri?.toString());
    }),
  ];
}

async function draft(client: BaseLanguageClient, uri: string | undefined): Promise<void> {
  const ask = (): Promise<DraftResultsResult | null> =>
    uri === undefined ? Promise.resolve(null) : client.sendRequest(draftResultsRequest, { uri });
  let result = await ask();
  if (!result) {
    belongsToNone();
    return;
  }
  // The manuscripts are opened first: the server then speaks of the texts that the edit will meet.
  const addresses = new Set(result.edits.map(edit => edit.uri));
  for (const address of addresses) await vscode.workspace.openTextDocument(vscode.Uri.parse(address));
  if (addresses.size > 0) result = (await ask()) ?? result;
  if (result.problem !== undefined) {
    void vscode.window.showWarningMessage(result.problem);
    return;
  }
  const { created, edits, first } = result;
  if (!first) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The results lack nothing that could be drafted: every construct has its section.'),
    );
    return;
  }
  if (!(await (created ? create(created) : applyGuarded(edits)))) {
    changedMeanwhile();
    return;
  }
  await writePictures(result.pictures);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(first.uri));
  const editor = await vscode.window.showTextDocument(document);
  const at = new vscode.Position(Math.min(first.line, document.lineCount - 1), 0);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.AtTop);
}

/** Makes the manuscript; never over a file that has come in the meantime. */
function create({ uri, text }: NonNullable<DraftResultsResult['created']>): Thenable<boolean> {
  const change = new vscode.WorkspaceEdit();
  change.createFile(vscode.Uri.parse(uri), { overwrite: false, contents: new TextEncoder().encode(text) });
  return vscode.workspace.applyEdit(change);
}
