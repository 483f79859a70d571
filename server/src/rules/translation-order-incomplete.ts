import * as l10n from '@vscode/l10n';
import { foldId } from '../text/words.js';
import { namesOf } from './names-of.js';
import type { Rule } from './rule.js';

/** As many studies are named in the message, and it is not looked for more. */
const mostNamed = 5;

export const translationOrderIncomplete: Rule = {
  code: 'translation.order-incomplete',
  severity: 'info',
  absence: true,
  title: 'An order of reading that leaves out studies',
  why: 'A reader of the synthesis wants to know which study was read first and what was read against it. Studies that the list leaves out come after it, in the order of the synthesis table.',
  mend: 'Add them where they were read, or write one of the words for an order.',
  example: {
    wrong: `
=== translation.yaml ===
reading-order: [«moran2012»]
cells:
  - construct: identity
    study: moran2012
    relation: reciprocal
`,
    right: `
=== translation.yaml ===
reading-order: [moran2012, gillard2013]
cells:
  - construct: identity
    study: moran2012
    relation: reciprocal
`,
  },
  message: ({ count, total, names }) =>
    count === 1
      ? l10n.t('The order of reading leaves out 1 of the {0} studies: {1}.', total ?? 0, names ?? '')
      : l10n.t('The order of reading leaves out {0} of the {1} studies: {2}.', count ?? 0, total ?? 0, names ?? ''),
  judge: {
    *translation({ file, chunk, facts }, review) {
      const listed = new Set(facts.readingOrder.flatMap(told => review.studyById.get(foldId(told.value)) ?? []));
      const last = facts.readingOrder.at(-1);
      const { studies } = review;
      if (!last || listed.size === 0 || listed.size === studies.length) return;
      // No more studies are looked at than the list names, and a few.
      const missing = studies.slice(0, listed.size + mostNamed + 1).filter(study => !listed.has(study));
      yield {
        site: { file, chunk, at: last.at },
        data: {
          count: studies.length - listed.size,
          total: studies.length,
          names: namesOf(missing, mostNamed),
        },
        about: missing.slice(0, mostNamed).map(({ id }) => ({ kind: 'study', id })),
      };
    },
  },
};
