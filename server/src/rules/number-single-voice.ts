import * as l10n from '@vscode/l10n';
import { studiesCited } from './cited-groups.js';
import type { Rule } from './rule.js';

export const numberSingleVoice: Rule = {
  code: 'number.single-voice',
  severity: 'info',
  soughtIn: ['study'],
  title: 'One participant, or one study, for which several studies are cited',
  why: 'The sentence speaks of one, and cites several included studies for it. A reader cannot tell whose voice it is, or that more than one said so.',
  mend: 'Cite the study that it was, or say how many said so.',
  example: {
    wrong: `
=== synthesis.md ===
## Reframing of identity

«One participant» felt worthwhile when helping others [@gillard2013; @moran2012].
`,
    right: `
=== synthesis.md ===
## Reframing of identity

One participant felt worthwhile when helping others [@moran2012].
`,
  },
  message: ({ voice, cited }) =>
    l10n.t('The sentence speaks of {0} but cites {1} included studies.', voice ?? '', cited ?? 0),
  judge: {
    *section({ file, chunk, facts }, review) {
      for (const claim of facts.claims) {
        if (claim.kind !== 'voice') continue;
        const cited = studiesCited(claim.groups, review).at(-1) ?? 0;
        if (cited < 2) continue;
        yield { site: { file, chunk, at: claim.voice.at }, data: { voice: claim.voice.value, cited } };
      }
    },
  },
};
