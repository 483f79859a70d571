import type { Role, SymbolKind, Use } from '../../syntax/facts.js';
import type { UseSite } from '../model.js';
import { inReadingOrder, type Member } from './member.js';

/** In which of three ways a chunk has a name: it gives it, gives it as a former name, or uses it. */
export type Bond = 'defines' | 'alias' | 'uses';

const bonds: readonly Bond[] = ['defines', 'alias', 'uses'];

function bondOf(role: Role): Bond {
  return role === 'defines' || role === 'alias' ? role : 'uses';
}

/** Kinds of names that nobody looks up: a question of the checklist stands in every appraisal of every rater. */
const uncounted: ReadonlySet<SymbolKind> = new Set(['item', 'characteristic']);

/** A name of the review. `id` is folded. */
export interface Name {
  readonly kind: SymbolKind;
  readonly id: string;
}

/**
 * Which chunks give and use each name of the review. Each chunk is counted once a name and bond, and taken out as it was put
 * in; nothing here remembers an order, so that the order of changes leaves no trace.
 */
export class SymbolTable {
  private readonly tables: Readonly<Record<Bond, Map<SymbolKind, Map<string, Member[]>>>> = {
    defines: new Map(),
    alias: new Map(),
    uses: new Map(),
  };

  add(member: Member): void {
    for (const use of member.chunk.uses) {
      if (uncounted.has(use.kind)) continue;
      const table = this.table(use.kind, bondOf(use.role));
      const members = table.get(use.id);
      if (!members) table.set(use.id, [member]);
      else if (!members.includes(member, Math.max(0, members.length - 1))) members.push(member);
    }
  }

  remove(member: Member): void {
    for (const use of member.chunk.uses) {
      if (uncounted.has(use.kind)) continue;
      const table = this.table(use.kind, bondOf(use.role));
      const members = table.get(use.id);
      const at = members?.indexOf(member) ?? -1;
      if (!members || at < 0) continue;
      const last = members.pop()!;
      if (last !== member) members[at] = last;
      if (members.length === 0) table.delete(use.id);
    }
  }

  /** The chunks that have a name in a certain way, in no order. */
  members(kind: SymbolKind, bond: Bond, id: string): readonly Member[] {
    return this.tables[bond].get(kind)?.get(id) ?? [];
  }

  /** The chunks that give a name, in reading order: the first owns it. */
  definers(kind: SymbolKind, id: string): readonly Member[] {
    const members = this.members(kind, 'defines', id);
    return members.length < 2 ? members : [...members].sort(inReadingOrder);
  }

  /** All chunks that have a name in any way; one that has it in two ways comes twice. */
  *everywhere(kind: SymbolKind, id: string): Iterable<Member> {
    for (const bond of bonds) yield* this.members(kind, bond, id);
  }

  /** Every name of a kind that something defines. */
  defined(kind: SymbolKind): Iterable<string> {
    return this.tables.defines.get(kind)?.keys() ?? [];
  }

  /** Every place where a name stands, in reading order. */
  sites(kind: SymbolKind, id: string): UseSite[] {
    const members = [...new Set(this.everywhere(kind, id))].sort(inReadingOrder);
    return members.flatMap(member =>
      member.chunk.uses
        .filter(use => use.kind === kind && use.id === id)
        .map((use): UseSite => ({ file: member.file, chunk: member.chunk, use, at: use.at })),
    );
  }

  private table(kind: SymbolKind, bond: Bond): Map<string, Member[]> {
    const byKind = this.tables[bond];
    const known = byKind.get(kind);
    if (known) return known;
    const made = new Map<string, Member[]>();
    byKind.set(kind, made);
    return made;
  }
}

/** Calls back for each name and bond that stands in one of two lists of chunks and not in the other. */
export function differences(
  before: readonly Member[],
  after: readonly Member[],
  each: (use: Use, bond: Bond) => void,
): void {
  const [had, has] = [countedUses(before), countedUses(after)];
  // An edit leaves nearly all uses as they were: what is alike at both ends needs no look at its names.
  const most = Math.min(had.length, has.length);
  let start = 0;
  while (start < most && isSameUse(had[start]!, has[start]!)) start++;
  let end = 0;
  while (end < most - start && isSameUse(had.at(-1 - end)!, has.at(-1 - end)!)) end++;
  if (start + end === had.length && start + end === has.length) return;
  const gone = missingFrom(has, had.slice(start, had.length - end));
  const come = missingFrom(had, has.slice(start, has.length - end));
  for (const use of gone) each(use, bondOf(use.role));
  for (const use of come) each(use, bondOf(use.role));
}

function countedUses(members: readonly Member[]): Use[] {
  const [only] = members;
  const uses = members.length === 1 ? only!.chunk.uses : members.flatMap(({ chunk }) => chunk.uses);
  return uses.filter(({ kind }) => !uncounted.has(kind));
}

/** Those of some uses whose name and bond are nowhere among others, each once. */
function missingFrom(others: readonly Use[], some: readonly Use[]): Iterable<Use> {
  const wanted = new Map(some.map(use => [keyOf(use), use]));
  const ids = new Set(some.map(({ id }) => id));
  for (const other of others) if (ids.has(other.id)) wanted.delete(keyOf(other));
  return wanted.values();
}

function isSameUse(one: Use, other: Use): boolean {
  return one === other || (one.id === other.id && one.kind === other.kind && one.role === other.role);
}

/** A finding that is answered is another matter than one that is judged, though both use its name. */
function keyOf({ kind, role, id }: Use): string {
  return `${kind}\n${kind === 'finding' ? role : bondOf(role)}\n${id}`;
}
