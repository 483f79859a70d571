import type { Chunk, ChunkFacts, FileFacts, Problem, RatingFacts, StudyFacts, Use } from '../facts.js';
import { readList, readProblem, readUse, writeList, writeProblem, writeUse } from './parts.js';
import { readRating, writeRating } from './rating.js';
import { Reader } from './reader.js';
import { openShelf, type Shelf } from './shelf.js';
import { readStudy, writeStudy } from './study.js';
import { Writer } from './writer.js';

/** Facts of which a large review has tens of thousands. */
type PackedFacts = StudyFacts | RatingFacts;

/** So many chunks are at hand unpacked: rules, and whoever answers an editor, ask for the same one again and again. */
const mostAtHand = 256;
const atHand = new Array<PackedChunk | undefined>(mostAtHand).fill(undefined);
let next = 0;

const writer = new Writer();
const none: readonly never[] = [];

/**
 * A chunk that keeps what it says as bytes, in a tenth of the room, and unpacks it when asked. It is the same object whether
 * packed or not, but what it gives out is not: nobody may compare facts, uses or places by identity, or keep them for long.
 */
export class PackedChunk implements Chunk {
  private shelf: Shelf | undefined;
  /** Texts of its own that do not fit into bytes. */
  private wide: readonly string[] = none;
  /** Where on the shelf its three parts start. */
  private factsFrom = 0;
  private usesFrom = 0;
  private problemsFrom = 0;
  private knownFacts: PackedFacts | undefined;
  private knownUses: readonly Use[] | undefined;
  private knownProblems: readonly Problem[] | undefined;
  readonly kind: PackedFacts['kind'];

  constructor(
    public line: number,
    chunk: Chunk<PackedFacts>,
  ) {
    this.kind = chunk.facts.kind;
    this.knownFacts = chunk.facts;
    this.knownUses = chunk.uses;
    this.knownProblems = chunk.problems.length > 0 ? chunk.problems : none;
  }

  get facts(): PackedFacts {
    if (!this.knownFacts) {
      this.knownFacts = readFacts(this.kind, this.reader(this.factsFrom));
      this.keepAtHand();
    }
    return this.knownFacts;
  }

  get uses(): readonly Use[] {
    if (!this.knownUses) {
      this.knownUses = readList(this.reader(this.usesFrom), readUse);
      this.keepAtHand();
    }
    return this.knownUses;
  }

  get problems(): readonly Problem[] {
    if (!this.knownProblems) {
      this.knownProblems = readList(this.reader(this.problemsFrom), readProblem);
      this.keepAtHand();
    }
    return this.knownProblems;
  }

  /** Packs what it says; it stays as it is where that cannot be written. */
  pack(): void {
    if (this.shelf) return;
    const { facts, uses, problems } = this;
    if (facts.kind === 'study') writeStudy(writer, facts);
    else writeRating(writer, facts.rating);
    const usesAt = writer.restart();
    writeList(writer, uses, writeUse);
    const problemsAt = writer.restart();
    if (problems.length > 0) writeList(writer, problems, writeProblem);
    const packed = writer.take();
    if (!packed) return;
    const shelf = openShelf();
    const start = shelf.put(packed.body);
    this.shelf = shelf;
    this.wide = packed.wide;
    this.factsFrom = start;
    this.usesFrom = start + usesAt;
    this.problemsFrom = start + problemsAt;
    this.keepAtHand();
  }

  /** For as long as its file is open it is at hand as it is. */
  unpack(): void {
    if (!this.shelf) return;
    const { facts, uses, problems } = this;
    this.shelf = undefined;
    this.wide = none;
    this.knownFacts = facts;
    this.knownUses = uses;
    this.knownProblems = problems;
  }

  private reader(from: number): Reader {
    return new Reader(this.shelf!.text, this.wide, from);
  }

  /** Takes a place among the chunks that are at hand, from whoever has had it longest. */
  private keepAtHand(): void {
    const last = atHand[next];
    if (last !== this) {
      last?.letGo();
      atHand[next] = this;
    }
    next = (next + 1) % mostAtHand;
  }

  private letGo(): void {
    if (!this.shelf) return;
    this.knownFacts = undefined;
    this.knownUses = undefined;
    if (this.knownProblems !== none) this.knownProblems = undefined;
  }
}

function readFacts(kind: PackedFacts['kind'], reader: Reader): PackedFacts {
  return kind === 'study' ? readStudy(reader) : { kind: 'rating', rating: readRating(reader) };
}

/** What a chunk says, by kind: told without unpacking it. */
export function kindOf(chunk: Chunk): ChunkFacts['kind'] {
  return chunk instanceof PackedChunk ? chunk.kind : chunk.facts.kind;
}

/** The same file, its studies and ratings packed. */
export function packFile(file: FileFacts): FileFacts {
  return { ...file, chunks: file.chunks.map(packChunk) };
}

/** Packs or unpacks those chunks of a file that have been packed before. */
export function setPacked(file: FileFacts, packed: boolean): void {
  for (const chunk of file.chunks) {
    if (!(chunk instanceof PackedChunk)) continue;
    if (packed) chunk.pack();
    else chunk.unpack();
  }
}

function packChunk(chunk: Chunk): Chunk {
  const { kind } = chunk.facts;
  if (kind !== 'study' && kind !== 'rating') return chunk;
  const made = new PackedChunk(chunk.line, chunk as Chunk<PackedFacts>);
  made.pack();
  return made;
}
