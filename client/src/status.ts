import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ReviewStatus, statusNotification } from '../../server/src/lsp/protocol.js';

let reviews: readonly ReviewStatus[] = [];

/** The reviews that the server has told of. */
export function knownReviews(): readonly ReviewStatus[] {
  return reviews;
}

/**
 * `34 studies · 9 to look at`: the review of the file in front, or the only one. A click opens the problems. `first`
 * resolves when the server has told of the reviews for the first time, having read them all.
 */
export function showStatus(client: BaseLanguageClient): vscode.Disposable & { readonly first: Promise<void> } {
  let told = (): void => {};
  const first = new Promise<void>(resolve => {
    told = resolve;
  });
  const item = vscode.window.createStatusBarItem('metasynth.status', vscode.StatusBarAlignment.Left, 50);
  item.name = 'Metasynth';
  item.command = 'workbench.actions.view.problems';
  const dashboard = vscode.window.createStatusBarItem('metasynth.dashboard', vscode.StatusBarAlignment.Left, 49);
  dashboard.name = vscode.l10n.t('Metasynth: Dashboard');
  dashboard.text = '$(dashboard)';
  dashboard.tooltip = vscode.l10n.t('Open the dashboard of the review');
  dashboard.accessibilityInformation = { label: dashboard.tooltip };
  dashboard.command = 'metasynth.openDashboard';
  const update = (): void => {
    const review = current();
    if (!review) {
      item.hide();
      dashboard.hide();
      return;
    }
    const { studies, toLookAt, title, constructs } = review;
    const words = studies === 1 ? vscode.l10n.t('1 study') : vscode.l10n.t('{0} studies', studies);
    item.text = `$(book) ${words} · ${vscode.l10n.t('{0} to look at', toLookAt)}`;
    item.tooltip = vscode.l10n.t(
      '{0}: {1} studies, {2} constructs, {3} errors and warnings',
      title,
      studies,
      constructs,
      toLookAt,
    );
    item.accessibilityInformation = { label: item.tooltip };
    item.show();
    dashboard.show();
  };
  const subscriptions = [
    item,
    dashboard,
    client.onNotification(statusNotification, status => {
      reviews = status.reviews;
      update();
      told();
    }),
    vscode.window.onDidChangeActiveTextEditor(update),
  ];
  return { first, dispose: () => subscriptions.forEach(each => void each.dispose()) };
}

function current(): ReviewStatus | undefined {
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  const owning = reviews
    .filter(review => active?.startsWith(`${review.root}/`))
    .sort((a, b) => b.root.length - a.root.length);
  return owning[0] ?? (reviews.length === 1 ? reviews[0] : undefined);
}
