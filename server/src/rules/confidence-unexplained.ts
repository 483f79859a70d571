import * as l10n from '@vscode/l10n';
import { cerqualComponents, concernLabels } from '../standards/cerqual.js';
import { judgementOf } from './confidence-examples.js';
import type { Rule } from './rule.js';

export const confidenceUnexplained: Rule = {
  code: 'confidence.unexplained',
  severity: 'warning',
  absence: true,
  title: 'A judgement of confidence without its reason',
  why: 'Readers cannot check a level, they can check a reason. CERQual asks for one with every component about which there are concerns, and with the overall level.',
  mend: 'Write `because:`, as a phrase that names the concern and the studies that it touches.',
  example: {
    wrong: judgementOf({ adequacy: '«moderate»' }),
    right: judgementOf({ adequacy: '{concern: moderate, because: one quote in each of two studies}' }),
  },
  message: ({ name, component, concern, level }) =>
    component === ''
      ? l10n.t('The confidence in "{0}" ({1}) has no reason yet.', name ?? '', level ?? '')
      : l10n.t('{1} about {2} of "{0}" have no reason yet.', name ?? '', concern ?? '', component ?? ''),
  judge: {
    *judgement({ file, chunk, facts }) {
      const { confidence, components, name } = facts;
      for (const { name: id, concern, because, told } of components) {
        if (!told || concern === undefined || concern === 'none-or-very-minor' || because) continue;
        const component = cerqualComponents.find(each => each.id === id)!.label.toLowerCase();
        const data = { name, component, concern: concernLabels[concern], level: '' };
        yield { site: { file, chunk, at: told.at }, data };
      }
      if (!confidence?.level || confidence.because) return;
      yield {
        site: { file, chunk, at: confidence.levelAt },
        data: { name, component: '', concern: '', level: confidence.level },
      };
    },
  },
};
