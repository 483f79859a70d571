import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const appraisalUnknownStudy: Rule = {
  code: 'appraisal.unknown-study',
  severity: 'error',
  title: 'Work on a study that is not included',
  why: 'An appraisal or coding under a key that no study has counts for none: the study that was meant seems not to be done.',
  mend: 'Correct the key, or take the entry out when the study was excluded.',
  example: {
    wrong: `
=== appraisals/JS.yaml ===
«gilard2013»: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
`,
    right: `
=== appraisals/JS.yaml ===
gillard2013: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
`,
  },
  message: ({ key, near, name }) =>
    near === ''
      ? l10n.t('No included study has the key "{0}".', key ?? '')
      : l10n.t('No included study has the key "{0}". Did you mean "{1}" ({2})?', key ?? '', near ?? '', name ?? ''),
  judge: {
    *chunk({ file, chunk }, review) {
      for (const use of chunk.uses) {
        if (use.kind !== 'study' || use.role !== 'rates' || review.studyById.has(use.id)) continue;
        // Without any study the reason is another, and is told once.
        if (review.studyCount === 0) return;
        const meant = review.studyById.get(review.near('study', use.name)[0] ?? '');
        const [near, name] = [meant?.facts.key ?? '', meant?.name ?? ''];
        yield {
          site: { file, chunk, at: use.at },
          data: { key: use.name, near, name },
          about: meant ? [{ kind: 'study', id: meant.id }] : [],
        };
      }
    },
  },
};
