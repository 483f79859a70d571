import type { Chunk } from '../facts.js';
import { cutNowhere } from './cut-nowhere.js';
import { Memory, type Part, type PartReading } from './memory.js';
import { Earlier, sameChunk } from './same.js';
import { type Cutter, type Segment, segmentsOf, type Version } from './segments.js';

/** How a file that is read part by part is cut and put together. */
export interface Format<I, R extends PartReading> {
  cutter(text: string): Cutter<I>;
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
  text: string,
  format: Format<I, R>,
  memory: Memory = new Memory(),
): Chunk[] {
  const segments = segmentsOf(text, format.cutter(text), memory.version as Version<I> | undefined);
  const parts = new Parts<I, R>(text, segments, memory);
  const chunks = format.assemble(parts);
  memory.version = { text, segments };
  parts.keep();
  return chunks;
}

/** The parts of one reading of a file. */
export class Parts<I, R extends PartReading> {
  private readonly all: Part<R>[] = [];
  private readonly fresh: Part<R>[] = [];
  private readonly round: number;
  private readonly contexts: unknown[] = [];
  private next = 0;
  private at = 0;
  private readonly earlier = new Earlier();
  private lastHead: Chunk | undefined;

  constructor(
    readonly text: string,
    readonly segments: readonly Segment<I>[],
    private readonly memory: Memory,
  ) {
    this.round = memory.round + 1;
  }

  /**
   * The part made of the next so many segments. It is read unless it was read before from the same text in the same
   * context, or in one of which `fits` says that it makes no difference to this part.
   */
  take(count: number, context: unknown, make: (text: string) => R, fits?: (part: Part<R>, text: string) => boolean): R {
    const segments = count === 1 ? undefined : this.segments.slice(this.next, this.next + count);
    const first = this.segments[this.next]!;
    let end = this.at;
    for (let i = 0; i < count; i++) end += this.segments[this.next + i]!.length;
    // What a segment was part of before the last reading may have lost its chunks to others.
    const last = first.part as Part<R> | undefined;
    const known = last?.round === this.memory.round ? last : undefined;
    const start = this.at;
    this.next += count;
    this.at = end;
    if (known && (segments ? sameList(known.segments, segments) : known.segments.length === 1)) {
      const text = (): string => this.text.slice(start, end);
      if (known.context === context || fits?.(known, text())) {
        known.context = context;
        known.round = this.round;
        this.all.push(known);
        return known.reading;
      }
    }
    const reading = make(this.text.slice(start, end));
    read += Math.max(1, reading.chunks.length);
    const part: Part<R> = { segments: segments ?? [first], context, reading, line: 0, round: this.round };
    this.fresh.push(part);
    this.all.push(part);
    return reading;
  }

  /** The context of the last reading that is the same as this one, or this one. */
  context<C>(made: C, isSame: (other: C) => boolean): C {
    const found = (this.memory.contexts.find(each => isSame(each as C)) as C | undefined) ?? made;
    this.contexts.push(found);
    return found;
  }

  /** Says where each part stands now, and puts back the chunks of the last reading that say what was read anew. */
  placed(): readonly Part<R>[] {
    this.putBack();
    let segment = 0;
    let line = 0;
    for (const part of this.all) {
      const by = line - part.line;
      if (by !== 0) for (const chunk of part.reading.chunks) chunk.line += by;
      part.line = line;
      for (let i = 0; i < part.segments.length; i++) line += this.segments[segment++]!.lines;
    }
    return this.all;
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
    for (const part of this.all) part.segments[0]!.part = part;
    memory.parts = this.all;
    memory.head = this.lastHead;
    memory.contexts = this.contexts;
    memory.round = this.round;
  }

  private putBack(): void {
    const { memory, earlier } = this;
    if (memory.version) {
      for (const part of memory.parts) {
        if (part.round === this.round) continue;
        for (const chunk of part.reading.chunks) earlier.add(chunk);
      }
    } else for (const chunk of memory.facts?.chunks ?? []) earlier.add(chunk);
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

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

/** How a file is read that is one chunk, even when nothing is written in it. */
export function onePiece(readAll: (text: string) => Chunk): Format<undefined, PartReading> {
  return {
    cutter: cutNowhere,
    assemble: file => {
      if (file.segments.length > 0) file.take(1, 'whole', text => ({ chunks: [readAll(text)] }));
      const [part] = file.placed();
      return part?.reading.chunks ?? [file.head(readAll(''))];
    },
  };
}
