import * as l10n from '@vscode/l10n';
import type { Review } from '../review/model.js';
import type { CitedGroup } from '../syntax/facts.js';
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
      for (const { kind, number, value, papers, groups } of facts.claims) {
        if (kind !== 'cited') continue;
        const counts = runningTotals(groups, id => review.cited(id)?.id ?? id, review);
        const cited = counts.at(-1);
        if (cited === undefined || counts.includes(value)) continue;
        if (papers && runningTotals(groups, id => id, review).includes(value)) continue;
        yield { site: { file, chunk, at: number.at }, data: { number: number.value, cited } };
      }
    },
  },
};

/**
 * How many things are cited by the first group, by the first two, and so on: a later group may belong to something else. Two
 * papers of one study are one study.
 */
function runningTotals(groups: readonly CitedGroup[], thing: (id: string) => string, review: Review): number[] {
  const cited = new Set<string>();
  return groups.map(({ by, works }) => {
    // A number that no work has is a work all the same: the list is as long as it is.
    for (const each of works) cited.add(by === 'key' ? thing(each) : thing(review.numbered(each) ?? `[${each}]`));
    return cited.size;
  });
}
