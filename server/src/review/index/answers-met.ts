import type { Checklist } from '../../standards/checklist.js';
import type { Settings } from '../../syntax/facts.js';
import { ratersDone } from '../appraisal.js';
import { placesOf } from '../counting/compare-appraisal.js';
import { type AnswersMet, emptyTable } from '../counting/comparison.js';
import type { Effects } from './effects.js';
import type { IndexedStudy } from './study.js';

/**
 * How the answers of the review's two raters meet, question by question, as they gave them before a consensus, in the studies
 * that both have finished. Counted when somebody first asks, and kept up to date study by study from then on.
 */
export class AnswersCount {
  private tables: Map<string, number[][]> | undefined;
  /** What each study has added, so that it can be taken out again. */
  private readonly added = new Map<IndexedStudy, readonly (readonly [item: string, one: number, other: number])[]>();

  constructor(
    private readonly effects: Effects,
    private readonly settings: Settings,
    private readonly checklist: Checklist | undefined,
    private readonly studies: () => Iterable<IndexedStudy>,
  ) {}

  /** The tables by the numbers of the questions; undefined where a review has not two raters, or no checklist that is known. */
  get met(): AnswersMet | undefined {
    if (!this.checklist || this.settings.raters.length !== 2) return undefined;
    if (!this.tables) {
      this.tables = new Map();
      for (const study of this.studies()) this.put(study, true);
    }
    return this.tables;
  }

  /** Looks at studies again that have changed or gone. */
  look(studies: Iterable<IndexedStudy>, there: (study: IndexedStudy) => boolean): void {
    if (!this.tables) return;
    for (const study of studies) if (this.put(study, there(study))) this.effects.facets.add('agreement');
  }

  private put(study: IndexedStudy, there: boolean): boolean {
    const before = this.added.get(study) ?? [];
    const now = there ? this.pairsOf(study) : [];
    if (before.join(' ') === now.join(' ')) return false;
    for (const pair of before) this.count(pair, -1);
    for (const pair of now) this.count(pair, 1);
    if (now.length > 0) this.added.set(study, now);
    else this.added.delete(study);
    return true;
  }

  private count([item, one, other]: readonly [string, number, number], by: 1 | -1): void {
    const table = this.tables!.get(item) ?? emptyTable(this.checklist!);
    this.tables!.set(item, table);
    table[one]![other]! += by;
  }

  private pairsOf({ appraisal }: IndexedStudy): (readonly [string, number, number])[] {
    const { checklist, settings } = this;
    // Before both are done with a study, what they share would tell the one of the other's answers.
    if (!checklist || !ratersDone(appraisal, checklist, settings)) return [];
    const raters = settings.raters.map(told => told.value);
    return placesOf(appraisal, raters, checklist).flatMap(([one, other], index) => {
      const item = String(checklist.items[index]!.number);
      return one === undefined || other === undefined ? [] : [[item, one, other] as const];
    });
  }
}
