import type { Chunk, ChunkFacts, FileFacts, FileKind } from '../../syntax/facts.js';
import { kindOf } from '../../syntax/packed/packed-chunk.js';
import type { Sourced } from '../model.js';

/** A file of the review as the index knows it: one object for as long as the file is there, whatever its text. */
export class IndexedFile implements FileFacts {
  members: readonly Member[] = [];
  chunks: readonly Chunk[] = [];

  constructor(
    readonly path: string,
    readonly kind: FileKind,
  ) {}

  /**
   * Takes the file's chunks as they are now. Chunks that are still there keep their member; given back are those of chunks
   * that went and of chunks that came. Nearly always they stand together, so only the middle is compared by looking up.
   */
  replace(chunks: readonly Chunk[]): { removed: readonly Member[]; added: readonly Member[] } {
    const before = this.members;
    const most = Math.min(before.length, chunks.length);
    let head = 0;
    while (head < most && this.chunks[head] === chunks[head]) head++;
    let tail = 0;
    while (tail < most - head && this.chunks[before.length - 1 - tail] === chunks[chunks.length - 1 - tail]) tail++;
    const gone = before.slice(head, before.length - tail);
    const here = chunks.slice(head, chunks.length - tail);
    const known = new Map(gone.map(member => [member.chunk, member]));
    // Chunks that have changed places are new ones: the first of a name owns it, and a section stands under what is above.
    if (!isInOrder(gone, here)) known.clear();
    const added: Member[] = [];
    const left = new Set(gone);
    const middle = here.map(chunk => {
      const member = known.get(chunk);
      if (member && left.delete(member)) return member;
      const fresh = new Member(this, chunk);
      added.push(fresh);
      return fresh;
    });
    this.members =
      gone.length === 0 && middle.length === 0
        ? before
        : before.slice(0, head).concat(middle, before.slice(before.length - tail));
    this.chunks = chunks;
    return { removed: [...left], added };
  }
}

/** Whether the chunks that both lists have stand in the same order in both. */
function isInOrder(members: readonly Member[], chunks: readonly Chunk[]): boolean {
  const places = new Map(chunks.map((chunk, index) => [chunk, index]));
  let last = -1;
  for (const { chunk } of members) {
    const place = places.get(chunk);
    if (place === undefined) continue;
    if (place < last) return false;
    last = place;
  }
  return true;
}

/** A chunk in its file: what the index counts, and what rules judge one by one. */
export class Member<F extends ChunkFacts = ChunkFacts> implements Sourced<F> {
  readonly kind: ChunkFacts['kind'];

  constructor(
    readonly file: IndexedFile,
    readonly chunk: Chunk,
  ) {
    this.kind = kindOf(chunk);
  }

  get facts(): F {
    return this.chunk.facts as F;
  }
}

/** A member of one kind of facts. */
export type MemberOf<K extends ChunkFacts['kind']> = Member<Extract<ChunkFacts, { kind: K }>>;

export function isKind<K extends ChunkFacts['kind']>(member: Member, kind: K): member is MemberOf<K> {
  return member.kind === kind;
}

/** The order in which a reader comes upon members: by path, then by line, then as the file lists them. */
export function inReadingOrder(a: Member, b: Member): number {
  if (a.file !== b.file) return a.file.path < b.file.path ? -1 : 1;
  return a.chunk.line - b.chunk.line || a.file.chunks.indexOf(a.chunk) - b.file.chunks.indexOf(b.chunk);
}
