import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ClientFile, findReviewsRequest, listRequest, readRequest } from '../../server/src/lsp/protocol.js';

const reviewFile = 'metasynth.yaml';
const largestFile = 20 * 1024 * 1024;
const ignored = new Set(['node_modules', 'bower_components', '__pycache__', 'venv']);
const deepest = 24;

/** Reads files for a server that cannot: in a browser, and in folders that lie on no disk. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(findReviewsRequest, async ({ folders }) => {
    const found: string[] = [];
    for (const folder of folders) {
      for (const file of await filesUnder(vscode.Uri.parse(folder))) {
        if (file.path.endsWith(`/${reviewFile}`)) found.push(vscode.Uri.joinPath(file, '..').toString());
      }
    }
    return found;
  });
  client.onRequest(listRequest, async ({ root }) =>
    (await filesUnder(vscode.Uri.parse(root))).map(file => file.toString()),
  );
  client.onRequest(readRequest, ({ uris }) => Promise.all(uris.map(read)));
}

/** All files at or under a folder; links are not followed, since they may lead out of it. */
async function filesUnder(folder: vscode.Uri, depth = 0): Promise<vscode.Uri[]> {
  let entries: [string, vscode.FileType][];
  try {
    entries = await vscode.workspace.fs.readDirectory(folder);
  } catch {
    // A folder that may not be read holds nothing for us.
    return [];
  }
  const nested = await Promise.all(
    entries.map(([name, type]) => {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.File) return [uri];
      const enter =
        type === vscode.FileType.Directory && depth < deepest && !ignored.has(name) && !name.startsWith('.');
      return enter ? filesUnder(uri, depth + 1) : [];
    }),
  );
  return nested.flat();
}

async function read(uri: string): Promise<ClientFile> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
    return bytes.length > largestFile ? { uri, failure: 'too-large' } : { uri, base64: toBase64(bytes) };
  } catch (error) {
    const missing = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    return { uri, failure: missing ? 'missing' : 'denied' };
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  const step = 0x8000;
  for (let start = 0; start < bytes.length; start += step) {
    binary += String.fromCharCode(...bytes.subarray(start, start + step));
  }
  return btoa(binary);
}
