import * as l10n from '@vscode/l10n';
import { rulePage } from '../../rules/page.js';
import { canonical, relativePath } from '../addresses.js';
import { makeReport, placeReport } from '../make-report.js';
import { explainRequest, placeReportRequest, type ReportResult, reportRequest } from '../protocol.js';
import type { Requests } from '../session.js';

/** What our own client asks for: reports of a review, and the pages of diagnostics. */
export const reportRequests: Requests = {
  capabilities: () => ({}),
  register(session) {
    session.connection.onRequest(reportRequest, async ({ uri, report }): Promise<ReportResult | null> => {
      const owned = await session.owned(canonical(uri));
      const { reviews } = session.workspace;
      const state = owned?.state ?? (reviews.length === 1 ? reviews[0] : undefined);
      return state ? makeReport(state, report) : null;
    });
    session.connection.onRequest(placeReportRequest, async ({ uri, report, before }) => {
      const owned = await session.owned(canonical(uri));
      const { reviews } = session.workspace;
      const state = owned?.state ?? (reviews.length === 1 ? reviews[0] : undefined);
      if (!state) return { edits: [], pictures: [], problem: l10n.t('This file belongs to no review.') };
      const path = before && relativePath(state.root, canonical(before.uri));
      return placeReport(state, report, path === undefined ? undefined : { path, line: before!.line });
    });
    session.connection.onRequest(explainRequest, ({ code }) => rulePage(code) ?? null);
  },
};
