import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildReview } from '../../../server/src/review/build.js';
import type { Review } from '../../../server/src/review/model.js';
import { factsOf } from '../support/review.js';

const reviews = new Map<string, Review>();

/** One of the reviews under `samples`, read once. */
export function sampleReview(name: string): Review {
  let review = reviews.get(name);
  if (!review) {
    const root = join(import.meta.dirname, '../../../samples', name);
    const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map(path => path.replaceAll('\\', '/'))
      .filter(path => /\.(ya?ml|md|bib)$/.test(path))
      .sort();
    const texts = new Map(paths.map(path => [path, readFileSync(join(root, path), 'utf8')]));
    const settings = texts.get('metasynth.yaml')!;
    texts.delete('metasynth.yaml');
    review = buildReview(factsOf(new Map([['metasynth.yaml', settings], ...texts])));
    reviews.set(name, review);
  }
  return review;
}
