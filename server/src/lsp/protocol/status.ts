import { NotificationType, RequestType } from 'vscode-languageserver-protocol';

/** What the status bar shows, for each review. */
export interface ReviewStatus {
  readonly root: string;
  readonly title: string;
  readonly studies: number;
  readonly constructs: number;
  /** Errors and warnings. */
  readonly toLookAt: number;
  /** The reporting standards that apply, the one of every synthesis first. */
  readonly reporting: readonly ReportingStatus[];
}

/** How much of a reporting standard a manuscript reports so far. */
export interface ReportingStatus {
  /** As it is printed: `ENTREQ`. */
  readonly name: string;
  readonly present: number;
  readonly total: number;
}

export const statusNotification = new NotificationType<{ readonly reviews: readonly ReviewStatus[] }>(
  'metasynth/status',
);

/** What the server has done since it was asked last: what an edit costs, counted instead of timed. */
export interface WorkDone {
  readonly chunksRead: number;
  /** Names that something gives or uses now and did not before, or the other way round, and those that others print otherwise. */
  readonly symbolsChanged: number;
  readonly subjectsJudged: number;
  readonly filesPublished: number;
}

export const workRequest = new RequestType<object, WorkDone, void>('metasynth/work');
