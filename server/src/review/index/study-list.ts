import type { SortKeys, StudyOrder } from '../order.js';
import type { IndexedStudy, Listed } from './study.js';

/** With more changes than this at once it is quicker to sort anew than to put each in its place. */
const mostPlaced = 100;

/** The included studies in the order of the table: a study that changes is put in its place, not the whole list sorted. */
export class StudyList {
  private list: IndexedStudy[] = [];
  private readonly keys = new Map<IndexedStudy, SortKeys>();
  private readonly waiting = new Set<IndexedStudy>();
  private numbered = -1;
  private changes = 0;

  constructor(private readonly order: StudyOrder) {}

  get studies(): readonly IndexedStudy[] {
    this.settle();
    return this.list;
  }

  /** Takes a study in, or looks again at where it belongs. True when the list changes by it. */
  place(study: IndexedStudy): boolean {
    const keys = this.order.keysOf(study);
    const before = this.keys.get(study);
    if (before && keys.every((key, index) => key === before[index])) return false;
    if (before && !this.waiting.has(study)) this.takeOut(study);
    this.keys.set(study, keys);
    this.waiting.add(study);
    this.changes++;
    return true;
  }

  remove(study: IndexedStudy): void {
    if (!this.keys.has(study)) return;
    if (!this.waiting.delete(study)) this.takeOut(study);
    this.keys.delete(study);
    this.changes++;
  }

  /** The studies of a set in the order of the list; what was listed of the same set before, if the order is as it was. */
  ordered(studies: ReadonlySet<IndexedStudy>, before: Listed | undefined): Listed {
    this.settle();
    if (before?.version === this.changes) return before;
    if (this.numbered !== this.changes) {
      this.list.forEach((study, index) => {
        study.position = index;
      });
      this.numbered = this.changes;
    }
    return { version: this.changes, studies: [...studies].sort((a, b) => a.position - b.position) };
  }

  private takeOut(study: IndexedStudy): void {
    // While many wait for the list to be sorted anew, taking each out would cost more than that.
    const at = this.list.indexOf(study);
    if (at >= 0) this.list.splice(at, 1);
  }

  private settle(): void {
    if (this.waiting.size === 0) return;
    const compare = (a: IndexedStudy, b: IndexedStudy): number =>
      this.order.compare(this.keys.get(a)!, this.keys.get(b)!);
    if (this.waiting.size > mostPlaced) {
      this.list = [...this.list, ...this.waiting].sort(compare);
    } else {
      this.list = [...this.list];
      for (const study of this.waiting) {
        let low = 0;
        let high = this.list.length;
        while (low < high) {
          const middle = (low + high) >>> 1;
          if (compare(this.list[middle]!, study) < 0) low = middle + 1;
          else high = middle;
        }
        this.list.splice(low, 0, study);
      }
    }
    this.waiting.clear();
  }
}
