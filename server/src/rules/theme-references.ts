import type { Review } from '../review/model.js';
import type { Chunk, Role, Use } from '../syntax/facts.js';

const referring: readonly Role[] = ['carries', 'tags', 'codes'];

/** The places of a chunk that name a theme without defining it. Tags that divide a construct (`#challenge`) are not themes. */
export function themeReferences(chunk: Chunk, review: Review): readonly Use[] {
  return chunk.uses.filter(
    use =>
      use.kind === 'theme' &&
      referring.includes(use.role) &&
      !(use.role === 'tags' && review.settings.aspects.some(aspect => aspect.id === use.id)),
  );
}

/** Whether anything names a theme by this name. */
export function isReferred(review: Review, id: string): boolean {
  const { aspects } = review.settings;
  // A name that also divides constructs has to be looked at where it stands.
  if (!aspects.some(aspect => aspect.id === id)) return review.isUsed('theme', id);
  return review.uses('theme', id).some(({ use }) => use.role === 'carries' || use.role === 'codes');
}
