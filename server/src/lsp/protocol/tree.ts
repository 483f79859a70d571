import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { Range } from 'vscode-languageserver-types';
import type { TreeNode, TreePath, TreeView } from '../../features/review-tree.js';

export type { StudyState, TreePath, TreeView } from '../../features/review-tree.js';

/** What stands in a tree below a node, for somebody who looks at a review as a whole. */
export interface TreeParams {
  /** A file of the review, or its folder's `metasynth.yaml`. */
  readonly uri: string;
  readonly view: TreeView;
  /** Empty for the root. */
  readonly path: TreePath;
  /** Who looks: what others have answered is counted only as far as this person may know it. */
  readonly reviewer: string;
}

/** A node with its places as clients know them. */
export interface TreeItem extends Omit<TreeNode, 'path' | 'range' | 'section'> {
  readonly at?: { readonly uri: string; readonly range: Range };
  readonly section?: { readonly uri: string; readonly range: Range };
}

export const treeRequest = new RequestType<TreeParams, readonly TreeItem[], void>('metasynth/tree');

/** How many studies are left to appraise for somebody, or without an appraisal that holds; null where no review is. */
export const studiesLeftRequest = new RequestType<
  { readonly uri: string; readonly reviewer: string },
  number | null,
  void
>('metasynth/studiesLeft');

/** Tells a client that has asked for a tree that something of a review has changed, and typing has come to rest. */
export const treeChangedNotification = new NotificationType<object>('metasynth/treeChanged');
