import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { CellEntry } from '../../editing/translation-cells.js';
import type { TranslationGrid } from '../../features/translation-grid.js';

/** The study that is next to be read against those before it. */
export interface CompareNextResult {
  /** What is to be compared, as a page in Markdown. */
  readonly page: string;
  /** The file of the translation, be it there yet or not. */
  readonly file: string;
  /** The key of the study; absent where every cell has been compared. */
  readonly study?: string;
  /** Writes the cells that the study has not got yet, to do; absent where it has them all. */
  readonly edit?: WorkspaceEdit;
  /** The first of its cells that is there and not compared. */
  readonly cell?: Range;
  /** Why the cells cannot be written. */
  readonly problem?: string;
}

/** Where the review that owns `uri` stands in comparing its studies. Nothing is changed by asking. */
export const compareNextRequest = new RequestType<{ readonly uri: string }, CompareNextResult | null, void>(
  'metasynth/compareNext',
);

export interface TranslationGridResult extends TranslationGrid {
  readonly title: string;
  /** The folder of the review. */
  readonly root: string;
  /** The file of the translation, be it there yet or not. */
  readonly file: string;
}

/** The translation of the review that owns `uri`, as a grid. */
export const translationGridRequest = new RequestType<{ readonly uri: string }, TranslationGridResult | null, void>(
  'metasynth/translationGrid',
);

/** Tells a client that has asked for a grid that something of its review has changed. */
export const translationChangedNotification = new NotificationType<object>('metasynth/translationChanged');

/** What is to stand in one cell. What is left out stays; an empty list or text is taken out. */
export interface TranslateCellParams extends CellEntry {
  readonly uri: string;
  /** The construct's name. */
  readonly construct: string;
  /** The study's key. */
  readonly study: string;
}

/** The smallest edit that writes it. Nothing is changed by asking. */
export interface TranslateCellResult {
  readonly edit?: WorkspaceEdit;
  /** Why it cannot be written; there is no edit then. */
  readonly problem?: string;
}

export const translateCellRequest = new RequestType<TranslateCellParams, TranslateCellResult | null, void>(
  'metasynth/translateCell',
);
