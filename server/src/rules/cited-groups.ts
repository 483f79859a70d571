import type { Review, Study } from '../review/model.js';
import type { CitedGroup } from '../syntax/facts.js';

/**
 * How many things are cited by the first group, by the first two, and so on: a later group may belong to something else. Two
 * papers of one study are one study.
 */
export function runningTotals(groups: readonly CitedGroup[], thing: (id: string) => string, review: Review): number[] {
  const cited = new Set<string>();
  return groups.map(({ by, works }) => {
    // A number that no work has is a work all the same: the list is as long as it is.
    for (const each of works) cited.add(by === 'key' ? thing(each) : thing(review.numbered(each) ?? `[${each}]`));
    return cited.size;
  });
}

/** The included studies that are cited by the first group, by the first two, and so on: how many they are. */
export function studiesCited(groups: readonly CitedGroup[], review: Review): number[] {
  const studies = new Set<Study>();
  return groups.map(({ by, works }) => {
    for (const each of works) {
      const id = by === 'key' ? each : review.numbered(each);
      const study = id === undefined ? undefined : review.cited(id);
      if (study) studies.add(study);
    }
    return studies.size;
  });
}
