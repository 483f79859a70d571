import * as vscode from 'vscode';

const name = 'peer-support';

/** Where the sample is to go, for those who run the command from a key binding or a test: it is not asked for. */
export interface SampleChoice {
  /** The folder in which the sample's own folder is made. */
  readonly into?: vscode.Uri;
  /** False to have it copied and not opened. */
  readonly open?: boolean;
}

/** The command that copies the sample to a folder of the user's, to look at and to change, and opens it. */
export function registerSample(extension: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand('metasynth.openSample', (given?: SampleChoice) =>
    openSample(extension, given),
  );
}

async function openSample(extension: vscode.Uri, given: SampleChoice = {}): Promise<void> {
  const { t } = vscode.l10n;
  const { fs } = vscode.workspace;
  const source = vscode.Uri.joinPath(extension, 'samples', name);
  // Of an extension that comes from the web single files can be read, but no folder listed.
  const readable = await fs.readDirectory(source).then(
    entries => entries.length > 0,
    () => false,
  );
  if (!readable) {
    void vscode.window.showInformationMessage(
      t('The sample cannot be copied here: a browser gives no folder to copy it to.'),
    );
    return;
  }
  const [into] = given.into
    ? [given.into]
    : ((await vscode.window.showOpenDialog({
        canSelectFiles: false,
        canSelectFolders: true,
        title: t('A folder to copy the sample to'),
        openLabel: t('Copy the sample here'),
      })) ?? []);
  if (!into) return;
  const folder = vscode.Uri.joinPath(into, name);
  try {
    await fs.copy(source, folder, { overwrite: false });
  } catch (error) {
    const there = error instanceof vscode.FileSystemError && error.code === 'FileExists';
    void vscode.window.showWarningMessage(
      there
        ? t('There is a folder {0} already, so nothing was written.', name)
        : t('The sample could not be copied: {0}', error instanceof Error ? error.message : String(error)),
    );
    return;
  }
  if (given.open === false) return;
  // Whoever has something open keeps it.
  const forceNewWindow = vscode.workspace.workspaceFolders !== undefined;
  await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
}
