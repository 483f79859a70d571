import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { dashboardChangedNotification } from '../../../server/src/lsp/protocol.js';
import { belongsToNone, fileOfReview } from '../commands.js';
import { knownReviews } from '../status.js';
import type { DashboardState } from './messages.js';
import { DashboardPanel, viewType } from './panel.js';

/** The command that opens a review's dashboard, and the dashboards that are open: one for each review. */
export function registerDashboard(client: BaseLanguageClient, extension: vscode.Uri): vscode.Disposable {
  const panels = new Set<DashboardPanel>();
  const keep = (panel: DashboardPanel): void => {
    panels.add(panel);
    panel.onDispose(() => panels.delete(panel));
  };

  const open = async (given?: unknown): Promise<void> => {
    const uri = given instanceof vscode.Uri ? given : await fileOfReview();
    const root = uri && rootOf(uri);
    if (!uri || root === undefined) {
      belongsToNone();
      return;
    }
    const known = [...panels].find(each => each.root === root);
    if (known) {
      known.reveal();
      return;
    }
    const title = vscode.l10n.t('Review Dashboard');
    const panel = vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Beside);
    keep(new DashboardPanel(panel, client, extension, uri.toString(), root));
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand('metasynth.openDashboard', open),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, state: Partial<DashboardState> | undefined) => {
        if (typeof state?.uri !== 'string') {
          panel.dispose();
          return;
        }
        keep(new DashboardPanel(panel, client, extension, state.uri, undefined));
      },
    }),
    // Typing shows at once; what else changes, and what is judged once typing rests, is told by the server.
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) for (const each of panels) if (each.isAbout(document.uri)) each.typed();
    }),
    client.onNotification(dashboardChangedNotification, () => panels.forEach(each => void each.refresh())),
  );
}

/** The folder of the review that a file is in, the innermost where reviews are nested. */
function rootOf(uri: vscode.Uri): string | undefined {
  const roots = knownReviews().map(each => each.root);
  const owning = roots.filter(root => uri.toString().startsWith(`${root}/`)).sort((a, b) => b.length - a.length);
  return owning[0] ?? (roots.length === 1 ? roots[0] : undefined);
}
