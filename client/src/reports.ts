import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { placeReportRequest, reportRequest, treeRequest } from '../../server/src/lsp/protocol.js';
import { applyGuarded, changedMeanwhile, fileOfReview, writePictures } from './commands.js';

const scheme = 'metasynth-report';

/**
 * Any report of a review: opened as Markdown to look at, which is made anew each time it is opened, or put into the manuscript,
 * where it stays true.
 */
export function registerReports(client: BaseLanguageClient): vscode.Disposable[] {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async ({ query }) => {
      const { uri, report } = JSON.parse(query) as { uri: string; report: string };
      return (await client.sendRequest(reportRequest, { uri, report }))?.markdown ?? '';
    },
  };
  return [
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, provider),
    vscode.commands.registerCommand('metasynth.openReport', async (given?: unknown) => {
      const wanted = await chooseReport(client, given, vscode.l10n.t('Which report?'));
      if (!wanted) return;
      const address = vscode.Uri.from({ scheme, path: `/${wanted.report}.md`, query: JSON.stringify(wanted) });
      changed.fire(address);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(address), { preview: true });
    }),
    vscode.commands.registerCommand('metasynth.placeReport', async (given?: unknown) => {
      const wanted = await chooseReport(client, given, vscode.l10n.t('Which report goes into the manuscript?'));
      if (wanted) await place(client, wanted);
    }),
  ];
}

interface Wanted {
  readonly uri: string;
  readonly report: string;
}

/** The report of a name, of the review that is meant; from the palette, one that is chosen. */
async function chooseReport(
  client: BaseLanguageClient,
  given: unknown,
  placeHolder: string,
): Promise<Wanted | undefined> {
  const uri = (await fileOfReview())?.toString();
  if (uri === undefined) return undefined;
  if (typeof given === 'string') return { uri, report: given };
  const reports = await client.sendRequest(treeRequest, { uri, view: 'reports', path: [], reviewer: '' });
  const chosen = await vscode.window.showQuickPick(
    reports.map(({ label, description, tooltip, name }) => ({ label, description, detail: tooltip[0] ?? '', name })),
    { placeHolder, matchOnDetail: true },
  );
  return chosen && { uri, report: chosen.name };
}

/** Brings a report into the manuscript: where the cursor is, if the manuscript is in front, else at its end. */
async function place(client: BaseLanguageClient, wanted: Wanted): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const before = editor && { uri: editor.document.uri.toString(), line: editor.selection.active.line };
  const ask = () => client.sendRequest(placeReportRequest, { ...wanted, ...(before && { before }) });
  let result = await ask();
  if (result.problem !== undefined || result.manuscript === undefined) {
    void vscode.window.showWarningMessage(result.problem ?? vscode.l10n.t('There is nothing to change.'));
    return;
  }
  // The manuscript is opened first: the server then speaks of the text that the edit will meet.
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(result.manuscript));
  result = await ask();
  const [first] = result.edits;
  if (!(await applyGuarded(result.edits))) {
    changedMeanwhile();
    return;
  }
  await writePictures(result.pictures);
  const shown = await vscode.window.showTextDocument(document);
  if (!first) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Metasynth: the block fits the data already.'), 4000);
    return;
  }
  const { line } = first.range.start;
  shown.selection = new vscode.Selection(line, 0, line, 0);
  shown.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
}
