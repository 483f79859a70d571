import type { Chunk, FileFacts, Problem } from '../facts.js';
import type { Passages } from '../passages.js';
import type { Segment, Version } from './segments.js';

/** What reading a part of a file gives. */
export interface PartReading {
  /** Their lines count from the part's first line. */
  readonly chunks: Chunk[];
  /** What is the matter where no chunk is; lines count from the part's first line. */
  readonly loose?: readonly Problem[];
}

/** A part of a file that was read by itself: one or more segments. */
export interface Part<R extends PartReading = PartReading> {
  readonly segments: readonly Segment<unknown>[];
  /** What it was read with, beside its text. */
  context: unknown;
  readonly reading: R;
  /** The line that the lines of its chunks count from: 0 when it has just been read, else its own first line. */
  line: number;
  /** The last reading of the file that took it up by itself. */
  round: number;
}

/**
 * What is kept of the last reading of a file that is open in an editor, so that the next one reads only what changed.
 * Each reading of the file gets the same memory and leaves it as the next one needs it. A closed file needs none.
 */
export class Memory {
  /** The last facts. Chunks that still say the same are handed on to the next ones. */
  facts: FileFacts | undefined;
  /** The last text with its segments, once there was a reading with this memory. */
  version: Version<unknown> | undefined;
  /** The parts of the last reading in order; where `even`, one for each segment. */
  parts: readonly Part[] = [];
  even = false;
  /** The chunks of all parts, in their order, and the parts that have problems outside of their chunks. */
  chunks: readonly Chunk[] = [];
  loose: readonly Part[] = [];
  /** The chunk for what concerns the file as a whole, in formats that have one. */
  head: Chunk | undefined;
  round = 0;
  /** What was common to many parts, to be recognised where it is made anew. */
  contexts: readonly unknown[] = [];
  /** In a manuscript: what was read from the blocks of the section that was read last. */
  passages: Passages | undefined;
  /** How often each name is given, in formats in which a name should be given once. */
  names: Map<string, number> | undefined;
  /** How many chunks give a name. */
  chunksNamed = 0;

  /** @param facts what is known of the file where it was read before without a memory, so that what is the same is kept */
  constructor(facts?: FileFacts) {
    this.facts = facts;
  }

  /** For when it gets another file to read. */
  forget(): void {
    this.facts = undefined;
    this.version = undefined;
    this.parts = [];
    this.even = false;
    this.chunks = [];
    this.loose = [];
    this.head = undefined;
    this.contexts = [];
    this.passages = undefined;
    this.names = undefined;
    this.chunksNamed = 0;
  }
}
