import { type Facet, nameKey } from '../review/index/effects.js';
import type { Member } from '../review/index/member.js';
import type { Found } from './subjects.js';

/** What a judgement asked for, and which names it speaks of. */
interface Known {
  readonly facets: ReadonlySet<Facet>;
  readonly names: readonly string[];
}

const none: readonly string[] = [];

/** Which chunks' judgements rest on an answer about the review as a whole, or speak of a name that they do not use. */
export class Readers {
  private readonly facets = new Map<Facet, Set<Member>>();
  private readonly names = new Map<string, Set<Member>>();
  private readonly known = new Map<Member, Known>();
  /** The different sets of questions that all of a kind ask; there are as many as kinds of things, or few more. */
  private readonly common: Known[] = [];

  /** Notes what the last judgement of a chunk asked for, in the place of what the one before did; keeps neither. */
  set(member: Member, facets: ReadonlySet<Facet>, found: readonly Found[]): void {
    const before = this.known.get(member);
    const names =
      found.length === 0
        ? none
        : found.flatMap(({ notice }) => (notice.about ?? []).map(({ kind, id }) => nameKey(kind, id)));
    if (names.length === 0 && (!before || before.names.length === 0)) {
      // Nearly every study asks for what it asked for before, and for what all others ask for.
      if (before ? isSame(before.facets, facets) : facets.size === 0) return;
    }
    for (const facet of before?.facets ?? []) this.facets.get(facet)?.delete(member);
    for (const name of before?.names ?? []) {
      const members = this.names.get(name);
      if (members?.delete(member) && members.size === 0) this.names.delete(name);
    }
    if (facets.size === 0 && names.length === 0) {
      this.known.delete(member);
      return;
    }
    const shared = names.length === 0 && !isOfItsOwn(facets);
    this.known.set(member, shared ? this.inCommon(facets) : { facets: new Set(facets), names });
    for (const facet of facets) this.facets.set(facet, (this.facets.get(facet) ?? new Set()).add(member));
    for (const name of names) this.names.set(name, (this.names.get(name) ?? new Set()).add(member));
  }

  /** What is known of a chunk that speaks of no name: one object for all that ask for the same. */
  private inCommon(facets: ReadonlySet<Facet>): Known {
    let known = this.common.find(each => isSame(each.facets, facets));
    if (!known) {
      known = { facets: new Set(facets), names: none };
      this.common.push(known);
    }
    return known;
  }

  ofFacet(facet: Facet): Iterable<Member> {
    return this.facets.get(facet) ?? [];
  }

  ofName(name: string): Iterable<Member> {
    return this.names.get(name) ?? [];
  }
}

/** Whether something was asked that is about one thing, such as a tally: others hardly ask for the same. */
function isOfItsOwn(facets: ReadonlySet<Facet>): boolean {
  for (const facet of facets) if (facet.includes(' ')) return true;
  return false;
}

function isSame(a: ReadonlySet<Facet>, b: ReadonlySet<Facet>): boolean {
  if (a.size !== b.size) return false;
  for (const each of a) if (!b.has(each)) return false;
  return true;
}
