import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const appraisalTotalDisagrees: Rule = {
  code: 'appraisal.total-disagrees',
  severity: 'warning',
  title: 'A total that its answers do not add up to',
  why: 'The table prints one number and the answers give another; a reader who counts will find it.',
  mend: 'Take the total out of the study, since it follows from the answers; or correct the answer that is wrong.',
  example: {
    wrong: `
=== metasynth.yaml ===
title: Peer workers' experience of their role
appraisal: {checklist: casp-qualitative, scoring: sum-of-yes}
characteristics: {country: {type: text}}
=== studies/gillard2013.md ===
---
country: UK
themes: [boundaries, giving-back]
casp: «8»
---
=== appraisals/JS.yaml ===
gillard2013: {1: yes, 2: yes, 3: yes, 4: can't tell, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
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
casp: 9
---
=== appraisals/JS.yaml ===
gillard2013: {1: yes, 2: yes, 3: yes, 4: can't tell, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
`,
  },
  message: ({ total, derived, study, scoring }) =>
    l10n.t(
      'The study says {0}, but the answers for {2} add up to {1} ({3}).',
      total ?? 0,
      derived ?? 0,
      study ?? '',
      scoring ?? '',
    ),
  judge: {
    *study(study, review) {
      const { stated, derived } = study.appraisal;
      const { total } = study.facts;
      if (!total || stated === undefined || derived === undefined || stated === derived) return;
      yield {
        site: { file: study.file, chunk: study.chunk, at: total.at },
        data: { total: stated, derived, study: study.name, scoring: review.settings.scoring.value },
      };
    },
  },
};
