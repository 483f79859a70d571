import type { FileFacts } from '../syntax/facts.js';
import { ReviewIndex } from './index/review-index.js';
import type { Review } from './model.js';

/** Puts the facts of all files together, for a review that is read once. The order of the files does not matter. */
export function buildReview(files: Iterable<FileFacts>): Review {
  return new ReviewIndex([...files].map(file => [file.path, file]));
}
