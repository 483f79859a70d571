import { type Facet, nameKey } from '../review/index/effects.js';
import type { Member } from '../review/index/member.js';
import type { Found } from './subjects.js';

/** Which chunks' judgements rest on an answer about the review as a whole, or speak of a name that they do not use. */
export class Readers {
  private readonly facets = new Map<Facet, Set<Member>>();
  private readonly names = new Map<string, Set<Member>>();
  private readonly known = new Map<Member, { facets: ReadonlySet<Facet>; names: readonly string[] }>();

  /** Notes what the last judgement of a chunk asked for, in the place of what the one before did. */
  set(member: Member, facets: ReadonlySet<Facet>, found: readonly Found[]): void {
    const before = this.known.get(member);
    for (const facet of before?.facets ?? []) this.facets.get(facet)?.delete(member);
    for (const name of before?.names ?? []) {
      const members = this.names.get(name);
      if (members?.delete(member) && members.size === 0) this.names.delete(name);
    }
    const names = found.flatMap(({ notice }) => (notice.about ?? []).map(({ kind, id }) => nameKey(kind, id)));
    if (facets.size === 0 && names.length === 0) {
      this.known.delete(member);
      return;
    }
    this.known.set(member, { facets, names });
    for (const facet of facets) this.facets.set(facet, (this.facets.get(facet) ?? new Set()).add(member));
    for (const name of names) this.names.set(name, (this.names.get(name) ?? new Set()).add(member));
  }

  ofFacet(facet: Facet): Iterable<Member> {
    return this.facets.get(facet) ?? [];
  }

  ofName(name: string): Iterable<Member> {
    return this.names.get(name) ?? [];
  }
}
