import { linkedNames } from '../../features/linked-editing.js';
import { toRange } from '../convert.js';
import type { Requests } from '../session.js';

/** The two names of a generated block, which are typed as one. */
export const linkedEditingRequests: Requests = {
  capabilities: () => ({ linkedEditingRangeProvider: true }),
  register(session) {
    session.connection.languages.onLinkedEditingRange(async ({ textDocument, position }, token) => {
      const owned = await session.owned(textDocument.uri, token);
      if (!owned?.state.review.files.has(owned.path)) return null;
      const text = await owned.state.text(owned.path);
      const places = text === undefined ? undefined : linkedNames(owned.path, text, position);
      return places ? { ranges: places.map(toRange), wordPattern: '[\\w-]+' } : null;
    });
  },
};
