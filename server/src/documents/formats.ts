import type { DrawPng } from '../figures/drawn.js';
import type { ReportKind } from '../reports/report-kind.js';
import type { Figure } from '../reports/tree.js';
import type { Review } from '../review/model.js';
import { toCsv } from './csv.js';
import { toHtml } from './html.js';
import { toMarkdown } from './markdown.js';

/** A format that reports are written in, by the ending of its files. */
export interface Format {
  readonly ending: string;
  /** Whether the report makes sense in it. */
  fits(kind: ReportKind): boolean;
  /** The report as a file's content: text, or bytes; undefined where the review has nothing to show in it. */
  write(kind: ReportKind, review: Review, tools?: Tools): Promise<string | Uint8Array | undefined>;
}

/** What some formats need beside the report. */
export interface Tools {
  /** The name of the figure that is meant, where a report has several; the first one otherwise. */
  readonly figure?: string;
  /** Draws SVG as PNG; absent where that cannot be done. */
  readonly png?: DrawPng;
}

/** Every format, in the order of the command line's help. */
export const formats: readonly Format[] = [
  { ending: 'md', fits: () => true, write: async (kind, review) => toMarkdown(kind.make(review, 1, true)) },
  {
    ending: 'html',
    fits: () => true,
    write: async (kind, review) => toHtml(kind.make(review, 1, true), kind.title(review)),
  },
  {
    ending: 'csv',
    fits: kind => kind.grid !== undefined,
    write: async (kind, review) => {
      const { header, rows } = kind.grid?.(review) ?? { header: [], rows: [] };
      return toCsv(
        header,
        rows.map(row => row.map(String)),
      );
    },
  },
  {
    ending: 'json',
    fits: () => true,
    write: async (kind, review) => `${JSON.stringify(kind.data(review), undefined, 2)}\n`,
  },
  {
    ending: 'svg',
    fits: kind => kind.figures !== undefined,
    write: async (kind, review, tools) => figureOf(kind, review, tools)?.svg,
  },
  {
    ending: 'png',
    fits: kind => kind.figures !== undefined,
    write: async (kind, review, tools) => {
      const figure = figureOf(kind, review, tools);
      return figure && tools?.png?.(figure.svg);
    },
  },
];

function figureOf(kind: ReportKind, review: Review, tools: Tools | undefined): Figure | undefined {
  const figures = kind.figures?.(review) ?? [];
  return tools?.figure === undefined ? figures[0] : figures.find(({ name }) => name === tools.figure);
}
