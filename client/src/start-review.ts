import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { approachesRequest, type NewReviewParams, newReviewRequest } from '../../server/src/lsp/protocol.js';

/** What is known of the new review already, for those who run the command from a key binding or a test: it is not asked for. */
export interface StartChoice extends Partial<NewReviewParams> {
  readonly folder?: vscode.Uri;
}

/** The command that starts a review: asks for a folder and the first things to say of it, and writes its files. */
export function registerStartReview(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('metasynth.startReview', (given?: StartChoice) => startReview(client, given));
}

async function startReview(client: BaseLanguageClient, given: StartChoice = {}): Promise<void> {
  const { t } = vscode.l10n;
  const folder = given.folder ?? (await chooseFolder());
  if (!folder) return;
  const title = given.title ?? (await ask(1, t('What is the review called?'), t('It can be changed at any time.')));
  if (title === undefined) return;
  const question = given.question ?? (await ask(2, t('What does it ask?'), t('May stay empty for now.')));
  if (question === undefined) return;
  const approach = given.approach ?? (await chooseApproach(client));
  if (approach === undefined) return;
  const raters =
    given.raters ?? (await ask(4, t('Who appraises the studies?'), t('Initials, with commas: JM, JS')))?.split(',');
  if (raters === undefined) return;
  const result = await client.sendRequest(newReviewRequest, { title, question, approach, raters });
  const problem = result.problem ?? (await taken(folder, result.files));
  if (problem !== undefined) {
    void vscode.window.showWarningMessage(problem);
    return;
  }
  await write(folder, result);
  const first = vscode.Uri.joinPath(folder, 'metasynth.yaml');
  if (vscode.workspace.getWorkspaceFolder(first)) await vscode.window.showTextDocument(first);
  else await vscode.commands.executeCommand('vscode.openFolder', folder);
}

/** A folder that is open, or any other. */
async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const { t } = vscode.l10n;
  const open = (vscode.workspace.workspaceFolders ?? []).map(({ name, uri }) => ({
    label: `$(folder) ${name}`,
    description: t('the folder that is open'),
    uri,
  }));
  if (open.length > 0) {
    const other = { label: `$(folder-opened) ${t('Another folder…')}`, description: '', uri: undefined };
    const picked = await vscode.window.showQuickPick([...open, other], {
      title: t('Start a Review'),
      placeHolder: t('Where should its files be? Nothing that is there is written over.'),
    });
    if (!picked) return undefined;
    if (picked.uri) return picked.uri;
  }
  const [chosen] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      title: t('A folder for the review'),
      openLabel: t('Start the review here'),
    })) ?? [];
  return chosen;
}

function ask(step: number, title: string, prompt: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: `${vscode.l10n.t('Start a Review')} (${step}/4)`,
    placeHolder: title,
    prompt: `${title} ${prompt}`,
    ignoreFocusOut: true,
  });
}

async function chooseApproach(client: BaseLanguageClient): Promise<string | undefined> {
  const approaches = await client.sendRequest(approachesRequest, {});
  const later = { label: vscode.l10n.t('Not decided yet'), approach: '' };
  const picked = await vscode.window.showQuickPick(
    [...approaches.map(approach => ({ label: approach.replaceAll('-', ' '), approach })), later],
    {
      title: `${vscode.l10n.t('Start a Review')} (3/4)`,
      placeHolder: vscode.l10n.t('Which approach?'),
      ignoreFocusOut: true,
    },
  );
  return picked?.approach;
}

/** Says so where a file of the new review is there already, in whatever capitals: on many machines it would be the same file. */
async function taken(folder: vscode.Uri, files: readonly { readonly path: string }[]): Promise<string | undefined> {
  const there = await vscode.workspace.fs.readDirectory(folder).then(
    entries => new Set(entries.map(([name]) => name.toLowerCase())),
    () => new Set<string>(),
  );
  const file = files.find(({ path }) => there.has(path.toLowerCase()));
  return file && vscode.l10n.t('There is a {0} in this folder already, so nothing was written.', file.path);
}

async function write(
  folder: vscode.Uri,
  {
    files,
    folders,
  }: { readonly files: readonly { path: string; text: string }[]; readonly folders: readonly string[] },
): Promise<void> {
  const { fs } = vscode.workspace;
  const at = (path: string): vscode.Uri => vscode.Uri.joinPath(folder, ...path.split('/'));
  await fs.createDirectory(folder);
  for (const path of folders) await fs.createDirectory(at(path));
  // The file that makes it a review comes last, so that the review is whole when it is read for the first time.
  const ordered = [...files].sort((a, b) => Number(a.path === 'metasynth.yaml') - Number(b.path === 'metasynth.yaml'));
  for (const { path, text } of ordered) await fs.writeFile(at(path), new TextEncoder().encode(text));
}
