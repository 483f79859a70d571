import { rulePage } from '../../rules/page.js';
import { canonical } from '../addresses.js';
import { makeReport } from '../make-report.js';
import { explainRequest, type ReportResult, reportRequest } from '../protocol.js';
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
    session.connection.onRequest(explainRequest, ({ code }) => rulePage(code) ?? null);
  },
};
