import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { translationChangedNotification } from '../../../server/src/lsp/protocol.js';
import { fileOfReview } from '../commands.js';
import type { GridState } from './messages.js';
import { GridPanel, viewType } from './panel.js';

/** The command that opens the grid of a translation, and the grids that are open. */
export function registerTranslationGrid(client: BaseLanguageClient, extension: vscode.Uri): vscode.Disposable {
  const panels = new Set<GridPanel>();
  const keep = (panel: vscode.WebviewPanel, state: GridState): void => {
    const grid = new GridPanel(panel, client, extension, state);
    panels.add(grid);
    grid.onDispose(() => panels.delete(grid));
  };

  const open = async (given?: unknown): Promise<void> => {
    const uri = given instanceof vscode.Uri ? given : await fileOfReview();
    if (!uri) return;
    const known = [...panels].find(each => each.isAbout(uri) || each.state.uri === uri.toString());
    if (known) {
      known.reveal();
      return;
    }
    const title = vscode.l10n.t('Translation Grid');
    keep(vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active), { uri: uri.toString() });
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand('metasynth.openTranslationGrid', open),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, state: Partial<GridState> | undefined) => {
        if (typeof state?.uri === 'string') keep(panel, { ...state, uri: state.uri });
        else panel.dispose();
      },
    }),
    // Typing in a file of the review shows in the grid at once; what else changes is told by the server.
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) for (const each of panels) if (each.isAbout(document.uri)) void each.refresh();
    }),
    client.onNotification(translationChangedNotification, () => {
      for (const each of panels) void each.refresh();
    }),
  );
}
