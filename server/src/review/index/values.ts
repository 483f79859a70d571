import type { StudyFacts } from '../../syntax/facts.js';
import type { Effects } from './effects.js';

/**
 * How many included studies give each value of a characteristic. A characteristic is counted when somebody first asks for it,
 * and kept up to date from then on.
 */
export class ValueCounts {
  private readonly counts = new Map<string, Map<string, number>>();

  constructor(private readonly effects: Effects) {}

  /** @param studies all included studies, for a characteristic that is asked for the first time */
  of(name: string, studies: () => Iterable<StudyFacts>): ReadonlyMap<string, number> {
    const known = this.counts.get(name);
    if (known) return known;
    const counts = new Map<string, number>();
    this.counts.set(name, counts);
    for (const facts of studies()) countValues(counts, name, facts, 1);
    return counts;
  }

  /** A study gives these values no more, or from now on. */
  count(facts: StudyFacts, by: 1 | -1): void {
    for (const [name, counts] of this.counts) {
      const { size } = counts;
      if (countValues(counts, name, facts, by) || counts.size !== size) this.effects.facets.add(`values ${name}`);
    }
  }
}

/** True when a value has come or gone. */
function countValues(counts: Map<string, number>, name: string, facts: StudyFacts, by: 1 | -1): boolean {
  let changed = false;
  const items = facts.fields.find(field => field.name === name)?.items ?? [];
  for (const value of new Set(items.map(item => item.value))) {
    const number = (counts.get(value) ?? 0) + by;
    if (number > 0) counts.set(value, number);
    else counts.delete(value);
    changed ||= number === (by > 0 ? 1 : 0);
  }
  return changed;
}
