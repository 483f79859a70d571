import { type WholeTable, wholeTable } from '../../features/dashboard/table.js';
import { dashboard } from '../../features/dashboard.js';
import type { Review } from '../../review/model.js';
import type { ReviewState } from '../../workspace/review-state.js';
import { type DashboardResult, dashboardChangedNotification, dashboardRequest } from '../protocol.js';
import type { Requests, Session } from '../session.js';

/** Clients that have asked for a dashboard are told when something of a review may have changed. */
const asked = new WeakSet<Session>();

/** The last table of each review: sorting and filtering it, and going through it, need not make it anew. */
const lastTables = new WeakMap<Review, { readonly version: number; readonly table: WholeTable }>();

/** What the dashboard shows, part by part. */
export const dashboardRequests: Requests = {
  refresh: session => {
    if (asked.has(session)) void session.connection.sendNotification(dashboardChangedNotification, {});
  },
  capabilities: () => ({}),
  register(session) {
    session.connection.onRequest(dashboardRequest, async ({ uri, ask }): Promise<DashboardResult | null> => {
      asked.add(session);
      const owned = await session.owned(uri);
      const { reviews } = session.workspace;
      const state = owned?.state ?? (reviews.length === 1 ? reviews[0] : undefined);
      if (!state) return null;
      const { review } = state;
      const made = dashboard(review, session.shown(state), ask, report => tableOf(state, review, report));
      return { root: state.root, ...made };
    });
  },
};

function tableOf({ version }: ReviewState, review: Review, report: string): WholeTable | undefined {
  const last = lastTables.get(review);
  if (last?.version === version && last.table.report === report) return last.table;
  const table = wholeTable(review, report);
  if (table) lastTables.set(review, { version, table });
  return table;
}
