import { RequestType } from 'vscode-languageserver-protocol';

/** The client lists the files of a folder, and reads files, for a server that has no file system. Bytes travel as base64. */
export const listRequest = new RequestType<{ readonly root: string }, readonly string[], void>('metasynth/list');
export const findReviewsRequest = new RequestType<{ readonly folders: readonly string[] }, readonly string[], void>(
  'metasynth/findReviews',
);
export interface ClientFile {
  readonly uri: string;
  readonly base64?: string;
  readonly failure?: 'missing' | 'denied' | 'too-large';
}
export const readRequest = new RequestType<{ readonly uris: readonly string[] }, readonly ClientFile[], void>(
  'metasynth/read',
);
