import { reportOf } from '../../reports/reports.js';
import type { Review } from '../../review/model.js';
import { foldId } from '../../text/words.js';
import type { DraftBlock, DraftManuscript } from './headings.js';

/** The reports that show the results at a glance, in the order in which a reader wants them; and whether a review has anything to show there. */
const tables: readonly { readonly name: string; readonly has: (review: Review) => boolean }[] = [
  { name: 'flow', has: ({ flow }) => flow !== undefined && flow.boxes.length > 0 },
  { name: 'synthesis-table', has: ({ studyCount }) => studyCount > 0 },
  {
    name: 'characteristics',
    has: review => review.studyCount > 0 && (reportOf('characteristics')?.figures?.(review).length ?? 0) > 0,
  },
  {
    name: 'appraisal',
    has: ({ studies, settings }) =>
      studies.some(({ appraisal }) => appraisal.agreed.size > 0) ||
      // Totals alone stand in the table of the studies, unless it has no column for them.
      (!settings.table.columns.some(({ name }) => foldId(name) === 'casp') &&
        studies.some(({ total }) => total !== undefined)),
  },
];

/** A table that the manuscript lacks, and beside which of those that it has it goes. */
export interface MissingTable {
  readonly name: string;
  /** The nearest one there; undefined where there is none. */
  readonly beside: { readonly file: DraftManuscript; readonly block: DraftBlock; readonly after: boolean } | undefined;
}

/** The tables and figures of the results that have something to show and stand nowhere in the manuscript. */
export function missingTables(files: readonly DraftManuscript[], review: Review): MissingTable[] {
  const taken = new Set(review.generated.map(({ facts }) => facts.name));
  const standing = (name: string) => {
    for (const file of files) {
      const block = file.blocks.find(each => each.name === name);
      if (block) return { file, block };
    }
    return undefined;
  };
  return tables.flatMap(({ name, has }, at): MissingTable[] => {
    if (taken.has(name) || !has(review)) return [];
    for (const { name: other } of tables.slice(0, at).reverse()) {
      const there = standing(other);
      if (there) return [{ name, beside: { ...there, after: true } }];
    }
    for (const { name: other } of tables.slice(at + 1)) {
      const there = standing(other);
      if (there) return [{ name, beside: { ...there, after: false } }];
    }
    return [{ name, beside: undefined }];
  });
}
