import { Candidates } from '../../text/words.js';
import type { NameKind } from '../model.js';
import type { Effects, Facet } from './effects.js';

/** What tells that the names of a kind have changed. */
const facets: Readonly<Record<NameKind | 'key', Facet>> = {
  theme: 'themes',
  construct: 'constructs',
  study: 'keys',
  work: 'keys',
  key: 'keys',
  finding: 'findings',
};

/**
 * The names that mistyped ones most likely mean. One slip in the codebook can make a name unknown in a hundred files, and each of
 * them asks what was meant: names are made ready once and answers kept, for as long as the names stay as they are.
 */
export class NearNames {
  private readonly atHand = new Map<NameKind | 'key', Candidates>();

  /** Something has changed: names that may have are made ready anew. */
  follow({ everything, facets: changed }: Pick<Effects, 'everything' | 'facets'>): void {
    for (const kind of [...this.atHand.keys()]) {
      if (everything || changed.has(facets[kind])) this.atHand.delete(kind);
    }
  }

  /** Three at most, best first. */
  of(kind: NameKind | 'key', name: string, names: () => Iterable<string>): readonly string[] {
    const known = this.atHand.get(kind);
    const candidates = known ?? new Candidates(names());
    if (!known) this.atHand.set(kind, candidates);
    return candidates.nearTo(name);
  }
}
