import { RequestType } from 'vscode-languageserver-protocol';
import type { Range } from 'vscode-languageserver-types';

/** Makes a report of the review that owns `uri`. */
export interface ReportParams {
  readonly uri: string;
  readonly report: string;
}

/** A replacement that holds only while `expected` stands in the range. */
export interface GuardedEdit {
  readonly uri: string;
  readonly range: Range;
  readonly expected: string;
  readonly newText: string;
}

export interface ReportResult {
  /** The report as a Markdown document of its own. */
  readonly markdown: string;
  /** Where the manuscript has blocks for it: what to put into them. Empty when they hold it already. */
  readonly edits: readonly GuardedEdit[];
  /** The manuscript that has such blocks. */
  readonly manuscript?: string;
  /** The pictures that such blocks show. */
  readonly pictures: readonly PictureFile[];
}

/** A picture that has to lie beside a manuscript. It is written where there is none, or one with the mark in it: ours. */
export interface PictureFile {
  readonly uri: string;
  readonly svg: string;
  readonly mark: string;
}

export const reportRequest = new RequestType<ReportParams, ReportResult | null, void>('metasynth/report');

/** What brings all generated blocks of a review up to date; no edits where all of them are. */
export interface UpdateResult {
  readonly edits: readonly GuardedEdit[];
  readonly pictures: readonly PictureFile[];
}

/** All blocks of the review that owns `uri`. Nothing is changed by asking. */
export const updateAllRequest = new RequestType<{ readonly uri: string }, UpdateResult | null, void>(
  'metasynth/updateAll',
);

/** A report that can be written into a file, and the formats in which it makes sense. */
export interface ExportableReport {
  readonly name: string;
  readonly command: string;
  readonly summary: string;
  readonly formats: readonly { readonly ending: string; readonly name: string }[];
}

export const exportableRequest = new RequestType<object, readonly ExportableReport[], void>('metasynth/exportable');

export interface ExportParams {
  readonly uri: string;
  readonly report: string;
  /** The ending of a format. */
  readonly format: string;
}

export interface ExportResult {
  /** The content of the file. */
  readonly base64: string;
  /** Drawings that have to lie beside the file, by their paths relative to it. */
  readonly figures: readonly { readonly path: string; readonly text: string }[];
}

/** Writes a report of the review that owns `uri` in a format; null where there is no such review, report or format. */
export const exportRequest = new RequestType<ExportParams, ExportResult | null, void>('metasynth/export');

export interface PlaceReportParams extends ReportParams {
  /** A manuscript with the line before which a new block is meant to stand; otherwise it stands at the manuscript's end. */
  readonly before?: { readonly uri: string; readonly line: number };
}

/** A block for a report, filled, where the manuscript has none; what mends the block that it has, otherwise. */
export interface PlacedReport {
  readonly edits: readonly GuardedEdit[];
  readonly manuscript?: string;
  readonly pictures: readonly PictureFile[];
  /** Why it cannot be had. */
  readonly problem?: string;
}

export const placeReportRequest = new RequestType<PlaceReportParams, PlacedReport, void>('metasynth/placeReport');

/** The page of a diagnostic, as Markdown; null for a code that is not known. */
export const explainRequest = new RequestType<{ readonly code: string }, string | null, void>('metasynth/explain');
