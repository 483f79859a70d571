import type { Member } from '../review/index/member.js';
import { rules } from './index.js';
import type { Notice } from './rule.js';
import type { Found } from './subjects.js';

/** Where notices come from: a chunk that was judged quickly or slowly, or the review as a whole. */
export type Source = Member | 'whole' | { readonly slow: Member };

/** How many notices of a rule have something in common, and in which files they stand. */
export interface Group {
  count: number;
  readonly paths: Map<string, number>;
}

const nothing: readonly Found[] = [];

/** All notices of a review: by what was judged, by the file in which they stand, and counted by rule and group. */
export class NoticeTable {
  private readonly bySource = new Map<Source, readonly Found[]>();
  private readonly byPath = new Map<string, Set<Source>>();
  private readonly groups = rules.map(() => new Map<string, Group>());
  /** Files in which a place stands that a notice of another file names. */
  private readonly relatedIn = new Map<string, Set<Source>>();
  private readonly counted = new Set<Found>();
  /** Files of which something that is shown has changed since they were last taken. */
  private changed = new Set<string>();

  /** @param counts whether a notice counts: in a file that cannot be read whole, one of something absent does not */
  constructor(private readonly counts: (found: Found) => boolean) {}

  get(source: Source): readonly Found[] {
    return this.bySource.get(source) ?? nothing;
  }

  set(source: Source, found: readonly Found[]): void {
    const before = this.bySource.get(source);
    if (before) this.count(source, before, -1);
    if (found.length === 0) {
      this.bySource.delete(source);
      return;
    }
    this.bySource.set(source, found);
    this.count(source, found, 1);
  }

  /** Which notices of a file count may have changed. */
  recount(path: string): void {
    for (const source of [...(this.byPath.get(path) ?? [])]) {
      const list = this.get(source);
      this.count(source, list, -1);
      this.count(source, list, 1);
    }
    this.changed.add(path);
  }

  *in(path: string): Iterable<Found> {
    for (const source of this.byPath.get(path) ?? []) {
      for (const found of this.get(source)) if (found.notice.site.file.path === path) yield found;
    }
  }

  get paths(): Iterable<string> {
    return this.byPath.keys();
  }

  group(rule: number, name: string): Group | undefined {
    return this.groups[rule]!.get(name);
  }

  groupsOf(rule: number): ReadonlyMap<string, Group> {
    return this.groups[rule]!;
  }

  /** A file has changed: its places have moved, and so have places in it that notices elsewhere name. */
  moved(path: string): void {
    this.changed.add(path);
    for (const source of this.relatedIn.get(path) ?? []) {
      for (const { notice } of this.get(source)) this.changed.add(notice.site.file.path);
    }
  }

  touch(path: string): void {
    this.changed.add(path);
  }

  takeChanged(): Set<string> {
    const { changed } = this;
    this.changed = new Set();
    return changed;
  }

  private count(source: Source, list: readonly Found[], by: 1 | -1): void {
    for (const found of list) {
      const { rule, notice } = found;
      const { path } = notice.site.file;
      this.changed.add(path);
      place(this.byPath, path, source, by);
      for (const { site } of notice.related ?? []) {
        if (site.file.path !== path) place(this.relatedIn, site.file.path, source, by);
      }
      // What was counted is taken out again, whatever would count by now.
      if (by > 0 ? this.counts(found) : this.counted.has(found)) {
        this.countIn(rule, groupOf(rule, notice), path, by);
        if (by > 0) this.counted.add(found);
        else this.counted.delete(found);
      }
    }
  }

  private countIn(rule: number, name: string, path: string, by: 1 | -1): void {
    const groups = this.groups[rule]!;
    const group = groups.get(name) ?? { count: 0, paths: new Map<string, number>() };
    group.count += by;
    const here = (group.paths.get(path) ?? 0) + by;
    if (here > 0) group.paths.set(path, here);
    else group.paths.delete(path);
    if (group.count > 0) groups.set(name, group);
    else groups.delete(name);
  }
}

/** What a notice has in common with others of its rule. */
export function groupOf(rule: number, notice: Notice): string {
  return rules[rule]!.shared?.group?.(notice.data) ?? '';
}

function place(table: Map<string, Set<Source>>, path: string, source: Source, by: 1 | -1): void {
  const sources = table.get(path) ?? new Set();
  if (by > 0) table.set(path, sources.add(source));
  else if (sources.delete(source) && sources.size === 0) table.delete(path);
}
