// What the tests share. Files are reached through VS Code alone, since on the web there is no other file system.
import assert from 'assert';
import * as vscode from 'vscode';

/** For one test, in milliseconds. */
export const TEST_LIMIT = 20_000;

/** How long a condition may take to hold unless a test asks for less, in milliseconds. */
const WAIT_LIMIT = 10_000;

/** How often a condition is looked at between events, in milliseconds. */
const LOOK_EVERY = 20;

export const EXTENSION = 'metasynth.metasynth';

/** What `activate` returns. */
export interface Api {
  /** Settles when the language server runs and has read the reviews of the workspace. */
  ready: Promise<void>;
  /** The trees beside the editor. */
  views: Record<'studies' | 'constructs' | 'reports', vscode.TreeDataProvider<unknown>>;
}

/** Activates the extension and waits until it has read the workspace. */
export async function activated(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>(EXTENSION);
  assert.ok(extension, `${EXTENSION} is not installed`);
  const api = await extension.activate();
  assert.ok(api, 'activate() returned nothing, so it has failed');
  await api.ready;
  // In a browser VS Code saves by itself after a second. On a slow machine that would write a test's mistake into the file,
  // and dropping what is unsaved would then bring the mistake back.
  await vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global);
  return api;
}

/** The sample review, which is the one folder that is open. */
export function review(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return folder.uri;
}

/** A file of the sample, by its path below the review. */
export const fileOf = (path: string): vscode.Uri => vscode.Uri.joinPath(review(), ...path.split('/'));

/** The included study of that key, in whichever of its two forms the sample has it. */
export async function studyFile(key: string): Promise<vscode.Uri> {
  const entries = await vscode.workspace.fs.readDirectory(fileOf('studies'));
  const name = entries.map(([entry]) => entry).find(entry => entry === `${key}.md` || entry === `${key}.yaml`);
  assert.ok(name, `the sample has no study ${key}`);
  return fileOf(`studies/${name}`);
}

/** Opens a file in an editor. */
export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** Closes every editor and drops what is unsaved, so that no test sees another's changes. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The range of the first (or nth, from 0) occurrence of a text in a document. */
export function rangeOf(document: vscode.TextDocument, text: string, nth = 0): vscode.Range {
  let offset = -1;
  for (let seen = 0; seen <= nth; seen += 1) offset = document.getText().indexOf(text, offset + 1);
  assert.ok(offset >= 0, `${document.uri.path} does not contain ${JSON.stringify(text)}`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

/** Replaces the first occurrence of a text, as one edit that can be undone. */
export async function replace(editor: vscode.TextEditor, text: string, by: string): Promise<void> {
  const range = rangeOf(editor.document, text);
  assert.ok(await editor.edit(edit => edit.replace(range, by)), `the edit of ${editor.document.uri.path} was refused`);
}

/** Undoes the last edit in an editor. */
export async function undo(editor: vscode.TextEditor): Promise<void> {
  await vscode.window.showTextDocument(editor.document);
  await vscode.commands.executeCommand('undo');
}

/** Changes a file without opening it: on disk, or in the web's virtual file system. Returns the text it had. */
export async function rewrite(uri: vscode.Uri, change: (text: string) => string): Promise<string> {
  const before = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const after = change(before);
  assert.notEqual(after, before, `nothing to change in ${uri.path}`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(after));
  return before;
}

/** The code of a diagnostic as we give it: `appraisal.missing`. */
export function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return typeof code === 'object' ? String(code.value) : String(code ?? '');
}

/** Our diagnostics in a file whose code starts so; a whole code asks for that one alone. */
export function diagnosticsOf(uri: vscode.Uri, code: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(diagnostic => codeOf(diagnostic).startsWith(code));
}

/**
 * Waits until something is true, looking at every change of diagnostics and every few milliseconds.
 * @param what says what is waited for, should it not come
 * @returns what the condition gave, and how long it took in milliseconds
 */
export async function until<T>(
  what: string | (() => string),
  condition: () => T | undefined | false,
  limit = WAIT_LIMIT,
): Promise<{ value: T; elapsed: number }> {
  const began = Date.now();
  let wake = (): void => {};
  const listening = vscode.languages.onDidChangeDiagnostics(() => wake());
  try {
    for (;;) {
      const value = condition();
      const elapsed = Date.now() - began;
      if (value !== undefined && value !== false) return { value, elapsed };
      if (elapsed >= limit) assert.fail(`${typeof what === 'string' ? what : what()}: not within ${limit} ms`);
      await new Promise<void>(resolve => {
        wake = resolve;
        setTimeout(resolve, LOOK_EVERY);
      });
    }
  } finally {
    listening.dispose();
  }
}

/** Waits for a diagnostic of a code in a file. */
export const untilReported = (uri: vscode.Uri, code: string, limit?: number) =>
  until(
    () => `${code} in ${uri.path}, which has ${summary(uri)}`,
    () => diagnosticsOf(uri, code)[0],
    limit,
  );

/** Waits until a file has no diagnostic of a code. */
export const untilGone = (uri: vscode.Uri, code: string, limit?: number) =>
  until(`no ${code} in ${uri.path}`, () => diagnosticsOf(uri, code).length === 0, limit);

function summary(uri: vscode.Uri): string {
  return vscode.languages.getDiagnostics(uri).map(codeOf).join(', ') || 'nothing';
}

/** What a hover at a place says, as Markdown. */
export async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers
    .flatMap(({ contents }) => contents)
    .map(content => (typeof content === 'string' ? content : content.value))
    .join('\n\n');
}
