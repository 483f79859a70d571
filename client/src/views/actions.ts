import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type TreeItem, treeRequest } from '../../../server/src/lsp/protocol.js';
import type { Shown } from './provider.js';

/** What can be done with something that a tree shows. The commands that do it are those of the palette. */
export function registerTreeCommands(client: BaseLanguageClient, shown: () => Shown): vscode.Disposable[] {
  const register = (name: string, task: (node: TreeItem) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`metasynth.tree.${name}`, async (node?: TreeItem) => {
      if (node) await task(node);
    });
  const { executeCommand } = vscode.commands;
  return [
    register('appraise', ({ at }) => at && executeCommand('metasynth.appraiseStudy', vscode.Uri.parse(at.uri))),
    register('openEntry', ({ at }) => open(at)),
    register('openSection', ({ section }) => open(section)),
    register('rename', async ({ at }) => {
      if (!(await open(at))) return;
      await executeCommand('editor.action.rename');
    }),
    register('merge', ({ name }) => executeCommand('metasynth.mergeThemes', { uri: shown().uri, from: name })),
    register('showStudies', node => showStudies(client, node, shown())),
    register('openReport', ({ name }) => executeCommand('metasynth.openReport', name)),
    register('placeReport', ({ name }) => executeCommand('metasynth.placeReport', name)),
    register('export', ({ name }) => executeCommand('metasynth.exportReport', { report: name })),
  ];
}

/** Opens a place, with the cursor on the name that stands there. */
async function open(at: TreeItem['at']): Promise<vscode.TextEditor | undefined> {
  if (!at) return undefined;
  const { start } = at.range;
  return vscode.window.showTextDocument(vscode.Uri.parse(at.uri), {
    selection: new vscode.Range(start.line, start.character, start.line, start.character),
  });
}

/** The studies behind a theme or a construct, as VS Code shows references: each at the line that names a theme. */
async function showStudies(client: BaseLanguageClient, node: TreeItem, { uri, reviewer }: Shown): Promise<void> {
  if (uri === undefined || !node.at) return;
  const below = (path: TreeItem['treePath']): Promise<readonly TreeItem[]> =>
    client.sendRequest(treeRequest, { uri, view: 'constructs', path, reviewer });
  const themes = node.kind === 'theme' ? [node] : await below(node.treePath);
  const places: NonNullable<TreeItem['at']>[] = [];
  for (const theme of themes) places.push(...(await below(theme.treePath)).flatMap(({ at }) => at ?? []));
  await open(node.at);
  await vscode.commands.executeCommand('metasynth.showReferences', node.at.uri, node.at.range.start, places);
}
