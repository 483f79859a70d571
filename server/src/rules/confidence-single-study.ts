import * as l10n from '@vscode/l10n';
import { judgedOf } from '../review/confidence.js';
import { judgementOf } from './confidence-examples.js';
import type { Rule } from './rule.js';

const none = 'none-or-very-minor';

const alone = (adequacy: string): string =>
  judgementOf({ adequacy }).replace('[@gillard2013; @moran2012]', '[@gillard2013]');

export const confidenceSingleStudy: Rule = {
  code: 'confidence.single-study',
  severity: 'info',
  title: 'One study, and no concern about adequacy',
  why: 'Adequacy asks how rich the data are, and how many. One study can be rich enough for a modest finding, but a reader will ask.',
  mend: 'Say in `because:` why the data of one study are enough for this finding, or judge the concern anew.',
  example: { wrong: alone(`«${none}»`), right: alone('{concern: moderate, because: one study alone}') },
  message: ({ name, study }) =>
    l10n.t(
      'The finding "{0}" rests on {1} alone, and there is no concern about adequacy. A reason would help readers.',
      name ?? '',
      study ?? '',
    ),
  judge: {
    *judgement(judgement, review) {
      const { file, chunk, facts } = judgement;
      const adequacy = facts.components.find(each => each.name === 'adequacy');
      if (adequacy?.concern !== none || adequacy.because) return;
      const { studies } = judgedOf(judgement, review);
      const [study] = studies;
      if (studies.length !== 1 || !study) return;
      yield {
        site: { file, chunk, at: adequacy.told?.at ?? adequacy.nameAt },
        data: { name: facts.name, study: study.name },
        about: [{ kind: 'study', id: study.id }],
      };
    },
  },
};
