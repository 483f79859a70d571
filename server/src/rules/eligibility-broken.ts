import * as l10n from '@vscode/l10n';
import { mistakeInFilter } from '../review/counting/mistakes.js';
import { excerpt } from './excerpt.js';
import type { Rule } from './rule.js';

export const eligibilityBroken: Rule = {
  code: 'eligibility.broken',
  severity: 'warning',
  absence: true,
  title: 'An included study that does not meet a criterion',
  why: 'The review says by which criteria studies were included. One that does not meet them makes readers doubt the selection, or the criterion.',
  mend: 'Look whether the study belongs; whether what its file says is right; and whether the criterion says what was meant.',
  example: {
    wrong: `
=== metasynth.yaml ===
title: T
characteristics: {country: {type: text}}
eligibility:
  - says: Was made in Europe
    filter: NOT country:USA
=== studies/moran2012.md ===
---
«country: USA»
themes: [giving-back]
---
`,
    right: `
=== metasynth.yaml ===
title: T
characteristics: {country: {type: text}}
eligibility:
  - says: Was made in Europe
    filter: NOT country:USA
=== studies/moran2012.md ===
---
country: UK
themes: [giving-back]
---
`,
  },
  message: ({ study, says }) => l10n.t('{0} does not meet the criterion "{1}".', study ?? '', excerpt(says)),
  judge: {
    *study(study, review) {
      for (const { says, reading } of review.criteria) {
        // A filter that names what is not there is told at its place, and would be broken by every study.
        if ('error' in reading || reading.passes(study) || mistakeInFilter(reading.filter, review)) continue;
        yield {
          site: { file: study.file, chunk: study.chunk, at: study.facts.head },
          data: { study: study.name, key: study.facts.key, says },
        };
      }
    },
  },
};
