import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ReportingStatus, type ReviewStatus, statusNotification } from '../../server/src/lsp/protocol.js';

let reviews: readonly ReviewStatus[] = [];

const statusChanged = new vscode.EventEmitter<void>();

/** Fires when the server has told of the reviews. */
export const onStatus = statusChanged.event;

/** The reviews that the server has told of. */
export function knownReviews(): readonly ReviewStatus[] {
  return reviews;
}

/**
 * `34 studies · 9 to look at · ENTREQ 17/21`: the review of the file in front, or the only one. A click offers what to look at. `first`
 * resolves when the server has told of the reviews for the first time, having read them all.
 */
export function showStatus(client: BaseLanguageClient): vscode.Disposable & { readonly first: Promise<void> } {
  let told = (): void => {};
  const first = new Promise<void>(resolve => {
    told = resolve;
  });
  const item = vscode.window.createStatusBarItem('metasynth.status', vscode.StatusBarAlignment.Left, 50);
  item.name = 'Metasynth';
  item.command = 'metasynth.overview';
  const dashboard = vscode.window.createStatusBarItem('metasynth.dashboard', vscode.StatusBarAlignment.Left, 49);
  dashboard.name = vscode.l10n.t('Metasynth: Dashboard');
  dashboard.text = '$(dashboard)';
  dashboard.tooltip = vscode.l10n.t('Open the dashboard of the review');
  dashboard.accessibilityInformation = { label: dashboard.tooltip };
  dashboard.command = 'metasynth.openDashboard';
  const update = (): void => {
    const review = currentReview();
    if (!review) {
      item.hide();
      dashboard.hide();
      return;
    }
    const { studies, toLookAt, title, constructs, reporting } = review;
    const words = studies === 1 ? vscode.l10n.t('1 study') : vscode.l10n.t('{0} studies', studies);
    const [first] = reporting;
    const covered = first ? ` · ${first.name} ${first.present}/${first.total}` : '';
    item.text = `$(book) ${words} · ${vscode.l10n.t('{0} to look at', toLookAt)}${covered}`;
    const summary = vscode.l10n.t(
      '{0}: {1} studies, {2} constructs, {3} errors and warnings',
      title,
      studies,
      constructs,
      toLookAt,
    );
    item.tooltip = tooltip(summary, reporting);
    item.accessibilityInformation = { label: [summary, ...reporting.map(coverage)].join('. ') };
    item.show();
    dashboard.show();
  };
  const subscriptions = [
    item,
    dashboard,
    client.onNotification(statusNotification, status => {
      reviews = status.reviews;
      // Commands and views show where there is a review.
      void vscode.commands.executeCommand('setContext', 'metasynth.active', reviews.length > 0);
      update();
      statusChanged.fire();
      told();
    }),
    vscode.window.onDidChangeActiveTextEditor(update),
  ];
  return { first, dispose: () => subscriptions.forEach(each => void each.dispose()) };
}

/** What there is, and how much of each reporting standard is reported, with a link to the filled checklist. */
function tooltip(summary: string, reporting: readonly ReportingStatus[]): vscode.MarkdownString {
  const words = new vscode.MarkdownString();
  words.isTrusted = { enabledCommands: ['metasynth.generateChecklist'] };
  words.appendText(summary);
  if (reporting.length === 0) return words;
  words.appendMarkdown('\n\n');
  for (const each of reporting) words.appendMarkdown('- ').appendText(coverage(each)).appendMarkdown('\n');
  return words.appendMarkdown(`\n[${vscode.l10n.t('Show the checklist')}](command:metasynth.generateChecklist)`);
}

function coverage({ name, present, total }: ReportingStatus): string {
  return vscode.l10n.t('{0}: {1} of {2} items reported', name, present, total);
}

/** The review of the file in front, or the only one. */
export function currentReview(): ReviewStatus | undefined {
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  const owning = reviews
    .filter(review => active?.startsWith(`${review.root}/`))
    .sort((a, b) => b.root.length - a.root.length);
  return owning[0] ?? (reviews.length === 1 ? reviews[0] : undefined);
}
