import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  studiesLeftRequest,
  type TreeItem,
  type TreeView,
  treeChangedNotification,
} from '../../../server/src/lsp/protocol.js';
import { reviewerOf } from '../appraisal-form/people.js';
import { currentReview, knownReviews, onStatus } from '../status.js';
import { registerTreeCommands } from './actions.js';
import { ReviewTree, type Shown } from './provider.js';

/** The views are brought up to date at most so often, in milliseconds. */
const pause = 300;

/** The number on a view that is hidden may be a little late: counting it is not for nothing in a large review. */
const badgePause = 5_000;

/** The trees as they are drawn, for whoever looks from outside. */
export type Views = Readonly<Record<TreeView, vscode.TreeDataProvider<TreeItem>>>;

/** The views of a review as a whole: its studies, its constructs and its reports. */
export function registerViews(client: BaseLanguageClient): vscode.Disposable & { readonly views: Views } {
  let shownRoot: string | undefined;
  /** The review of the file in front; with another file in front, the one that was looked at last. */
  const root = (): string | undefined => {
    const reviews = knownReviews();
    const current = currentReview()?.root ?? shownRoot;
    shownRoot = reviews.some(each => each.root === current) ? current : reviews[0]?.root;
    return shownRoot;
  };
  const shown = (): Shown => {
    const folder = root();
    return { uri: folder && `${folder}/metasynth.yaml`, reviewer: reviewerOf(folder) };
  };
  const make = (view: TreeView) => {
    const provider = new ReviewTree(client, view, shown);
    const tree = vscode.window.createTreeView(`metasynth.${view}`, {
      treeDataProvider: provider,
      showCollapseAll: true,
    });
    return { provider, tree, stale: false };
  };
  const studies = make('studies');
  const all = [studies, make('constructs'), make('reports')];

  const showBadge = async (): Promise<void> => {
    const { uri, reviewer } = shown();
    const left = uri === undefined ? null : await client.sendRequest(studiesLeftRequest, { uri, reviewer });
    const tooltip = (count: number): string =>
      reviewer === ''
        ? vscode.l10n.t('{0} studies without a settled appraisal', count)
        : vscode.l10n.t('{0} studies left to appraise for {1}', count, reviewer);
    studies.tree.badge = left === null || left === 0 ? undefined : { value: left, tooltip: tooltip(left) };
  };
  const badgeSoon = throttled(badgePause, () => void showBadge().catch(() => {}));
  const refresh = throttled(pause, () => {
    const several = knownReviews().length > 1;
    const title = knownReviews().find(each => each.root === root())?.title ?? '';
    for (const each of all) {
      each.tree.description = several ? title : '';
      each.stale = !each.tree.visible;
      if (each.tree.visible) each.provider.refresh();
    }
    if (studies.tree.visible) void showBadge().catch(() => {});
    else badgeSoon.begin();
  });

  /** What the views show besides the review's own changes: which review, and to whom. */
  let last = '';
  const look = (): void => {
    const now = JSON.stringify([shown(), knownReviews().length]);
    if (now !== last) refresh.begin();
    last = now;
  };
  const subscriptions = [
    ...all.map(each => each.tree),
    ...all.map(each =>
      each.tree.onDidChangeVisibility(({ visible }) => {
        if (!visible || !each.stale) return;
        each.stale = false;
        each.provider.refresh();
        if (each === studies) void showBadge().catch(() => {});
      }),
    ),
    client.onNotification(treeChangedNotification, () => refresh.begin()),
    onStatus(look),
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.workspace.onDidChangeConfiguration(look),
    ...registerTreeCommands(client, shown),
    refresh,
    badgeSoon,
  ];
  const [, constructs, reports] = all.map(each => each.provider);
  return {
    views: { studies: studies.provider, constructs: constructs!, reports: reports! },
    dispose: () => subscriptions.forEach(each => void each.dispose()),
  };
}

/** Does something once the pause is over, however often it was asked for in the meantime. */
function throttled(milliseconds: number, task: () => void): vscode.Disposable & { begin(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    begin: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        task();
      }, milliseconds);
    },
    dispose: () => clearTimeout(timer),
  };
}
