import * as l10n from '@vscode/l10n';
import { appraisalSite } from './appraisal-missing.js';
import type { Rule } from './rule.js';

export const appraisalWithoutItems: Rule = {
  code: 'appraisal.without-items',
  severity: 'info',
  title: 'A total without the answers it was made of',
  why: 'A total alone hides which questions a study fails on, cannot be checked, and cannot be compared between raters.',
  mend: "Answer the questions in a rater's file under `appraisals/`; the total then follows from them. If the source reports no more than the total, leave it as it is.",
  example: {
    wrong: `
=== studies/gillard2013.md ===
---
country: UK
themes: [boundaries, giving-back]
casp: «8»
---
=== appraisals/JS.yaml ===
moran2012: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
`,
    right: `
=== metasynth.yaml ===
title: Peer workers' experience of their role
appraisal: {checklist: casp-qualitative, scoring: sum-of-yes}
characteristics: {country: {type: text}}
=== studies/gillard2013.md ===
---
country: UK
themes: [boundaries, giving-back]
---
=== studies/moran2012.md ===
---
country: USA
themes: [giving-back]
---
=== appraisals/JS.yaml ===
gillard2013: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
moran2012: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
`,
  },
  message: ({ study, total }) =>
    l10n.t(
      '{0} has a total ({1}) without answers to the questions, so nobody can see what it stands for.',
      study ?? '',
      total ?? '',
    ),
  judge: {
    *study(study) {
      const { total } = study.facts;
      if (!total) return;
      const { raters, consensus } = study.appraisal;
      if ((consensus?.rating.answers.length ?? 0) > 0 || raters.some(each => each.rating.answers.length > 0)) return;
      yield {
        site: { file: study.file, chunk: study.chunk, at: total.at },
        data: { study: study.name, key: study.facts.key, total: total.value },
      };
    },
  },
  shared: {
    total: review => review.studyCount,
    message: (count, total) =>
      count === total
        ? l10n.t(
            'None of the {0} studies has answers to the single questions, only a total; nobody can see what it stands for.',
            total,
          )
        : l10n.t('{0} of the {1} studies have only a total, without answers to the single questions.', count, total),
    site: appraisalSite,
  },
};
