import { RequestType } from 'vscode-languageserver-protocol';

/** What somebody says of a review that they are about to start. */
export interface NewReviewParams {
  readonly title: string;
  readonly question: string;
  /** One of the approaches that the format knows, or empty. */
  readonly approach: string;
  /** Initials of those who appraise the studies. */
  readonly raters: readonly string[];
}

/** The files of a new review, relative to its folder; nothing is written by asking. */
export interface NewReviewResult {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly folders: readonly string[];
  /** Why it cannot be started so; there are no files then. */
  readonly problem?: string;
}

export const newReviewRequest = new RequestType<NewReviewParams, NewReviewResult, void>('metasynth/newReview');

/** The approaches to synthesis that the format knows. */
export const approachesRequest = new RequestType<object, readonly string[], void>('metasynth/approaches');
