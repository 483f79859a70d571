import type { ChunkFacts, FileFacts, FileKind } from '../../syntax/facts.js';
import { Argument } from './argument.js';
import { type Effects, isMethodKind } from './effects.js';
import { IndexedFile, inReadingOrder, type Member, type MemberOf } from './member.js';
import { Raters } from './raters.js';
import { Reported } from './reported.js';
import { SymbolTable } from './symbols.js';

/** A file as it reads now; undefined for one that is no part of the review any more. */
export type FileChange = readonly [path: string, facts: FileFacts | undefined];

/** Which chunks went and which came. */
export interface Turnover {
  readonly removed: readonly Member[];
  readonly added: readonly Member[];
}

/** The files and chunks of a review, and what is counted of them as they come and go, whatever `metasynth.yaml` says. */
export class Members {
  readonly files = new Map<string, IndexedFile>();
  readonly symbols = new SymbolTable();
  readonly raters: Raters;
  readonly argument: Argument;
  readonly reported: Reported;
  private readonly fileKinds = new Map<FileKind, number>();
  private readonly byKind = new Map<ChunkFacts['kind'], Set<Member>>();

  constructor(private readonly effects: Effects) {
    this.raters = new Raters(effects);
    this.argument = new Argument(this.symbols, effects);
    this.reported = new Reported(effects);
  }

  /** All chunks of all files, file by file. */
  get all(): readonly Member[] {
    return [...this.files.values()].flatMap(file => file.members);
  }

  /** All chunks of a kind, in reading order. */
  ofKind<K extends ChunkFacts['kind']>(kind: K): readonly MemberOf<K>[] {
    return [...(this.byKind.get(kind) ?? [])].sort(inReadingOrder) as MemberOf<K>[];
  }

  /** How many files of a kind there are. */
  filesOf(kind: FileKind): number {
    return this.fileKinds.get(kind) ?? 0;
  }

  /** Takes files as they read now. Nothing is counted before `count` is called with what this gives. */
  take(changes: readonly FileChange[]): Turnover {
    const removed: Member[] = [];
    const added: Member[] = [];
    for (const [path, facts] of changes) {
      this.effects.paths.add(path);
      const known = this.files.get(path);
      if (known && known.kind !== facts?.kind) {
        replace(known, [], removed, added);
        this.countFile(known, -1);
      }
      if (!facts) continue;
      let file = this.files.get(path);
      if (!file) {
        file = new IndexedFile(path, facts.kind);
        this.countFile(file, 1);
      }
      replace(file, facts.chunks, removed, added);
    }
    return { removed, added };
  }

  /** Counts what went and what came, and notes that it did. */
  count({ removed, added }: Turnover): void {
    for (const member of removed) this.countMember(member, -1);
    for (const member of added) this.countMember(member, 1);
    for (const member of removed) this.effects.removed.add(member);
    this.effects.touch(added);
  }

  private countFile(file: IndexedFile, by: 1 | -1): void {
    if (by > 0) this.files.set(file.path, file);
    else this.files.delete(file.path);
    this.fileKinds.set(file.kind, (this.fileKinds.get(file.kind) ?? 0) + by);
    this.effects.facets.add('files');
  }

  private countMember(member: Member, by: 1 | -1): void {
    const members = this.byKind.get(member.kind) ?? new Set();
    this.byKind.set(member.kind, members);
    if (by > 0) members.add(member);
    else members.delete(member);
    if (by > 0) this.symbols.add(member);
    else this.symbols.remove(member);
    if (isMethodKind(member.kind)) this.effects.facets.add(member.kind);
    this.raters.count(member, by);
    this.argument.count(member, by);
    this.reported.count(member, by);
  }
}

function replace(file: IndexedFile, chunks: FileFacts['chunks'], removed: Member[], added: Member[]): void {
  const change = file.replace(chunks);
  removed.push(...change.removed);
  added.push(...change.added);
}
