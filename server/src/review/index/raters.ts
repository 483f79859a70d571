import { baseName } from '../../syntax/read.js';
import { foldId } from '../../text/words.js';
import { isConsensusFile } from '../appraisal.js';
import type { Effects } from './effects.js';
import { isKind, type Member } from './member.js';

/** Who has answered anything, and how many sets of answers raters have given in files of their own. */
export class Raters {
  private readonly sets = new Map<string, number>();
  /** The consensus is no rater's. */
  inFiles = 0;

  constructor(private readonly effects: Effects) {}

  /** Folded names. */
  get active(): ReadonlySet<string> {
    return new Set(this.sets.keys());
  }

  /** A chunk has come or gone. */
  count(member: Member, by: 1 | -1): void {
    if (isKind(member, 'rating')) {
      if (!isConsensusFile(member.file)) this.inFiles += by;
      if (member.facts.rating.answers.length > 0) this.countSet(baseName(member.file.path), by);
    }
    if (isKind(member, 'study')) {
      for (const { rater, answers } of member.facts.ratings) {
        if (rater !== '' && answers.length > 0) this.countSet(rater, by);
      }
    }
  }

  private countSet(rater: string, by: 1 | -1): void {
    const id = foldId(rater);
    if (id === '') return;
    const now = (this.sets.get(id) ?? 0) + by;
    if (now > 0) this.sets.set(id, now);
    else this.sets.delete(id);
    if (now === (by > 0 ? 1 : 0)) this.effects.facets.add('raters');
  }
}
