import * as l10n from '@vscode/l10n';
import { foldId } from '../text/words.js';
import { appraisalSite } from './appraisal-missing.js';
import type { Rule } from './rule.js';

export const appraisalMissingRater: Rule = {
  code: 'appraisal.missing-rater',
  severity: 'info',
  open: true,
  absence: true,
  soughtIn: ['rater'],
  title: 'A study that a rater has not appraised yet',
  why: 'Two independent appraisals are what makes agreement, and trust in it, possible.',
  mend: 'The rater answers the questions for the study in their own file under `appraisals/`.',
  example: {
    wrong: `
=== metasynth.yaml ===
title: Peer workers' experience of their role
reviewers: {JM: First reviewer, JS: Second reviewer}
appraisal:
  checklist: casp-qualitative
  raters: [JM, JS]
characteristics: {country: {type: text}, participants: {type: count}}
=== appraisals/JM.yaml ===
gillard2013: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
moran2012: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
=== appraisals/JS.yaml ===
gillard2013: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
=== studies/moran2012.md ===
---
«country: USA»
participants: 31
themes: [giving-back]
---
`,
    right: `
=== metasynth.yaml ===
title: Peer workers' experience of their role
reviewers: {JM: First reviewer, JS: Second reviewer}
appraisal:
  checklist: casp-qualitative
  raters: [JM, JS]
characteristics: {country: {type: text}, participants: {type: count}}
=== appraisals/JM.yaml ===
gillard2013: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
moran2012: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
=== appraisals/JS.yaml ===
gillard2013: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
moran2012: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
`,
  },
  message: ({ study, rater }) => l10n.t('{1} has not appraised {0} yet.', study ?? '', rater ?? ''),
  judge: {
    *study(study, review) {
      // Where nobody has answered single questions, the source gives totals alone, and that is told elsewhere.
      const active = review.activeRaters;
      if (!review.settings.raters.some(({ value }) => active.has(foldId(value)))) return;
      for (const { value: rater } of review.settings.raters) {
        const rated = study.appraisal.raters.some(
          each => foldId(each.rater) === foldId(rater) && each.rating.answers.length > 0,
        );
        if (rated) continue;
        yield {
          site: { file: study.file, chunk: study.chunk, at: study.facts.head },
          data: { study: study.name, key: study.facts.key, rater },
        };
      }
    },
  },
  shared: {
    group: ({ rater }) => String(rater),
    total: review => review.studies.length,
    message: (count, total, { rater }) =>
      l10n.t('{2} has {0} of the {1} studies still to appraise.', count, total, rater ?? ''),
    site: appraisalSite,
  },
};
