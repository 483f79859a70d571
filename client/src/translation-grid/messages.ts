import type { TranslateCellParams, TranslationGridResult } from '../../../server/src/lsp/protocol.js';
import type { Words } from './words.js';

/** What is needed to show a grid again after the window was loaded anew. */
export interface GridState {
  /** A file of the review. */
  readonly uri: string;
  /** The cell that the keyboard stands on: a construct's name and a study's key. */
  readonly construct?: string;
  readonly study?: string;
}

/** What is to stand in a cell: what is left out stays. */
export type Entered = Omit<TranslateCellParams, 'uri'>;

/** What the page tells the extension. */
export type FromPage =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'enter' } & Entered)
  | { readonly kind: 'show-text'; readonly construct: string; readonly study: string };

/** What the extension tells the page. */
export type ToPage =
  | { readonly kind: 'grid'; readonly grid: TranslationGridResult; readonly state: GridState; readonly words: Words }
  | { readonly kind: 'written'; readonly saved: boolean }
  | { readonly kind: 'refused'; readonly problem: string }
  | { readonly kind: 'gone'; readonly text: string };
