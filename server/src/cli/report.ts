import { existsSync, writeFileSync } from 'node:fs';
import { toCsv } from '../documents/csv.js';
import { toHtml } from '../documents/html.js';
import { toMarkdown } from '../documents/markdown.js';
import { outline, outlineReport } from '../reports/outline.js';
import { synthesisTable, synthesisTableReport } from '../reports/synthesis-table.js';
import { exits, WrongUse } from './outcome.js';
import { loadReview } from './reviews.js';

export type ReportFormat = 'md' | 'html' | 'csv' | 'json';

export interface ReportOptions {
  readonly format: ReportFormat;
  readonly output?: string;
  readonly force?: boolean;
}

/** The formats in which a report makes sense. */
export function reportFormats(report: 'table' | 'outline'): readonly ReportFormat[] {
  return report === 'table' ? ['md', 'html', 'csv', 'json'] : ['md', 'html', 'json'];
}

export async function tableCommand(dir: string | undefined, options: ReportOptions): Promise<number> {
  const { review } = (await loadReview(dir)).state;
  const title = review.settings.title?.value ?? 'Synthesis table';
  const data = synthesisTable(review);
  switch (options.format) {
    case 'csv':
      return write(
        toCsv(
          data.columns.map(column => column.label),
          data.rows,
        ),
        options,
      );
    case 'json': {
      const studies = data.rows.map((row, index) => ({
        key: data.keys[index],
        cells: Object.fromEntries(data.columns.map((column, at) => [column.name, row[at] ?? ''])),
      }));
      return write(`${JSON.stringify({ title, columns: data.columns, studies }, undefined, 2)}\n`, options);
    }
    case 'html':
      return write(toHtml(synthesisTableReport(review), title), options);
    case 'md':
      return write(toMarkdown(synthesisTableReport(review)), options);
  }
}

export async function outlineCommand(dir: string | undefined, options: ReportOptions): Promise<number> {
  const { review } = (await loadReview(dir)).state;
  switch (options.format) {
    case 'json':
      return write(`${JSON.stringify(outline(review), undefined, 2)}\n`, options);
    case 'html':
      return write(toHtml(outlineReport(review), review.settings.title?.value ?? 'Line of argument'), options);
    default:
      return write(toMarkdown(outlineReport(review)), options);
  }
}

/** On standard output, or into a file; one that exists is not written over unasked. */
function write(text: string, { output, force }: ReportOptions): number {
  if (output === undefined || output === '-') {
    process.stdout.write(text);
    return exits.fine;
  }
  if (existsSync(output) && !force) throw new WrongUse(`"${output}" exists already; --force writes over it`);
  try {
    writeFileSync(output, text);
  } catch (error) {
    throw new WrongUse(`"${output}" cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
  return exits.fine;
}
