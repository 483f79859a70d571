import { figureFiles } from '../documents/figures.js';
import { formats, type Tools } from '../documents/formats.js';
import { reportKinds, reportOf } from '../reports/reports.js';
import type { Review } from '../review/model.js';
import { toBase64 } from './base64.js';
import type { ExportableReport, ExportResult } from './protocol.js';

/** The reports there are, each with the formats in which it makes sense. */
export function exportableReports(tools: Tools): ExportableReport[] {
  return reportKinds.map(kind => ({
    name: kind.name,
    command: kind.command,
    summary: kind.summary,
    formats: formats
      .filter(format => format.fits(kind) && (format.ending !== 'png' || tools.png !== undefined))
      .map(({ ending, name }) => ({ ending, name })),
  }));
}

/** A report as the content of a file; null for a report or a format that there is none of. */
export async function exportReport(
  review: Review,
  report: string,
  ending: string,
  tools: Tools,
): Promise<ExportResult | null> {
  const kind = reportOf(report);
  const format = formats.find(each => each.ending === ending);
  if (!kind || !format?.fits(kind)) return null;
  const content = await format.write(kind, review, tools);
  if (content === undefined) return null;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const beside = ending === 'md' ? figureFiles(kind.make(review, 1, true)) : [];
  return { base64: toBase64(bytes), figures: beside.map(({ path, svg }) => ({ path, text: svg })) };
}
