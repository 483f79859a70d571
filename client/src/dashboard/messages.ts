import type { DashboardAsk, DashboardPlace, DashboardResult, TableAsk } from '../../../server/src/lsp/protocol.js';
import type { Words } from './words.js';

export type Tab = 'overview' | 'tables' | 'figures' | 'constructs';

/** What is needed to show a dashboard again as it was, after its tab was hidden or the window was loaded anew. */
export interface DashboardState {
  /** A file of the review. */
  readonly uri: string;
  readonly tab: Tab;
  /** What of a report's table is shown. */
  readonly table: Omit<TableAsk, 'kind'>;
  /** How many of each list of a construct. */
  readonly most?: number;
}

/** What the page tells the extension. */
export type FromPage =
  /** The page is there, and shows these parts; it says so again when it shows others. */
  | { readonly kind: 'look'; readonly at: readonly DashboardAsk[]; readonly fresh?: boolean }
  | { readonly kind: 'go'; readonly place: DashboardPlace }
  | { readonly kind: 'cell'; readonly report: string; readonly row: string; readonly column: number }
  | { readonly kind: 'problems' }
  | ({ readonly kind: 'save' } & SavedPicture);

/** A figure that is to be a file. */
export interface SavedPicture {
  /** What the figure is called. */
  readonly figure: string;
  readonly format: 'svg' | 'png';
  /** The drawing as text, or the bytes of the picture in base 64. */
  readonly content: string;
}

/** What the extension tells the page. */
export type ToPage =
  | { readonly kind: 'begin'; readonly words: Words; readonly uri: string }
  | { readonly kind: 'part'; readonly ask: DashboardAsk; readonly result: DashboardResult }
  | { readonly kind: 'gone'; readonly text: string };
