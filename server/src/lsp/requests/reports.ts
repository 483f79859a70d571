import * as l10n from '@vscode/l10n';
import { rulePage } from '../../rules/page.js';
import type { ReviewState } from '../../workspace/review-state.js';
import { canonical, relativePath } from '../addresses.js';
import { exportableReports, exportReport } from '../export-report.js';
import { makeReport, placeReport, updateAll } from '../make-report.js';
import {
  type ExportResult,
  explainRequest,
  exportableRequest,
  exportRequest,
  placeReportRequest,
  type ReportResult,
  reportRequest,
  type UpdateResult,
  updateAllRequest,
} from '../protocol.js';
import type { Requests, Session } from '../session.js';

/** What our own client asks for: reports of a review, and the pages of diagnostics. */
export const reportRequests: Requests = {
  capabilities: () => ({}),
  register(session) {
    session.connection.onRequest(reportRequest, async ({ uri, report }): Promise<ReportResult | null> => {
      const state = await reviewOf(session, uri);
      return state ? makeReport(state, report) : null;
    });
    session.connection.onRequest(updateAllRequest, async ({ uri }): Promise<UpdateResult | null> => {
      const state = await reviewOf(session, uri);
      return state ? updateAll(state) : null;
    });
    session.connection.onRequest(placeReportRequest, async ({ uri, report, before }) => {
      const state = await reviewOf(session, uri);
      if (!state) return { edits: [], pictures: [], problem: l10n.t('This file belongs to no review.') };
      const path = before && relativePath(state.root, canonical(before.uri));
      return placeReport(state, report, path === undefined ? undefined : { path, line: before!.line });
    });
    session.connection.onRequest(exportableRequest, () => exportableReports(session.tools));
    session.connection.onRequest(exportRequest, async ({ uri, report, format }): Promise<ExportResult | null> => {
      const state = await reviewOf(session, uri);
      return state ? exportReport(state.review, report, format, session.tools) : null;
    });
    session.connection.onRequest(explainRequest, ({ code }) => rulePage(code) ?? null);
  },
};

/** The review that owns a file; that of a file which none owns is the only one there is. */
async function reviewOf(session: Session, uri: string): Promise<ReviewState | undefined> {
  const owned = await session.owned(canonical(uri));
  const { reviews } = session.workspace;
  return owned?.state ?? (reviews.length === 1 ? reviews[0] : undefined);
}
