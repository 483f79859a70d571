import * as l10n from '@vscode/l10n';
import { excerpt } from './excerpt.js';
import { countedStudies, numbersThat, siteOfNumber } from './number-parts.js';
import type { Rule } from './rule.js';

export const numberOneReading: Rule = {
  code: 'number.one-reading',
  severity: 'info',
  soughtIn: ['study'],
  title: 'A number that depends on how it is read',
  why: 'The number is right in one of the ways in which it can be meant, and wrong in another. A reader cannot know which was meant.',
  mend: 'Say in the text what is counted, and keep the definition that says it.',
  example: {
    wrong: `
=== studies/moran2012.md ===
---
country: Scotland
---
=== synthesis.md ===
The United Kingdom is the place of «1»<!-- = studies where country:UK | = studies where country:UK OR country:Scotland --> study.
`,
    right: `
=== studies/moran2012.md ===
---
country: Scotland
---
=== synthesis.md ===
The United Kingdom, Scotland among it, is the place of 2<!-- = studies where country:UK OR country:Scotland --> studies.
`,
  },
  message: ({ written, holds, other, now }) =>
    l10n.t(
      '{0} holds in one reading only ({1}); in the other it is {2} ({3}).',
      written ?? '',
      excerpt(holds),
      now ?? '',
      excerpt(other),
    ),
  judge: {
    *section(section, review) {
      for (const { number, verdict } of numbersThat('one-reading', section, review)) {
        const holds = verdict.readings.find(each => each.agrees)!;
        const other = verdict.readings.find(each => each.agrees === false)!;
        const [here, there] = [holds.measured.studies, other.measured.studies];
        const differ =
          here && there ? [...here.keys(), ...there.keys()].filter(each => here.has(each) !== there.has(each)) : [];
        yield {
          site: siteOfNumber(section, number),
          data: {
            written: number.written?.text ?? '',
            holds: holds.reading.text,
            other: other.reading.text,
            now: Math.round(other.measured.value! * 10) / 10,
          },
          ...countedStudies(differ, study =>
            l10n.t('{0}: counted by "{1}" only', study.name, excerpt((here?.has(study) ? holds : other).reading.text)),
          ),
        };
      }
    },
  },
};
