import { RequestType } from 'vscode-languageserver-protocol';
import type { GuardedEdit, PictureFile } from './reports.js';

/** What the results of a review lack, as edits of its manuscript. Nothing is changed by asking. */
export interface DraftResultsResult {
  /** They belong together, as one step. Empty where nothing is lacking, or where the manuscript is made. */
  readonly edits: readonly GuardedEdit[];
  /** The manuscript, where there is none yet. */
  readonly created?: { readonly uri: string; readonly text: string };
  /** The pictures that its blocks show. */
  readonly pictures: readonly PictureFile[];
  /** What is added: labels of constructs, names of reports. */
  readonly added: readonly string[];
  /** The manuscript that changes, and the first line that is new, as it is afterwards. */
  readonly first?: { readonly uri: string; readonly line: number };
  /** Why there is no draft; there are no edits then. */
  readonly problem?: string;
}

/** Drafts the results of the review that owns `uri`; null where there is no such review. */
export const draftResultsRequest = new RequestType<{ readonly uri: string }, DraftResultsResult | null, void>(
  'metasynth/draftResults',
);
