import { citeName } from '../../syntax/bibliography/name.js';
import type { WorkFacts } from '../../syntax/facts.js';
import { foldId } from '../../text/words.js';
import type { BibliographyWork } from '../model.js';
import type { Effects } from './effects.js';
import type { Member, MemberOf } from './member.js';
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
  /** From a number of the bibliography to the folded key of the work that has it. */
  private readonly numbers = new Map<string, string>();

  constructor(
    private readonly symbols: SymbolTable,
    private readonly effects: Effects,
    readonly background: ReadonlySet<string>,
  ) {}

  /** The folded key of the work that a number in brackets cites; undefined for one that no work has. */
  numbered(number: string): string | undefined {
    return this.numbers.get(number);
  }

  /** The number that cites a work. */
  numberOf(id: string): string | undefined {
    const number = this.byId.get(id)?.facts.number;
    return number !== undefined && this.numbers.get(number) === id ? number : undefined;
  }

  /** The chunks that cite a key, by itself or by the number of its work, each once, in no order. */
  citing(id: string): readonly Member[] {
    const byKey = this.symbols.members('work', 'uses', id);
    const number = this.numberOf(id);
    const byNumber = number === undefined ? [] : this.symbols.members('number', 'uses', number);
    return byNumber.length === 0 ? byKey : [...new Set([...byKey, ...byNumber])];
  }

  /**
   * Looks again at who has these keys; gives back those of which something has changed that others print, and the numbers that
   * another work has now.
   */
  update(ids: Iterable<string>): { come: Set<string>; changed: Set<string>; numbers: Set<string> } {
    const come = new Set<string>();
    const changed = new Set<string>();
    const numbers = new Set<string>();
    for (const id of ids) {
      const known = this.byId.get(id);
      if (known?.facts.number !== undefined) numbers.add(known.facts.number);
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
      if (owner?.facts.number !== undefined) numbers.add(owner.facts.number);
      if (come.has(id) || changed.has(id)) this.effects.detail('work', id);
      this.effects.touch(this.symbols.members('work', 'defines', id));
    }
    if (come.size > 0) this.effects.facets.add('keys');
    for (const number of numbers) if (!this.renumber(number)) numbers.delete(number);
    return { come, changed, numbers };
  }

  /** Looks again at which work has a number; of several that have it, the first in reading order. True when it is another. */
  private renumber(number: string): boolean {
    const before = this.numbers.get(number);
    let now: string | undefined;
    for (const member of this.symbols.definers('number', number) as readonly MemberOf<'work'>[]) {
      const id = foldId(member.facts.key);
      if (this.byId.get(id)?.member !== member) continue;
      now = id;
      break;
    }
    if (now === before) return false;
    if (now === undefined) this.numbers.delete(number);
    else this.numbers.set(number, now);
    for (const id of [before, now]) {
      if (id !== undefined) this.effects.touch(this.symbols.members('work', 'defines', id));
    }
    return true;
  }
}

/** As a reader knows it; what has neither authors nor a title goes by its key. */
function workName(facts: WorkFacts): string {
  return citeName(facts) || facts.title || `"${facts.key}"`;
}
