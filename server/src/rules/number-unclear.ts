import { dataOf, errorMessage, mistakeMessage } from './filter-messages.js';
import { numbersThat, siteInDefinition } from './number-parts.js';
import type { Rule } from './rule.js';

export const numberUnclear: Rule = {
  code: 'number.unclear',
  severity: 'warning',
  title: 'A definition of a number that cannot be followed',
  why: 'The comment behind the number says how to count it, and cannot be read or names something that the review does not have. The number is not checked until then.',
  mend: 'Correct the definition; in the editor it is completed as you write. What can be counted stands in the description of the file format, under *Checked numbers*.',
  example: {
    wrong: `
=== synthesis.md ===
The United Kingdom is the place of 1<!-- = studies where «cuntry»:UK --> study.
`,
    right: `
=== synthesis.md ===
The United Kingdom is the place of 1<!-- = studies where country:UK --> study.
`,
  },
  message: data => mistakeMessage(data) ?? errorMessage(data),
  judge: {
    *section(section, review) {
      for (const { number, verdict } of numbersThat('unreadable', section, review)) {
        const { at, expected, found } = verdict.error;
        yield { site: siteInDefinition(section, number, at), data: { expected, found } };
      }
      for (const { number, verdict } of numbersThat('mistaken', section, review)) {
        yield { site: siteInDefinition(section, number, verdict.mistake.word.at), data: dataOf(verdict.mistake) };
      }
    },
  },
};
