import * as l10n from '@vscode/l10n';
import type { Measured } from '../review/counting/measure.js';
import { smallestRepairs } from '../review/counting/repair.js';
import { shareOf } from '../review/counting/verdict.js';
import type { Review } from '../review/model.js';
import type { CheckedNumber } from '../syntax/facts.js';
import { excerpt } from './excerpt.js';
import { countedStudies, numbersThat, shownValue, siteOfNumber } from './number-parts.js';
import { repairPlaces } from './number-repair.js';
import type { Rule } from './rule.js';

/** With more studies than these none is listed. */
const mostSorted = 400;

export const numberDisagrees: Rule = {
  code: 'number.disagrees',
  severity: 'warning',
  // A study that cannot be read whole may be one of those that are counted.
  soughtIn: ['study'],
  title: 'A number that the data do not give',
  why: 'Numbers go stale whenever a study comes in, goes out or is read again. A reader who counts finds out, and trusts the rest less.',
  mend: 'Look at the studies that are counted. Correct the number, or the study, or the definition in the comment behind the number.',
  example: {
    wrong: `
=== synthesis.md ===
Of the included studies, «two»<!-- = studies where country:UK --> come from the United Kingdom.
`,
    right: `
=== synthesis.md ===
Of the included studies, one<!-- = studies where country:UK --> comes from the United Kingdom.
`,
  },
  message: ({ written, now, definition, other, otherNow }) =>
    other === undefined
      ? l10n.t('The text says {0}, but the data give {1} ({2}).', written ?? '', now ?? '', excerpt(definition))
      : l10n.t(
          'The text says {0}, but the data give {1} ({2}) or {3} ({4}).',
          written ?? '',
          now ?? '',
          excerpt(definition),
          otherNow ?? '',
          excerpt(other),
        ),
  judge: {
    *section(section, review) {
      const repairs = smallestRepairs(section.facts.numbers, review);
      for (const { number, verdict } of numbersThat('disagrees', section, review)) {
        const known = verdict.readings.filter(each => each.measured.value !== undefined);
        const [first, second] = known;
        const shown = known.map(({ measured }) => shownFor(number, measured, review));
        const ways = known.filter(({ measured }) => measured.studies);
        // Nobody looks through thousands of studies for the one too many, and sorting them would be felt while typing.
        const few = ways.every(({ measured }) => measured.studies!.size <= mostSorted);
        const studies = new Set(few ? ways.flatMap(({ measured }) => [...measured.studies!.keys()]) : []);
        const together = repairs
          .filter(each => each.disagreeing.includes(number))
          .map(each => repairPlaces(each, review));
        const counted = countedStudies(studies, study => {
          const counting = ways.filter(({ measured }) => measured.studies?.has(study));
          return ways.length > 1 && counting.length < ways.length
            ? l10n.t('{0}: counted by "{1}" only', study.name, excerpt(counting[0]?.reading.text))
            : l10n.t('{0}: counted', study.name);
        });
        yield {
          site: siteOfNumber(section, number),
          data: {
            written: number.written?.text ?? '',
            now: shown[0]!,
            definition: first!.reading.text,
            put: verdict.put.join('\n'),
            ...(second && { other: second.reading.text, otherNow: shown[1]! }),
          },
          related: [...together.flatMap(each => each.related), ...counted.related],
          about: [...together.flatMap(each => each.about), ...counted.about],
        };
      }
    },
  },
};

/** A word for a share is held against the share, whatever is counted. */
function shownFor({ written }: CheckedNumber, measured: Measured, review: Review): string {
  const share = written?.word && shareOf(measured, review);
  return share === undefined ? shownValue(measured) : l10n.t('{0} %', shownValue({ ...measured, value: share }));
}
