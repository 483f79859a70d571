import * as l10n from '@vscode/l10n';
import { quantifierHolds } from '../review/counting/quantifiers.js';
import { studiesCited } from './cited-groups.js';
import type { Rule } from './rule.js';

/** Of fewer studies a share says little: one more or less turns few into many. */
const leastStudies = 5;

export const numberQuantifier: Rule = {
  code: 'number.quantifier',
  severity: 'info',
  soughtIn: ['study'],
  title: 'Most, many, few or all of the studies, with citations that are another share',
  why: `The sentence says that most, many, few or all of the studies have something in common, and cites another share of the
included studies for it. The word is what readers remember.

*Most* and *many* are more than a share of the included studies, *few* at most a share, *all* every one of them. What share that
is, \`quantifiers:\` in \`metasynth.yaml\` says.`,
  mend: 'Take another word, or cite those that are missing. If the citations are only some of the studies, say so, as with *for example*.',
  example: {
    wrong: `
=== studies/basset2010.md ===
---
country: UK
---
=== studies/coatsworth2006.md ===
---
country: USA
---
=== studies/dyble2014.md ===
---
country: UK
---
=== synthesis.md ===
## Reframing of identity

To «most» of the studies, helping others feels worthwhile [@gillard2013; @moran2012].
`,
    right: `
=== studies/basset2010.md ===
---
country: UK
---
=== studies/coatsworth2006.md ===
---
country: USA
---
=== studies/dyble2014.md ===
---
country: UK
---
=== synthesis.md ===
## Reframing of identity

To most of the studies, helping others feels worthwhile [@basset2010; @gillard2013; @moran2012].
`,
  },
  message: ({ word, cited, studies, percent }) =>
    l10n.t(
      'The sentence says "{0}" but cites {1} of the {2} included studies ({3} %).',
      word ?? '',
      cited ?? 0,
      studies ?? 0,
      percent ?? 0,
    ),
  judge: {
    *section({ file, chunk, facts }, review) {
      for (const claim of facts.claims) {
        if (claim.kind !== 'quantifier' || review.studyCount < leastStudies) continue;
        const { word, quantifier, groups } = claim;
        const counts = studiesCited(groups, review);
        const cited = counts.at(-1) ?? 0;
        // What cites no included study speaks of other studies.
        if (cited === 0) continue;
        const studies = review.studyCount;
        const { quantifiers } = review.settings;
        if (counts.some(count => count > 0 && quantifierHolds(quantifier, (100 * count) / studies, quantifiers)))
          continue;
        const percent = Math.round((1000 * cited) / studies) / 10;
        yield { site: { file, chunk, at: word.at }, data: { word: word.value, cited, studies, percent } };
      }
    },
  },
};
