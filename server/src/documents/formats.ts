import type { DrawPng } from '../figures/drawn.js';
import type { Grid, ReportKind } from '../reports/report-kind.js';
import type { Figure } from '../reports/tree.js';
import type { Review } from '../review/model.js';
import { toCsv } from './csv.js';
import { toHtml } from './html.js';
import { toLatex } from './latex.js';
import { toMarkdown } from './markdown.js';
import type { OfficeWriters } from './office-writers.js';
import { paperOf } from './paper.js';

/** A format that reports are written in, by the ending of its files. */
export interface Format {
  readonly ending: string;
  /** What it is called where one is chosen. */
  readonly name: string;
  /** Whether it is bytes and no text: nothing for a terminal. */
  readonly binary?: boolean;
  /** Whether the report makes sense in it. */
  fits(kind: ReportKind): boolean;
  /** The report as a file's content: text, or bytes; undefined where the review has nothing to show in it. */
  write(kind: ReportKind, review: Review, tools?: Tools): Promise<string | Uint8Array | undefined>;
}

/** What some formats need beside the report. */
export interface Tools {
  /** Loads what writes office files; absent where that cannot be done. */
  readonly office?: () => Promise<OfficeWriters>;
  /** The name of the figure that is meant, where a report has several; the first one otherwise. */
  readonly figure?: string;
  /** Draws SVG as PNG; absent where that cannot be done. */
  readonly png?: DrawPng;
}

/** Every format, in the order of the command line's help. */
export const formats: readonly Format[] = [
  {
    ending: 'md',
    name: 'Markdown',
    fits: () => true,
    write: async (kind, review) => toMarkdown(kind.make(review, 1, true)),
  },
  { ending: 'html', name: 'HTML', fits: () => true, write: async (kind, review) => toHtml(paperOf(kind, review)) },
  {
    ending: 'docx',
    name: 'Word',
    binary: true,
    fits: () => true,
    write: async (kind, review, tools) => (await tools?.office?.())?.docx(paperOf(kind, review), tools?.png),
  },
  {
    ending: 'tex',
    name: 'LaTeX',
    fits: () => true,
    write: async (kind, review) => toLatex(kind.make(review, 1, true), kind.title(review), review),
  },
  {
    ending: 'xlsx',
    name: 'Excel',
    binary: true,
    fits: kind => kind.grid !== undefined,
    write: async (kind, review, tools) => (await tools?.office?.())?.xlsx(gridOf(kind, review), kind.title(review)),
  },
  {
    ending: 'csv',
    name: 'CSV',
    fits: kind => kind.grid !== undefined,
    write: async (kind, review) => {
      const { header, rows } = gridOf(kind, review);
      return toCsv(
        header,
        rows.map(row => row.map(String)),
      );
    },
  },
  {
    ending: 'json',
    name: 'JSON',
    fits: () => true,
    write: async (kind, review) => `${JSON.stringify(kind.data(review), undefined, 2)}\n`,
  },
  {
    ending: 'svg',
    name: 'SVG',
    fits: kind => kind.figures !== undefined,
    write: async (kind, review, tools) => figureOf(kind, review, tools)?.svg,
  },
  {
    ending: 'png',
    name: 'PNG',
    binary: true,
    fits: kind => kind.figures !== undefined,
    write: async (kind, review, tools) => {
      const figure = figureOf(kind, review, tools);
      return figure && tools?.png?.(figure.svg);
    },
  },
];

function gridOf(kind: ReportKind, review: Review): Grid {
  return kind.grid?.(review) ?? { header: [], rows: [] };
}

function figureOf(kind: ReportKind, review: Review, tools: Tools | undefined): Figure | undefined {
  const figure = tools?.figure;
  const figures = kind.figures?.(review) ?? [];
  return figure === undefined ? figures[0] : figures.find(({ name }) => name === figure);
}
