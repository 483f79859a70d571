import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ExportResult, exportableRequest, exportRequest } from '../../server/src/lsp/protocol.js';
import { fileOfReview } from './commands.js';

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
    void vscode.window.showInformationMessage(
      vscode.l10n.t('This file belongs to no review. A review is a folder with a file metasynth.yaml.'),
    );
    return;
  }
  // The dialog itself asks before a file is written over.
  const target =
    given.target ??
    (await vscode.window.showSaveDialog({
      defaultUri: vscode.Uri.joinPath(uri, '..', `${report.command}.${format.ending}`),
      filters: { [format.name]: [format.ending] },
      title: vscode.l10n.t('Export report'),
    }));
  if (target) await save(target, result, given.target !== undefined);
}

async function save(target: vscode.Uri, { base64, figures }: ExportResult, quietly: boolean): Promise<void> {
  try {
    for (const { path, text } of figures) {
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(target, '..', path), new TextEncoder().encode(text));
    }
    await vscode.workspace.fs.writeFile(
      target,
      Uint8Array.from(atob(base64), sign => sign.charCodeAt(0)),
    );
  } catch (error) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The report could not be written: {0}', error instanceof Error ? error.message : String(error)),
    );
    return;
  }
  if (quietly) return;
  const open = vscode.l10n.t('Open');
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('Written: {0}', name), open);
  if (chosen !== open) return;
  // Text opens beside the review; office files in their own program.
  if (/\.(?:md|html|tex|csv|json|svg)$/.test(name)) await vscode.commands.executeCommand('vscode.open', target);
  else await vscode.env.openExternal(target);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
