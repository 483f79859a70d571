import * as l10n from '@vscode/l10n';
import { runningTotals } from './cited-groups.js';
import type { Rule } from './rule.js';

export const numberCitations: Rule = {
  code: 'number.citations',
  severity: 'warning',
  soughtIn: ['study'],
  title: 'A number of studies that its citations do not bear out',
  why: 'The sentence says in how many studies something was found, and cites another number of them. One of the two went stale, and a reader who counts cannot tell which.',
  mend: 'Count again: correct the number, or add or take out citations. If the citations are only some of the studies, say so, as with *for example*.',
  example: {
    wrong: `
=== synthesis.md ===
## Reframing of identity

In «three» of the studies, helping others feels worthwhile [@gillard2013; @moran2012].
`,
    right: `
=== synthesis.md ===
## Reframing of identity

In two of the studies, helping others feels worthwhile [@gillard2013; @moran2012].
`,
  },
  message: ({ number, cited }) =>
    Number(cited) === 1
      ? l10n.t('The sentence says {0} but cites 1 study.', number ?? '')
      : l10n.t('The sentence says {0} but cites {1} studies.', number ?? '', cited ?? 0),
  judge: {
    *section({ file, chunk, facts }, review) {
      for (const claim of facts.claims) {
        if (claim.kind !== 'cited') continue;
        const { number, value, papers, groups } = claim;
        const counts = runningTotals(groups, id => review.cited(id)?.id ?? id, review);
        const cited = counts.at(-1);
        if (cited === undefined || counts.includes(value)) continue;
        if (papers && runningTotals(groups, id => id, review).includes(value)) continue;
        yield { site: { file, chunk, at: number.at }, data: { number: number.value, cited } };
      }
    },
  },
};
