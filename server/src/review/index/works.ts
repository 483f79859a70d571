import { citeName } from '../../syntax/bibliography/name.js';
import type { WorkFacts } from '../../syntax/facts.js';
import type { BibliographyWork } from '../model.js';
import type { Effects } from './effects.js';
import type { MemberOf } from './member.js';
import type { SymbolTable } from './symbols.js';

/** A work of the bibliography: one object for as long as something has its key. */
export class IndexedWork implements BibliographyWork {
  member: MemberOf<'work'>;
  name: string;

  constructor(
    readonly id: string,
    member: MemberOf<'work'>,
  ) {
    this.member = member;
    this.name = workName(member.facts);
  }

  get file() {
    return this.member.file;
  }
  get chunk() {
    return this.member.chunk;
  }
  get facts(): WorkFacts {
    return this.member.facts;
  }
}

/** The works of all bibliographies by folded key. Of works with one key the first in reading order counts. */
export class Works {
  readonly byId = new Map<string, IndexedWork>();

  constructor(
    private readonly symbols: SymbolTable,
    private readonly effects: Effects,
    readonly background: ReadonlySet<string>,
  ) {}

  /** Looks again at who has these keys; gives back those of which something has changed that others print. */
  update(ids: Iterable<string>): { come: Set<string>; changed: Set<string> } {
    const come = new Set<string>();
    const changed = new Set<string>();
    for (const id of ids) {
      const known = this.byId.get(id);
      const owner = this.symbols.definers('work', id)[0] as MemberOf<'work'> | undefined;
      if (!owner) {
        if (known && this.byId.delete(id)) come.add(id);
      } else if (!known) {
        this.byId.set(id, new IndexedWork(id, owner));
        come.add(id);
      } else if (known.member !== owner) {
        const { name, facts } = known;
        known.member = owner;
        known.name = workName(owner.facts);
        // What others print of a work is its name, and what they sort by is its year; a title stands nowhere else.
        if (known.name !== name || known.facts.year !== facts.year || known.facts.key !== facts.key) changed.add(id);
      }
      if (come.has(id) || changed.has(id)) this.effects.detail('work', id);
      this.effects.touch(this.symbols.members('work', 'defines', id));
    }
    if (come.size > 0) this.effects.facets.add('keys');
    return { come, changed };
  }
}

/** As a reader knows it; what has neither authors nor a title goes by its key. */
function workName(facts: WorkFacts): string {
  return citeName(facts) || facts.title || `"${facts.key}"`;
}
