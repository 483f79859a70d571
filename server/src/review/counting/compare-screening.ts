import { baseName } from '../../syntax/read.js';
import { foldId } from '../../text/words.js';
import type { Review } from '../model.js';
import type { Comparison } from './comparison.js';

/** How screeners decided at one stage. The unit is a record. */
export interface ScreeningComparison {
  /** As it is written first; empty where the files name none. */
  readonly stage: string;
  readonly comparison: Comparison;
}

/** What people write for the three decisions, folded; anything else is a decision of its own. */
const meanings: Readonly<Record<string, string>> = {
  ...{ include: 'include', included: 'include', yes: 'include', y: 'include', '1': 'include', in: 'include' },
  ...{ exclude: 'exclude', excluded: 'exclude', no: 'exclude', n: 'exclude', '0': 'exclude', out: 'exclude' },
  ...{ maybe: 'maybe', unclear: 'maybe', unsure: 'maybe', '?': 'maybe' },
};

/** Stages in the order in which they first stand; only those at which two screeners decided on the same record. */
export function screeningComparisons(review: Review): readonly ScreeningComparison[] {
  const decided = new Map<string, { stage: string; byScreener: Map<string, Map<string, string>> }>();
  for (const { file, facts } of review.screenings) {
    const screener = baseName(file.path);
    for (const { record, stage, decision } of facts.decisions) {
      if (decision === '') continue;
      const known = decided.get(foldId(stage)) ?? { stage, byScreener: new Map() };
      decided.set(foldId(stage), known);
      const records = known.byScreener.get(screener) ?? new Map<string, string>();
      known.byScreener.set(screener, records);
      // Of two decisions on a record the later one holds.
      records.set(foldId(record), meanings[foldId(decision)] ?? foldId(decision));
    }
  }
  return [...decided.values()].flatMap(({ stage, byScreener }) => {
    const comparison = compare(byScreener);
    return comparison ? [{ stage, comparison }] : [];
  });
}

function compare(byScreener: ReadonlyMap<string, ReadonlyMap<string, string>>): Comparison | undefined {
  const raters = [...byScreener.keys()].sort();
  if (raters.length < 2) return undefined;
  const used = new Set([...byScreener.values()].flatMap(records => [...records.values()]));
  // Include and exclude are always possible; a third answer is one where somebody gave it.
  const categories = [...new Set(['include', ...(used.has('maybe') ? ['maybe'] : []), 'exclude', ...[...used].sort()])];
  const records = [...new Set([...byScreener.values()].flatMap(each => [...each.keys()]))].sort();
  const units = records
    .map(record =>
      raters.map(screener => {
        const decision = byScreener.get(screener)!.get(record);
        return decision === undefined ? undefined : categories.indexOf(decision);
      }),
    )
    .filter(unit => unit.filter(said => said !== undefined).length >= 2);
  if (units.length === 0) return undefined;
  const ordered = categories.length === 3 && categories[1] === 'maybe';
  return { raters, categories, ordered, units };
}
