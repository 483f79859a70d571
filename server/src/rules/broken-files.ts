import type { Member } from '../review/index/member.js';
import { isBroken } from '../syntax/broken.js';
import type { FileKind } from '../syntax/facts.js';

/** Which files of a review cannot be read whole, kept up to date part by part. */
export class BrokenFiles {
  private readonly parts = new Map<string, Set<Member>>();
  private readonly kinds = new Map<FileKind, number>();
  /** Paths and kinds that have become whole or broken since they were last taken. */
  private turnedPaths = new Set<string>();
  private turnedKinds = new Set<FileKind>();

  add(member: Member): void {
    if (!isBroken(member.chunk)) return;
    const { path, kind } = member.file;
    const parts = this.parts.get(path) ?? new Set();
    if (parts.size === 0) this.turn(path, kind, 1);
    parts.add(member);
    this.parts.set(path, parts);
  }

  remove(member: Member): void {
    const { path, kind } = member.file;
    const parts = this.parts.get(path);
    if (!parts?.delete(member) || parts.size > 0) return;
    this.parts.delete(path);
    this.turn(path, kind, -1);
  }

  clear(): void {
    this.parts.clear();
    this.kinds.clear();
    this.takeTurned();
  }

  has(path: string): boolean {
    return this.parts.has(path);
  }

  hasKind(kind: FileKind): boolean {
    return (this.kinds.get(kind) ?? 0) > 0;
  }

  takeTurned(): { readonly paths: ReadonlySet<string>; readonly kinds: ReadonlySet<FileKind> } {
    const turned = { paths: this.turnedPaths, kinds: this.turnedKinds };
    this.turnedPaths = new Set();
    this.turnedKinds = new Set();
    return turned;
  }

  private turn(path: string, kind: FileKind, by: 1 | -1): void {
    this.turnedPaths.add(path);
    this.turnedKinds.add(kind);
    this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + by);
  }
}
