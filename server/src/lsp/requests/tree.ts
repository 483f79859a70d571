import { studiesLeft, treeChildren } from '../../features/review-tree.js';
import type { Location } from '../../rules/diagnosis.js';
import type { ReviewState } from '../../workspace/review-state.js';
import { canonical } from '../addresses.js';
import { toRange } from '../convert.js';
import { studiesLeftRequest, type TreeItem, treeChangedNotification, treeRequest } from '../protocol.js';
import type { Requests, Session } from '../session.js';

/** Clients that have asked for a tree are told when something of a review has changed. */
const asked = new WeakSet<Session>();

/** The trees beside the editor in which a review is looked at as a whole. */
export const treeRequests: Requests = {
  refresh: session => {
    if (asked.has(session)) void session.connection.sendNotification(treeChangedNotification, {});
  },
  capabilities: () => ({}),
  register(session) {
    const { connection } = session;
    connection.onRequest(treeRequest, async ({ uri, view, path, reviewer }) => {
      asked.add(session);
      const owned = await session.owned(canonical(uri));
      if (!owned) return [];
      const { state } = owned;
      return treeChildren(state.review, view, path, reviewer).map((node): TreeItem => {
        const { path: file, range, section, ...rest } = node;
        return {
          ...rest,
          ...(file !== undefined && range && { at: place(session, state, { path: file, range }) }),
          ...(section && { section: place(session, state, section) }),
        };
      });
    });
    connection.onRequest(studiesLeftRequest, async ({ uri, reviewer }) => {
      asked.add(session);
      const owned = await session.owned(canonical(uri));
      return owned ? studiesLeft(owned.state.review, reviewer) : null;
    });
  },
};

function place(session: Session, state: ReviewState, { path, range }: Location) {
  return { uri: session.address(state, path), range: toRange(range) };
}
