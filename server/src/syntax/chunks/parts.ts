import type { Text } from '../../text/text.js';
import type { Chunk } from '../facts.js';
import { cutNowhere } from './cut-nowhere.js';
import { Memory, type Part, type PartReading } from './memory.js';
import { Earlier, sameChunk } from './same.js';
import { type Cutting, type Segment, type Segments, segmentsOf, type Version } from './segments.js';

/** How a file that is read part by part is cut and put together. */
export interface Format<I, R extends PartReading> extends Cutting<I> {
  /** The chunks of the whole file, out of parts that it asks for in order. */
  assemble(file: Parts<I, R>): Chunk[];
}

let read = 0;

/** How many chunks have been read so far, in all files: what an edit costs is the difference. */
export function chunksRead(): number {
  return read;
}

/** Reads a text by parts: those that are as they were in the memory's reading are taken from there. */
export function readByParts<I, R extends PartReading>(
  text: Text,
  format: Format<I, R>,
  memory: Memory = new Memory(),
): Chunk[] {
  const cut = segmentsOf(text, format, memory.version as Version<I> | undefined);
  const parts = new Parts<I, R>(text, cut, memory);
  const chunks = format.assemble(parts);
  memory.version = { text, segments: cut.segments };
  parts.keep();
  return chunks;
}

/** The parts of one reading of a file. */
export class Parts<I, R extends PartReading> {
  readonly segments: readonly Segment<I>[];
  private all: Part<R>[] = [];
  private readonly fresh: Part<R>[] = [];
  private dropped: readonly Part[] = [];
  private readonly round: number;
  private readonly contexts: unknown[] = [];
  private readonly earlier = new Earlier();
  private lastHead: Chunk | undefined;
  private even = false;
  private next = 0;
  private at = 0;
  /** Parts at the start that are where they were, and at the end that all moved by as much. */
  private still = 0;
  private moved = 0;

  constructor(
    readonly text: Text,
    private readonly cut: Segments<I>,
    private readonly memory: Memory,
  ) {
    this.segments = cut.segments;
    this.round = memory.round + 1;
  }

  /**
   * The part made of the next so many segments. It is read unless it was read before from the same text in the same
   * context, or in one of which `fits` says that it makes no difference to this part.
   */
  take(
    count: number,
    context: unknown,
    make: (text: string) => R,
    fits?: (part: Part<R>, text: string) => boolean,
  ): Part<R> {
    const from = this.next;
    const first = this.segments[from]!;
    const start = this.at;
    this.next += count;
    for (let i = from; i < this.next; i++) this.at += this.segments[i]!.length;
    const known = first.part as Part<R> | undefined;
    if (known && this.isMadeOf(known, from, count)) {
      if (known.context === context || fits?.(known, this.text.slice(start, this.at))) {
        known.context = context;
        known.round = this.round;
        this.all.push(known);
        return known;
      }
    }
    const reading = make(this.text.slice(start, this.at));
    read += Math.max(1, reading.chunks.length);
    const segments = count === 1 ? [first] : this.segments.slice(from, this.next);
    const part: Part<R> = { segments, context, reading, line: 0, round: this.round };
    this.fresh.push(part);
    this.all.push(part);
    return part;
  }

  /**
   * Takes all segments, each as a part of its own. Its context may depend on the segment and on the part before it, on
   * nothing else.
   */
  takeEach(
    contextOf: (segment: Segment<I>, last: Part<R> | undefined) => unknown,
    make: (text: string, context: unknown) => R,
    fits?: (part: Part<R>, context: unknown) => boolean,
  ): void {
    const { memory, segments } = this;
    const { before, after } = this.cut.same;
    this.even = true;
    if (memory.even && before > 0) {
      // What an edit left alone is not even looked at, neither before it…
      this.still = before;
      this.all = memory.parts.slice(0, before) as Part<R>[];
      this.next = before;
      this.at = this.cut.start;
    }
    while (this.next < segments.length) {
      const context = contextOf(segments[this.next]!, this.all.at(-1));
      // … nor behind it.
      if (memory.even && this.next === segments.length - after && memory.parts.at(-after)?.context === context) {
        this.moved = after;
        this.all = this.all.concat(memory.parts.slice(-after) as Part<R>[]);
        return;
      }
      this.take(
        1,
        context,
        text => make(text, context),
        part => fits?.(part, context) === true,
      );
    }
  }

  /** The context of the last reading that is the same as this one, or this one. */
  context<C>(made: C, isSame: (other: C) => boolean): C {
    const found = (this.memory.contexts.find(each => isSame(each as C)) as C | undefined) ?? made;
    this.contexts.push(found);
    return found;
  }

  /** Says where each part stands now, and puts back the chunks of the last reading that say what was read anew. */
  placed(): readonly Part<R>[] {
    this.drop();
    this.putBack();
    const { all } = this;
    const before = all[this.still - 1];
    let line = before ? before.line + before.segments[0]!.lines : 0;
    const moved = all.length - this.moved;
    for (let i = this.still; i < all.length; i++) {
      const part = all[i]!;
      if (i >= moved && part.line === line) break;
      const by = line - part.line;
      if (by !== 0) for (const chunk of part.reading.chunks) chunk.line += by;
      part.line = line;
      for (const segment of part.segments) line += segment.lines;
    }
    return all;
  }

  /** The chunks of all parts, in order, once the parts are placed. */
  chunks(): Chunk[] {
    const { still, moved, all, memory } = this;
    if (still + moved === 0) return chunksIn(all);
    // Going through ten thousand parts for their chunks takes longer than reading one of them.
    const start = firstChunk(memory.chunks, memory.parts, still);
    const end = firstChunk(memory.chunks, memory.parts, memory.parts.length - moved);
    const between = chunksIn(all.slice(still, all.length - moved));
    return memory.chunks.slice(0, start).concat(between, memory.chunks.slice(end));
  }

  /** The parts with problems outside of their chunks, in order, once the parts are placed. */
  loose(): readonly Part[] {
    const isLoose = ({ reading }: Part): boolean => (reading.loose?.length ?? 0) > 0;
    if (this.still + this.moved === 0) return this.all.filter(isLoose);
    const gone = new Set(this.dropped);
    const left = this.memory.loose.filter(part => !gone.has(part));
    return left.concat(this.fresh.filter(isLoose)).sort((a, b) => a.line - b.line);
  }

  /** Whether two chunks give the same name. Asked in each reading, once the parts are placed. */
  hasRepeated(nameOf: (chunk: Chunk) => string | undefined): boolean {
    const { memory } = this;
    const last = memory.names;
    const names = last ?? new Map<string, number>();
    memory.names = names;
    const count = (parts: readonly Part[], by: number): void => {
      for (const { reading } of parts) {
        for (const chunk of reading.chunks) {
          const name = nameOf(chunk);
          if (name === undefined) continue;
          const times = (names.get(name) ?? 0) + by;
          if (times > 0) names.set(name, times);
          else names.delete(name);
          memory.chunksNamed += by;
        }
      }
    };
    if (last) count(this.dropped, -1);
    count(last ? this.fresh : this.all, 1);
    return memory.chunksNamed > names.size;
  }

  /** The chunk for what concerns the file as a whole: the one of the last reading, if it says the same. */
  head(made: Chunk): Chunk {
    const { head } = this.memory;
    this.lastHead = (head ? sameChunk(head, made) && head : this.earlier.take(made)) || made;
    return this.lastHead;
  }

  /** Makes the memory one of this reading. */
  keep(): void {
    const { memory } = this;
    memory.chunks = this.chunks();
    memory.loose = this.loose();
    for (const { segments } of this.dropped) delete segments[0]!.part;
    for (const part of this.fresh) part.segments[0]!.part = part;
    memory.parts = this.all;
    memory.even = this.even;
    memory.head = this.lastHead;
    memory.contexts = this.contexts;
    memory.round = this.round;
  }

  private isMadeOf({ segments }: Part, from: number, count: number): boolean {
    if (segments.length !== count) return false;
    for (let i = 1; i < count; i++) if (segments[i] !== this.segments[from + i]) return false;
    return true;
  }

  /** Finds the parts of the last reading that this one did not take up. */
  private drop(): void {
    const { parts } = this.memory;
    const touched = this.still + this.moved > 0 ? parts.slice(this.still, parts.length - this.moved) : parts;
    this.dropped = touched.filter(part => part.round !== this.round);
  }

  private putBack(): void {
    const { memory, earlier } = this;
    if (this.fresh.length === 0) return;
    const last = memory.version ? chunksIn(this.dropped) : memory.facts?.chunks;
    for (const chunk of last ?? []) earlier.add(chunk);
    for (const { reading } of this.fresh) {
      reading.chunks.forEach((chunk, index) => {
        const old = earlier.take(chunk);
        if (!old) return;
        old.line = chunk.line;
        reading.chunks[index] = old;
      });
    }
  }
}

/** The chunks of parts, in order. */
function chunksIn(parts: readonly Part[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (const { reading } of parts) for (const chunk of reading.chunks) chunks.push(chunk);
  return chunks;
}

/** Where the chunks start that belong to the parts from an index on. */
function firstChunk(chunks: readonly Chunk[], parts: readonly Part[], from: number): number {
  for (let i = from; i < parts.length; i++) {
    const [chunk] = parts[i]!.reading.chunks;
    if (chunk) return chunks.indexOf(chunk);
  }
  return chunks.length;
}

/** How a file is read that is one chunk, even when nothing is written in it. */
export function onePiece(readAll: (text: string) => Chunk): Format<undefined, PartReading> {
  return {
    cutter: cutNowhere,
    assemble: file => {
      file.takeEach(
        () => undefined,
        text => ({ chunks: [readAll(text)] }),
      );
      const [part] = file.placed();
      return part?.reading.chunks ?? [file.head(readAll(''))];
    },
  };
}
