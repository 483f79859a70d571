import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { Dashboard, DashboardAsk } from '../../features/dashboard.js';

export type {
  AppraisalProgress,
  ConstructShown,
  Constructs,
  Dashboard,
  DashboardAsk,
  DashboardPart,
  DashboardPlace,
  FiguresPart,
  FindingShown,
  Linked,
  NamedReport,
  Overview,
  Problem,
  ProblemGroup,
  Some,
  TableAsk,
  TablePart,
} from '../../features/dashboard.js';

export interface DashboardParams {
  /** Any file of the review. */
  readonly uri: string;
  /** What is looked at: nothing else is made. */
  readonly ask: DashboardAsk;
}

export interface DashboardResult extends Dashboard {
  /** The folder of the review, below which the paths of all places lie. */
  readonly root: string;
}

/** A part of the dashboard of the review that owns `uri`; null where none does. */
export const dashboardRequest = new RequestType<DashboardParams, DashboardResult | null, void>('metasynth/dashboard');

/** Tells a client that has asked for a dashboard that something of a review may have changed, its problems among it. */
export const dashboardChangedNotification = new NotificationType<object>('metasynth/dashboardChanged');
