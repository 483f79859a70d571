import type { Settings } from '../../syntax/facts.js';
import { parseFilter } from '../../syntax/filters/parse.js';
import type { AskedFilter, Criterion } from '../model.js';
import { type FilterContext, predicateOf } from './predicate.js';

/** The filters of the criteria, each read once, by their words: where they stand may change while they stay the same. */
export function readFilters({ eligibility }: Settings, context: FilterContext): ReadonlyMap<string, AskedFilter> {
  const readings = new Map<string, AskedFilter>();
  for (const { filter } of eligibility) {
    if (!filter || readings.has(filter.value)) continue;
    const result = parseFilter(filter.value);
    readings.set(
      filter.value,
      'error' in result ? result : { filter: result.filter, passes: predicateOf(result.filter, context) },
    );
  }
  return readings;
}

/** The criteria that have a filter, where they stand now. */
export function criteriaOf({ eligibility }: Settings, readings: ReadonlyMap<string, AskedFilter>): Criterion[] {
  return eligibility.flatMap(({ says, filter }): Criterion[] => {
    const reading = filter && readings.get(filter.value);
    return reading ? [{ says: says?.value ?? filter.value, filter, reading }] : [];
  });
}
