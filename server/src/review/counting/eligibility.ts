import type { Settings, Told } from '../../syntax/facts.js';
import type { Filter, FilterError } from '../../syntax/filters/filter.js';
import { parseFilter } from '../../syntax/filters/parse.js';
import { foldId } from '../../text/words.js';
import type { Review } from '../model.js';
import { type FilterContext, type Predicate, predicateOf } from './predicate.js';

/** A criterion that can be asked of every study. */
export interface ReadCriterion {
  readonly says: string;
  readonly filter: Told;
  readonly reading: { readonly error: FilterError } | { readonly filter: Filter; readonly passes: Predicate };
}

const known = new WeakMap<Settings['eligibility'], readonly ReadCriterion[]>();

/** The criteria of a review that have a filter; read once for as long as `metasynth.yaml` stays as it is. */
export function criteriaOf(review: Review): readonly ReadCriterion[] {
  const { eligibility } = review.settings;
  const found = known.get(eligibility);
  if (found) return found;
  const context = contextOf(review);
  const made = eligibility.flatMap(({ says, filter }): ReadCriterion[] => {
    if (!filter) return [];
    const result = parseFilter(filter.value);
    const reading = 'error' in result ? result : { filter: result.filter, passes: predicateOf(result.filter, context) };
    return [{ says: says?.value ?? filter.value, filter, reading }];
  });
  known.set(eligibility, made);
  return made;
}

/** What filters are read against. Themes and constructs are looked up when a study is asked, since they change. */
function contextOf(review: Review): FilterContext {
  return {
    settings: review.settings,
    checklist: review.checklist,
    theme: id => review.themeById.get(foldId(id)) ?? review.themeAliases.get(foldId(id)),
    construct: id => review.constructById.get(foldId(id)) ?? review.constructAliases.get(foldId(id)),
  };
}
