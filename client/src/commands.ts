import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type GuardedEdit,
  type PictureFile,
  type ReportResult,
  reportRequest,
  type UpdateResult,
  updateAllRequest,
} from '../../server/src/lsp/protocol.js';
import { knownReviews } from './status.js';

/** The commands that make a report of the review that the file in front belongs to. */
export function registerCommands(client: BaseLanguageClient): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('metasynth.generateSynthesisTable', (uri?: vscode.Uri) =>
      generate(client, 'synthesis-table', uri),
    ),
    vscode.commands.registerCommand('metasynth.generateOutline', (uri?: vscode.Uri) =>
      generate(client, 'outline', uri),
    ),
    vscode.commands.registerCommand('metasynth.generateChecklist', (uri?: vscode.Uri) =>
      generate(client, 'checklist', uri),
    ),
    vscode.commands.registerCommand('metasynth.generateTranslation', (uri?: vscode.Uri) =>
      generate(client, 'translation', uri),
    ),
    vscode.commands.registerCommand('metasynth.generateEffectSizes', (uri?: vscode.Uri) =>
      generate(client, 'effect-sizes', uri),
    ),
    vscode.commands.registerCommand('metasynth.updateAll', (uri?: vscode.Uri) => updateAll(client, uri)),
  ];
}

/** Puts a report into its block in the manuscript; without one, into a new document. */
async function generate(client: BaseLanguageClient, report: string, given: vscode.Uri | undefined): Promise<void> {
  const uri = given ?? (await fileOfReview());
  const ask = (): Promise<ReportResult | null> =>
    uri ? client.sendRequest(reportRequest, { uri: uri.toString(), report }) : Promise.resolve(null);
  let result = await ask();
  if (!result) {
    belongsToNone();
    return;
  }
  if (result.manuscript === undefined) {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: result.markdown });
    await vscode.window.showTextDocument(document);
    return;
  }
  // The manuscript is opened first: the server then speaks of the text that the edit will meet.
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(result.manuscript));
  result = (await ask()) ?? result;
  const applied = await applyGuarded(result.edits);
  if (applied) await writePictures(result.pictures);
  const editor = await vscode.window.showTextDocument(document, { preserveFocus: false });
  const [first] = result.edits.filter(edit => edit.uri === document.uri.toString());
  if (first)
    editor.revealRange(
      new vscode.Range(first.range.start.line, 0, first.range.start.line, 0),
      vscode.TextEditorRevealType.AtTop,
    );
  if (result.edits.length === 0) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Metasynth: the block fits the data already.'), 4000);
  } else if (!applied) changedMeanwhile();
}

/** Brings all generated blocks of a review up to date, in one edit, and the pictures beside them. */
async function updateAll(client: BaseLanguageClient, given: vscode.Uri | undefined): Promise<void> {
  const uri = given ?? (await fileOfReview());
  const ask = async (): Promise<UpdateResult | null> =>
    uri ? client.sendRequest(updateAllRequest, { uri: uri.toString() }) : null;
  let result = await ask();
  if (!result) {
    belongsToNone();
    return;
  }
  // What is to be changed is opened first: the server then speaks of the texts that the edit will meet.
  for (const file of new Set(result.edits.map(edit => edit.uri))) {
    await vscode.workspace.openTextDocument(vscode.Uri.parse(file));
  }
  result = (await ask()) ?? result;
  if (!(await applyGuarded(result.edits))) {
    changedMeanwhile();
    return;
  }
  const written = await writePictures(result.pictures);
  const { length } = result.edits;
  const said =
    length + written === 0
      ? vscode.l10n.t('Metasynth: everything generated fits the data already.')
      : vscode.l10n.t('Metasynth: brought up to date: {0} blocks, {1} pictures.', length, written);
  vscode.window.setStatusBarMessage(said, 4000);
}

/** Says that a command needs a file of a review. */
export function belongsToNone(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('This file belongs to no review. A review is a folder with a file metasynth.yaml.'),
  );
}

/** Says that the manuscript is no longer what an edit was made for. */
export function changedMeanwhile(): void {
  void vscode.window.showWarningMessage(
    vscode.l10n.t('The manuscript changed in the meantime, so nothing was written. Please run the command again.'),
  );
}

/**
 * Writes the pictures of a block beside the manuscript, and gives how many were not there as they should be. What somebody else made
 * is left as it is, and told of.
 */
export async function writePictures(pictures: readonly PictureFile[]): Promise<number> {
  const { fs } = vscode.workspace;
  let written = 0;
  for (const { uri, svg, mark } of pictures) {
    const file = vscode.Uri.parse(uri);
    const there = await fs.readFile(file).then(
      bytes => withoutReturns(new TextDecoder().decode(bytes)),
      () => undefined,
    );
    if (there === svg) continue;
    if (there !== undefined && !there.includes(mark)) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          '{0} was not written, since what lies there is no picture that Metasynth made.',
          vscode.workspace.asRelativePath(file),
        ),
      );
      continue;
    }
    await fs.writeFile(file, new TextEncoder().encode(svg));
    written++;
  }
  return written;
}

/** Opens a file so that the server speaks of the text that an edit will meet. A file that is not there yet is none to open. */
export async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** One undoable edit, and none at all where something else stands than was expected. */
export async function applyGuarded(edits: readonly GuardedEdit[]): Promise<boolean> {
  const change = new vscode.WorkspaceEdit();
  for (const { uri, range, expected, newText } of edits) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const at = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
    if (withoutReturns(document.getText(at)) !== withoutReturns(expected)) return false;
    change.replace(document.uri, at, newText);
  }
  return vscode.workspace.applyEdit(change);
}

function withoutReturns(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** A file of the review that is meant: the one in front, else the only review, else the one that is chosen. */
export async function fileOfReview(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const reviews = knownReviews();
  const owns = (root: string): boolean => active?.toString().startsWith(`${root}/`) === true;
  if (active && reviews.some(review => owns(review.root))) return active;
  const inside = (root: string): vscode.Uri => vscode.Uri.joinPath(vscode.Uri.parse(root), 'metasynth.yaml');
  const [only] = reviews;
  if (only && reviews.length === 1) return inside(only.root);
  if (reviews.length === 0) return active;
  const chosen = await vscode.window.showQuickPick(
    reviews.map(review => ({ label: review.title || review.root, description: review.root, root: review.root })),
    { placeHolder: vscode.l10n.t('Which review?') },
  );
  return chosen && inside(chosen.root);
}
