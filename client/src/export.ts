import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ExportResult, exportableRequest, exportRequest } from '../../server/src/lsp/protocol.js';
import { belongsToNone, fileOfReview } from './commands.js';

/** The command that writes a report into a file of its own, in a format that is chosen. */
export function registerExport(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('metasynth.exportReport', (given?: ExportChoice) =>
    exportReport(client, given),
  );
}

/** What is chosen already, for those who run the command from a key binding or a test. */
export interface ExportChoice {
  readonly report?: string;
  readonly format?: string;
  /** The file to write; nobody is asked then, and one that exists is written over. */
  readonly target?: vscode.Uri;
}

async function exportReport(client: BaseLanguageClient, given: ExportChoice = {}): Promise<void> {
  const uri = await fileOfReview();
  if (!uri) return;
  const reports = await client.sendRequest(exportableRequest, {});
  const report =
    reports.find(({ name }) => name === given.report) ??
    (
      await vscode.window.showQuickPick(
        reports.map(each => ({ label: capitalised(each.summary.replace(/^the /, '')), report: each })),
        { placeHolder: vscode.l10n.t('Which report?') },
      )
    )?.report;
  if (!report) return;
  const format =
    report.formats.find(({ ending }) => ending === given.format) ??
    (
      await vscode.window.showQuickPick(
        report.formats.map(each => ({ label: each.name, description: `.${each.ending}`, format: each })),
        { placeHolder: vscode.l10n.t('In which format?') },
      )
    )?.format;
  if (!format) return;
  const result = await client.sendRequest(exportRequest, {
    uri: uri.toString(),
    report: report.name,
    format: format.ending,
  });
  if (!result) {
    belongsToNone();
    return;
  }
  const name = `${report.command}.${format.ending}`;
  const bytes = Uint8Array.from(atob(result.base64), sign => sign.charCodeAt(0));
  if (given.target) await write(given.target, bytes, result.figures);
  else await saveAs(vscode.Uri.joinPath(uri, '..', name), format.name, bytes, result.figures);
}

/**
 * Asks where a file is to lie, writes it there with the drawings that belong beside it, and offers to open it.
 *
 * @param suggested where it lies unless somebody says otherwise; its ending is the format's
 * @param format what files of that ending are called
 */
export async function saveAs(
  suggested: vscode.Uri,
  format: string,
  bytes: Uint8Array,
  figures: ExportResult['figures'] = [],
): Promise<void> {
  const ending = suggested.path.slice(suggested.path.lastIndexOf('.') + 1);
  // The dialog itself asks before a file is written over.
  const target = await vscode.window.showSaveDialog({
    defaultUri: suggested,
    filters: { [format]: [ending] },
    title: vscode.l10n.t('Export report'),
  });
  if (!target || !(await write(target, bytes, figures))) return;
  const open = vscode.l10n.t('Open');
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('Written: {0}', name), open);
  if (chosen !== open) return;
  // Text and pictures open beside the review; office files in their own program.
  if (/\.(?:md|html|tex|csv|json|svg|png)$/.test(name)) await vscode.commands.executeCommand('vscode.open', target);
  else await vscode.env.openExternal(target);
}

async function write(target: vscode.Uri, bytes: Uint8Array, figures: ExportResult['figures']): Promise<boolean> {
  try {
    for (const { path, text } of figures) {
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(target, '..', path), new TextEncoder().encode(text));
    }
    await vscode.workspace.fs.writeFile(target, bytes);
    return true;
  } catch (error) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The report could not be written: {0}', error instanceof Error ? error.message : String(error)),
    );
    return false;
  }
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
