import type { Chunk } from '../facts.js';

/** Of chunks with one name, so many are compared. */
const MOST = 4;

/** Finds, among chunks of an earlier reading, one that says what a chunk read anew says. Each is found once. */
export class Earlier {
  private readonly byName = new Map<string, Chunk[]>();

  add(chunk: Chunk): void {
    const name = nameOf(chunk);
    const list = this.byName.get(name);
    if (list) list.push(chunk);
    else this.byName.set(name, [chunk]);
  }

  /** An earlier chunk that differs in nothing but the line at which it starts. */
  take(chunk: Chunk): Chunk | undefined {
    const list = this.byName.get(nameOf(chunk));
    for (let i = 0; list && i < list.length && i < MOST; i++) {
      if (sameChunk(list[i]!, chunk)) return list.splice(i, 1)[0];
    }
    return undefined;
  }
}

/** True when two chunks say the same, wherever they stand. */
export function sameChunk(a: Chunk, b: Chunk): boolean {
  return a === b || (same(a.facts, b.facts) && same(a.uses, b.uses) && same(a.problems, b.problems));
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (!same(a[i], b[i])) return false;
    return true;
  }
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  for (const name of names) if (!Object.hasOwn(right, name) || !same(left[name], right[name])) return false;
  return true;
}

/** What a chunk is found by before it is compared. */
function nameOf({ facts, uses }: Chunk): string {
  switch (facts.kind) {
    case 'theme':
    case 'construct':
      return `${facts.kind} ${facts.id}`;
    case 'work':
      return `work ${facts.key}`;
    case 'rating':
      return `rating ${facts.rating.study}`;
    case 'section':
      return `section ${facts.title}`;
    case 'argument':
      return `argument ${facts.says}`;
    case 'generated':
      return `generated ${facts.name}`;
    default:
      return `${facts.kind} ${uses[0]?.name ?? ''}`;
  }
}
