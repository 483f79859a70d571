import * as vscode from 'vscode';
import type { AnswerResult } from '../../../server/src/lsp/protocol.js';
import { applyGuarded } from '../commands.js';

/** What became of an edit: whether it was made, and whether the file holds it already. */
export type Written = 'saved' | 'unsaved' | 'changed-meanwhile';

/**
 * Makes an edit that can be undone, and saves the files that it touches. A file in which somebody has changes that are not saved is
 * left unsaved: it is theirs to save.
 */
export async function write({ edits, created }: AnswerResult): Promise<Written> {
  const uris = [...new Set([...edits, ...created].map(each => each.uri))].map(each => vscode.Uri.parse(each));
  const dirty = new Set(
    vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()),
  );
  if (created.length > 0) {
    const change = new vscode.WorkspaceEdit();
    for (const { uri, text } of created) {
      change.createFile(vscode.Uri.parse(uri), { overwrite: false, ignoreIfExists: false });
      change.insert(vscode.Uri.parse(uri), new vscode.Position(0, 0), text);
    }
    if (!(await vscode.workspace.applyEdit(change))) return 'changed-meanwhile';
  }
  if (edits.length > 0 && !(await applyGuarded(edits))) return 'changed-meanwhile';
  let saved = true;
  for (const uri of uris) {
    const document = await vscode.workspace.openTextDocument(uri);
    saved = !dirty.has(document.uri.toString()) && (await document.save()) && saved;
  }
  return saved ? 'saved' : 'unsaved';
}
