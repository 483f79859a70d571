import type { ReportKind } from '../reports/report-kind.js';
import type { Review } from '../review/model.js';
import { toCsv } from './csv.js';
import { toHtml } from './html.js';
import { toMarkdown } from './markdown.js';

/** A format that reports are written in, by the ending of its files. */
export interface Format {
  readonly ending: string;
  /** Whether the report makes sense in it. */
  fits(kind: ReportKind): boolean;
  /** The report as a file's content: text, or bytes. */
  write(kind: ReportKind, review: Review): Promise<string | Uint8Array>;
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
];
