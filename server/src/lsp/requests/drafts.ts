import { draftResults, manuscriptPaths } from '../../documents/draft/draft-results.js';
import { pictureMark } from '../../figures/drawing.js';
import type { ReviewState } from '../../workspace/review-state.js';
import { canonical } from '../addresses.js';
import { toRange } from '../convert.js';
import { type DraftResultsResult, draftResultsRequest } from '../protocol.js';
import type { Requests, Session } from '../session.js';

/** What the results of a review lack, drafted from what its studies say. */
export const draftRequests: Requests = {
  capabilities: () => ({}),
  register(session) {
    session.connection.onRequest(draftResultsRequest, async ({ uri }): Promise<DraftResultsResult | null> => {
      const owned = await session.owned(canonical(uri));
      const { reviews } = session.workspace;
      const state = owned?.state ?? (reviews.length === 1 ? reviews[0] : undefined);
      return state ? draftOf(session, state) : null;
    });
  },
};

async function draftOf(session: Session, state: ReviewState): Promise<DraftResultsResult> {
  const texts = await state.texts(manuscriptPaths(state.review));
  const made = draftResults(state.review, path => texts.get(path));
  if (!made.ok) return { edits: [], pictures: [], added: [], problem: made.reason };
  const address = (path: string): string => session.address(state, path);
  const { change, pictures, added, first } = made.value;
  const [created] = change.created;
  return {
    edits: change.edits.map(({ path, range, expected, text }) => ({
      uri: address(path),
      range: toRange(range),
      expected,
      newText: text,
    })),
    ...(created && { created: { uri: address(created.path), text: created.text } }),
    pictures: pictures.map(({ path, svg }) => ({ uri: address(path), svg, mark: pictureMark })),
    added: added.map(({ name }) => name),
    ...(first && { first: { uri: address(first.path), line: first.line } }),
  };
}
