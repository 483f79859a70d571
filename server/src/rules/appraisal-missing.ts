import * as l10n from '@vscode/l10n';
import type { Review, Site } from '../review/model.js';
import type { Rule } from './rule.js';

export const appraisalMissing: Rule = {
  code: 'appraisal.missing',
  severity: 'warning',
  open: true,
  absence: true,
  soughtIn: ['rater'],
  title: 'A study without an appraisal',
  why: 'Readers weigh a finding by the quality of the studies behind it. Of this study they cannot tell.',
  mend: 'Appraise it: answer the questions of the checklist in your own file under `appraisals/`, or write its total (`casp: 8`) in the study.',
  example: {
    wrong: `
=== studies/gillard2013.md ===
---
«country: UK»
themes: [boundaries, giving-back]
---
=== appraisals/JS.yaml ===
moran2012: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: no, 7: yes, 8: yes, 9: yes, 10: yes}
`,
    right: `
=== studies/gillard2013.md ===
---
country: UK
themes: [boundaries, giving-back]
---
=== appraisals/JS.yaml ===
gillard2013: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: no, 7: yes, 8: yes, 9: yes, 10: can't tell}
moran2012: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: no, 7: yes, 8: yes, 9: yes, 10: yes}
`,
  },
  message: ({ study, checklist }) =>
    l10n.t('{0} has no appraisal ({1}), so readers cannot weigh what it adds.', study ?? '', checklist ?? ''),
  judge: {
    *study(study, review) {
      const { raters, consensus } = study.appraisal;
      if (
        study.facts.total ||
        (consensus?.rating.answers.length ?? 0) > 0 ||
        raters.some(each => each.rating.answers.length > 0)
      )
        return;
      yield {
        site: { file: study.file, chunk: study.chunk, at: study.facts.head },
        data: {
          study: study.name,
          key: study.facts.key,
          checklist: review.checklist?.title ?? review.settings.checklist.value,
        },
      };
    },
  },
  shared: {
    total: review => review.studyCount,
    message: (count, total) => l10n.t('{0} of the {1} studies have no appraisal yet.', count, total),
    site: appraisalSite,
  },
};

/** Where to speak of all appraisals: `appraisal:` in `metasynth.yaml`. */
export function appraisalSite(review: Review): Site {
  return { ...review.settingsSite, at: review.settings.appraisalAt ?? review.settings.head };
}
