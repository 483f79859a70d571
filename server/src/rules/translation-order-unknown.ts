import * as l10n from '@vscode/l10n';
import { readingWord } from '../review/reading-order.js';
import { foldId, nearest } from '../text/words.js';
import type { Rule } from './rule.js';

export const translationOrderUnknown: Rule = {
  code: 'translation.order-unknown',
  severity: 'error',
  title: 'An order of reading that names no study',
  why: 'The order in which studies are read against one another shapes the translation. What is named in vain has no place in it, and the study that was meant comes last.',
  mend: 'Take the key that was meant, take out a study that was excluded, or write one of the words for an order: `alphabetical`, `chronological`.',
  example: {
    wrong: `
=== translation.yaml ===
reading-order: [«moran2021», gillard2013, moran2012]
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
  message: ({ key, near, name }) =>
    near === ''
      ? l10n.t('"{0}" is no included study, and no word for an order of reading.', key ?? '')
      : name === ''
        ? l10n.t('"{0}" is no order of reading. Did you mean "{1}"?', key ?? '', near ?? '')
        : l10n.t('No included study has the key "{0}". Did you mean "{1}" ({2})?', key ?? '', near ?? '', name ?? ''),
  judge: {
    *translation({ file, chunk, facts }, review) {
      const { readingOrder, indexStudy } = facts;
      // The names that exist are asked for first, so that a study that comes or goes is heard of.
      const keys = review.names('study');
      if (review.studyCount === 0) return;
      for (const told of indexStudy ? [indexStudy] : readingOrder) {
        if (review.studyById.has(foldId(told.value))) continue;
        const alone = !indexStudy && readingOrder.length === 1;
        if (alone && readingWord(told, id => review.studyById.has(id))) continue;
        const word = alone ? nearest(told.value, ['alphabetical', 'chronological'], 1)[0] : undefined;
        const meant = review.studyById.get(nearest(told.value, keys, 1)[0] ?? '');
        yield {
          site: { file, chunk, at: told.at },
          data: { key: told.value, near: word ?? meant?.facts.key ?? '', name: word ? '' : (meant?.name ?? '') },
          about: meant ? [{ kind: 'study', id: meant.id }] : [],
        };
      }
    },
  },
};
