import * as l10n from '@vscode/l10n';
import { mistakeInFilter } from '../review/counting/mistakes.js';
import { placeWithin } from '../review/counting/place.js';
import { dataOf, errorMessage, mistakeMessage } from './filter-messages.js';
import type { Rule } from './rule.js';

export const eligibilityUnclear: Rule = {
  code: 'eligibility.unclear',
  severity: 'warning',
  title: 'A criterion whose filter cannot be followed',
  why: 'The filter of a criterion is asked of every included study. This one cannot be read, or names something that the review does not have, so no study is held to it.',
  mend: 'Correct the filter. What one may hold stands in the description of the file format, under *Filters*.',
  example: {
    wrong: `
=== metasynth.yaml ===
title: T
characteristics: {country: {type: text}}
eligibility:
  - says: Was made in Europe
    filter: NOT «contry»:USA
`,
    right: `
=== metasynth.yaml ===
title: T
characteristics: {country: {type: text}}
eligibility:
  - says: Was made in Europe
    filter: NOT country:Canada
`,
  },
  message: data => l10n.t('No study is held to this criterion. {0}', mistakeMessage(data) ?? errorMessage(data)),
  judge: {
    *review(review) {
      for (const { filter, reading } of review.criteria) {
        if ('error' in reading) {
          const { at, expected, found } = reading.error;
          const place = at[0] < at[1] ? placeWithin(filter.at, at) : filter.at;
          yield { site: { ...review.settingsSite, at: place }, data: { expected, found } };
          continue;
        }
        const mistake = mistakeInFilter(reading.filter, review);
        if (!mistake) continue;
        yield {
          site: { ...review.settingsSite, at: placeWithin(filter.at, mistake.word.at) },
          data: dataOf(mistake),
        };
      }
    },
  },
};
