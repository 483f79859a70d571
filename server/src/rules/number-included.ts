import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const numberIncluded: Rule = {
  code: 'number.included',
  severity: 'warning',
  soughtIn: ['study'],
  title: 'Another number of included studies than the review has',
  why: 'The text says how many studies are included, and the review includes another number of them.',
  mend: 'Correct the number. With its definition behind it, `34<!-- = studies -->`, it is mended at a key from then on.',
  example: {
    wrong: `
=== synthesis.md ===
All «three» included studies were made in hospitals.
`,
    right: `
=== synthesis.md ===
All two included studies were made in hospitals.
`,
  },
  message: ({ number, studies }) =>
    l10n.t('The text speaks of {0} included studies, but the review includes {1}.', number ?? '', studies ?? 0),
  judge: {
    *section({ file, chunk, facts }, review) {
      for (const claim of facts.claims) {
        if (claim.kind !== 'included') continue;
        const { number, value } = claim;
        if (review.studyCount === 0 || value === review.studyCount) continue;
        yield { site: { file, chunk, at: number.at }, data: { number: number.value, studies: review.studyCount } };
      }
    },
  },
};
