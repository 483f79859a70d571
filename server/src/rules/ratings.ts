import type { Review } from '../review/model.js';
import type { Chunk, FileFacts, Rating } from '../syntax/facts.js';

/** Every set of answers of the review: in raters' files, the consensus among them, and inside studies. */
export function* allRatings(review: Review): Iterable<{ rating: Rating; file: FileFacts; chunk: Chunk }> {
  for (const { facts, file, chunk } of review.ratings) yield { rating: facts.rating, file, chunk };
  for (const { facts, file, chunk } of review.studyFiles) {
    for (const rating of facts.ratings) yield { rating, file, chunk };
  }
}
