import { approaches, newReview } from '../../editing/new-review.js';
import { approachesRequest, newReviewRequest } from '../protocol.js';
import type { Requests } from '../session.js';

/** The files of a review that somebody starts. Writing them is the client's business. */
export const newReviewRequests: Requests = {
  capabilities: () => ({}),
  register({ connection }) {
    connection.onRequest(approachesRequest, () => approaches);
    connection.onRequest(newReviewRequest, params => {
      const outcome = newReview(params);
      return outcome.ok ? outcome.value : { files: [], folders: [], problem: outcome.reason };
    });
  },
};
