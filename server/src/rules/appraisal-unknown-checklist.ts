import * as l10n from '@vscode/l10n';
import { checklists } from '../standards/checklist.js';
import { listWords, nearest } from '../text/words.js';
import type { Rule } from './rule.js';

export const appraisalUnknownChecklist: Rule = {
  code: 'appraisal.unknown-checklist',
  severity: 'error',
  local: true,
  title: 'A checklist that is not known',
  why: 'Without its questions no appraisal can be checked, summed or compared.',
  mend: 'Name one of the checklists that come with Metasynth: casp-qualitative (version not reported), casp-qualitative-2013, -2018, -2024, or jbi-qualitative.',
  example: {
    wrong: `
=== metasynth.yaml ===
title: Peer workers' experience of their role
appraisal: {checklist: «casp-qualitatve»}
characteristics: {country: {type: text}}
`,
    right: `
=== metasynth.yaml ===
title: Peer workers' experience of their role
appraisal: {checklist: casp-qualitative}
characteristics: {country: {type: text}}
`,
  },
  message: ({ name, near, known }) =>
    near === ''
      ? l10n.t('No checklist is called "{0}". Known are {1}.', name ?? '', known ?? '')
      : l10n.t('No checklist is called "{0}". Did you mean "{1}"?', name ?? '', near ?? ''),
  judge: {
    *review(review) {
      if (review.checklist) return;
      const { value: name, at } = review.settings.checklist;
      // The path of a checklist of one's own is not a misspelt name.
      if (/[./\\]/.test(name)) return;
      const names = checklists.map(each => each.id);
      const data = { name, near: nearest(name, names, 1)[0] ?? '', known: listWords(names) };
      yield { site: { ...review.settingsSite, at }, data };
    },
  },
};
