import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { AppraisalForm, AppraisalList } from '../../features/appraisal-form.js';
import type { GuardedEdit } from './reports.js';

export type {
  AppraisalForm,
  ComparedQuestion,
  Comparison,
  FormAnswer,
  FormQuestion,
  FormTotal,
  GivenAnswer,
  Progress,
  StudyProgress,
} from '../../features/appraisal-form.js';

/** The people of a review's appraisal and its studies, as one of them sees them. */
export interface AppraisalsParams {
  readonly uri: string;
  readonly reviewer: string;
}

export interface AppraisalsResult extends AppraisalList {
  /** The folder of the review. */
  readonly root: string;
  /** The study that `uri` is the file of. */
  readonly inFront?: string;
}

export const appraisalsRequest = new RequestType<AppraisalsParams, AppraisalsResult | null, void>(
  'metasynth/appraisals',
);

export interface AppraisalFormParams {
  readonly uri: string;
  /** The study's key. */
  readonly study: string;
  /** Who asks. What others have answered is told only where this person may see it. */
  readonly reviewer: string;
}

export interface AppraisalFormResult {
  readonly form: AppraisalForm;
  /** The folder of the review. */
  readonly root: string;
  /** The study's file, and its full text where there is one. */
  readonly studyUri: string;
  readonly fullTextUri?: string;
  /** The file that holds what the reviewer says, be it there yet or not. */
  readonly fileUri: string;
}

/** A form for appraising one study; null where there is no such study or nobody of that name appraises. */
export const appraisalFormRequest = new RequestType<AppraisalFormParams, AppraisalFormResult | null, void>(
  'metasynth/appraisalForm',
);

/** Tells a client that has asked for a form that something of its review has changed. */
export const appraisalsChangedNotification = new NotificationType<object>('metasynth/appraisalsChanged');

/** An answer or a reason to be written. What is left out stays; a null answer and an empty reason are taken out. */
export interface AnswerParams extends AppraisalFormParams {
  readonly item: string;
  readonly answer?: string | null;
  readonly because?: string;
}

/** The smallest edit that writes it. Nothing is changed by asking. */
export interface AnswerResult {
  readonly edits: readonly GuardedEdit[];
  /** Files that are made, with all their text. */
  readonly created: readonly { readonly uri: string; readonly text: string }[];
  /** Why it cannot be written; there are no edits then. */
  readonly problem?: string;
}

export const answerRequest = new RequestType<AnswerParams, AnswerResult, void>('metasynth/answer');

export interface SettleParams extends AnswerParams {
  /** Who settles it. */
  readonly by?: readonly string[];
}

/** What holds where the raters differ, to be written into the consensus. */
export const settleRequest = new RequestType<SettleParams, AnswerResult, void>('metasynth/settle');
