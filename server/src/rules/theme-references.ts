import type { Review, UseSite } from '../review/model.js';
import type { Role } from '../syntax/facts.js';

const referring: readonly Role[] = ['carries', 'tags', 'codes'];

/** Every place that names a theme without defining it. Tags that divide a construct (`#challenge`) are not themes. */
export function* themeReferences(review: Review): Iterable<UseSite> {
  const aspects = new Set(review.settings.aspects.map(aspect => aspect.id));
  for (const file of review.files.values()) {
    for (const chunk of file.chunks) {
      for (const use of chunk.uses) {
        if (use.kind !== 'theme' || !referring.includes(use.role)) continue;
        if (use.role === 'tags' && aspects.has(use.id)) continue;
        yield { file, chunk, use, at: use.at };
      }
    }
  }
}
