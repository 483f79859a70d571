import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type StudyState, type TreeItem, type TreeView, treeRequest } from '../../../server/src/lsp/protocol.js';

/** Which review is shown, and to whom. */
export interface Shown {
  /** A file of the review; undefined where there is none. */
  readonly uri: string | undefined;
  readonly reviewer: string;
}

/** One of the trees: asks the server for what stands below a node once that node is opened, and draws it. */
export class ReviewTree implements vscode.TreeDataProvider<TreeItem> {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly client: BaseLanguageClient,
    readonly view: TreeView,
    private readonly shown: () => Shown,
  ) {}

  /** Has what is visible asked for anew. */
  refresh(): void {
    this.changed.fire();
  }

  async getChildren(parent?: TreeItem): Promise<TreeItem[]> {
    const { uri, reviewer } = this.shown();
    if (uri === undefined) return [];
    const path = parent?.treePath ?? [];
    return [...(await this.client.sendRequest(treeRequest, { uri, view: this.view, path, reviewer }))];
  }

  getTreeItem(node: TreeItem): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    // A group whose studies are done asks for nothing, so that it begins closed; constructs are few.
    const open = node.kind === 'group' && node.treePath.length === 1 && node.state !== 'done' && node.name !== '';
    const item = new vscode.TreeItem(node.label, node.hasChildren ? (open ? Expanded : Collapsed) : None);
    item.id = node.treePath.map(encodeURIComponent).join('/');
    item.description = node.description;
    item.tooltip = node.tooltip.join('\n');
    item.contextValue = contextOf(node);
    const icon = iconOf(node);
    if (icon) item.iconPath = icon;
    item.accessibilityInformation = { label: [node.label, node.description].filter(each => each !== '').join(', ') };
    if (node.kind === 'report') {
      item.command = {
        command: 'metasynth.openReport',
        title: vscode.l10n.t('Open Report'),
        arguments: [node.name],
      };
    } else if (node.at) {
      const { uri, range } = node.at;
      const selection = new vscode.Range(
        range.start.line,
        range.start.character,
        range.start.line,
        range.start.character,
      );
      item.command = {
        command: 'vscode.open',
        title: vscode.l10n.t('Open'),
        arguments: [vscode.Uri.parse(uri), { selection, preview: true } satisfies vscode.TextDocumentShowOptions],
      };
    }
    return item;
  }
}

/** What the menus of a node go by. */
function contextOf({ kind, section, placed }: TreeItem): string {
  if (kind === 'construct' && section) return 'construct.written';
  if (kind === 'report' && placed) return 'report.placed';
  return kind;
}

function iconOf({ kind, state, thin, hasChildren }: TreeItem): vscode.ThemeIcon | undefined {
  switch (kind) {
    case 'group':
    case 'study':
      return state === undefined ? undefined : stateIcon(state);
    case 'construct':
      return new vscode.ThemeIcon('symbol-class', thin ? warning : undefined);
    case 'theme':
      // In most reviews many themes are carried by one study: that is said in words, and only one that none carries is marked.
      return hasChildren ? new vscode.ThemeIcon('tag') : new vscode.ThemeIcon('warning', warning);
    case 'report':
      return new vscode.ThemeIcon('output');
  }
}

const warning = new vscode.ThemeColor('list.warningForeground');

/** Told by their shapes, so that no colour is needed to tell them apart. */
function stateIcon(state: StudyState): vscode.ThemeIcon {
  switch (state) {
    case 'todo':
      return new vscode.ThemeIcon('circle-large-outline');
    case 'begun':
      return new vscode.ThemeIcon('edit');
    case 'settle':
      return new vscode.ThemeIcon('git-compare');
    case 'done':
      return new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('testing.iconPassed'));
  }
}
