import type { Review, UseSite } from '../review/model.js';
import type { SymbolKind } from '../syntax/facts.js';
import { Lines } from '../text/lines.js';
import type { NamePlace } from './name-place.js';

/** Where the review knows of names, file by file: what a text is held against before it is changed. */
export class KnownUses {
  readonly #sites = new Map<string, UseSite[]>();

  constructor(review: Review, kinds: readonly SymbolKind[], ids: Iterable<string>) {
    for (const id of ids) {
      for (const site of kinds.flatMap(kind => review.uses(kind, id))) {
        // A study that is named by its file has no words to show for it; a former name stays as it is.
        if (site.use.role === 'alias' || (site.use.kind === 'study' && site.use.role === 'defines')) continue;
        const sites = this.#sites.get(site.file.path);
        if (sites) sites.push(site);
        else this.#sites.set(site.file.path, [site]);
      }
    }
  }

  /** Whether the review knows of any in a file. */
  isIn(path: string): boolean {
    return this.#sites.has(path);
  }

  /** Whether every name that the review knows of in a file is among the places found in its text. */
  areAmong(places: readonly NamePlace[], path: string, text: string): boolean {
    const sites = this.#sites.get(path) ?? [];
    if (sites.length === 0) return true;
    const lines = new Lines(text);
    const starts = new Set(places.map(place => place.at[0]));
    return sites.every(({ chunk, use }) => starts.has(lines.spanOf(use.at, chunk.line)[0]));
  }
}
