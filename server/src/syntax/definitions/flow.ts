import * as z from 'zod';
import { count, countOrMissing, entries, field, fields, yesOrNo } from './common.js';

const box = (description: string, ...examples: readonly unknown[]) => field(countOrMissing(), description, ...examples);

const byReason = 'a whole number, or reasons each with its number';

/** A number, or reasons each with a number of its own. */
const reasons = (description: string) =>
  field(z.union([countOrMissing(byReason), entries(z.string(), count(), byReason)], { error: byReason }), description, {
    'no peer perspective': 5,
  });

const sources = (description: string) =>
  field(entries(z.string(), countOrMissing(), 'sources, each with its number'), description, { CINAHL: 90 });

/**
 * The boxes of the PRISMA 2020 flow diagram. Names follow the data file of the PRISMA2020 package for R, in kebab-case, and
 * a few more for reviews that report both arms together.
 */
export const flow = fields(
  {
    'previous-studies': box('Studies included in the previous version of the review.'),
    'previous-reports': box('Reports of studies included in the previous version of the review.'),
    'database-results': box('Records identified from databases, before duplicates were removed.', 1800, 'not reported'),
    'database-specific-results': sources('Records from each database, by its name.'),
    'register-results': box('Records identified from registers.'),
    'register-specific-results': sources('Records from each register, by its name.'),
    'databases-after-duplicates': box(
      'Records from databases and registers after duplicates were removed, where only this number is reported.',
      1520,
    ),
    'website-results': box('Records identified from websites.'),
    'organisation-results': box('Records identified from organisations.'),
    'citations-results': box('Records identified by citation searching or by hand.', 8),
    duplicates: box('Duplicate records removed before screening.'),
    'excluded-automatic': box('Records marked as ineligible by automation tools before screening.'),
    'excluded-other': box('Records removed before screening for other reasons.'),
    'records-screened': box('Records screened by title and abstract.', 1528),
    'records-excluded': reasons('Records excluded by title and abstract; a number, or reasons each with its number.'),
    'dbr-sought-reports': box('Reports from databases and registers sought for retrieval.'),
    'dbr-notretrieved-reports': box('Reports from databases and registers that could not be retrieved.'),
    'dbr-assessed': box('Reports from databases and registers assessed in full text.'),
    'dbr-excluded': reasons('Reports from databases and registers excluded in full text, by their main reason.'),
    'other-sought-reports': box('Reports found by other methods and sought for retrieval.'),
    'other-notretrieved-reports': box('Reports found by other methods that could not be retrieved.'),
    'other-assessed': box('Reports found by other methods and assessed in full text.'),
    'other-excluded': reasons('Reports found by other methods and excluded in full text, by their main reason.'),
    'reports-sought': box('Reports sought for retrieval, where both arms are counted together.'),
    'reports-not-retrieved': box('Reports that could not be retrieved, where both arms are counted together.'),
    'reports-assessed': box('Reports assessed in full text, where both arms are counted together.', 39),
    'reports-excluded': reasons(
      'Reports excluded in full text by their main reason, where both arms are counted together.',
    ),
    'new-studies': box('Studies included in this review; in an update, the new ones.', 34),
    'new-reports': box('Reports of the included studies; in an update, the new ones.'),
    'total-studies': box('Studies included in all, with those of the previous version.'),
    'total-reports': box('Reports included in all, with those of the previous version.'),
    extra: field(
      entries(z.string(), count(), 'boxes of your own, each with its number'),
      'Reports that left the flow in a way that the diagram has no box for, by name.',
      { 'awaiting classification': 2 },
    ),
    'merged-arms': field(
      yesOrNo(),
      'Whether records from databases and from other methods are counted together from screening on.',
      true,
    ),
  },
  'boxes of the flow diagram, each with its number',
);
