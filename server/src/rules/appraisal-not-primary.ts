import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const appraisalNotPrimary: Rule = {
  code: 'appraisal.not-primary',
  severity: 'info',
  title: 'A review of studies, appraised with a checklist for single studies',
  why: 'The checklists for qualitative research ask about participants, recruitment and data collection. A study that synthesises others has none of its own, so that its answers do not mean what those of the other studies mean.',
  mend: 'Appraise it with a checklist for reviews and say so in the methods, or ask whether it belongs among the included studies. `synthesises:` says that it is a review.',
  example: {
    wrong: `
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes:
  - giving-back
synthesises: [walker2001]
casp: «9»
---
=== references.bib ===
@article{gillard2013, author = {Gillard and others}, year = 2013}
@article{moran2012, author = {Moran and others}, year = 2012}
@article{walker2001, author = {Walker and others}, year = 2001}
=== appraisals/JS.yaml ===
gillard2013: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
`,
    right: `
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes:
  - giving-back
casp: 9
---
`,
  },
  message: ({ study, checklist }) =>
    l10n.t(
      '{0} is a review of other studies, and {1} is made for a study of people. Its appraisal does not mean what the others mean.',
      study ?? '',
      checklist ?? '',
    ),
  judge: {
    *study(study, review) {
      const { checklist } = review;
      const { facts, file, chunk, appraisal, name } = study;
      if (!checklist || facts.synthesises.length === 0) return;
      const appraised = facts.total !== undefined || appraisal.raters.length > 0 || appraisal.consensus !== undefined;
      if (!appraised) return;
      yield {
        site: { file, chunk, at: facts.total?.at ?? facts.head },
        data: { study: name, checklist: checklist.title },
      };
    },
  },
};
