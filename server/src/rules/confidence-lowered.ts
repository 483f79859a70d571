import * as l10n from '@vscode/l10n';
import { levelsDown } from '../standards/cerqual.js';
import { judgementOf } from './confidence-examples.js';
import type { Rule } from './rule.js';

const none = 'none-or-very-minor';

export const confidenceLowered: Rule = {
  code: 'confidence.lowered',
  severity: 'warning',
  title: 'Confidence that is lower than any concern explains',
  why: 'Confidence starts at high and is lowered for concerns. Where there is none, or the level falls further than the concerns could take it, something that made you doubt is not written down.',
  mend: 'Write the concern where it belongs, or raise the level. CERQual has no sums: this only says where reasons and level are far apart, by more than two levels for each component with concerns.',
  example: {
    wrong: judgementOf(
      { 'methodological-limitations': none, coherence: none, adequacy: none, relevance: none },
      'confidence: {level: «low», because: we are not sure}',
    ),
    right: judgementOf(
      { 'methodological-limitations': none, coherence: none, adequacy: none, relevance: none },
      'confidence: {level: high, because: no concern in any component}',
    ),
  },
  message: ({ name, level, concerns }) =>
    concerns === 0
      ? l10n.t(
          'Confidence in "{0}" is {1}, and there is no concern about any component that would explain it.',
          name ?? '',
          level ?? '',
        )
      : l10n.t(
          'Confidence in "{0}" is {1}, further down than concerns about {2} of four components explain.',
          name ?? '',
          level ?? '',
          concerns ?? 0,
        ),
  judge: {
    *judgement({ file, chunk, facts }) {
      const { confidence, components, name } = facts;
      if (!confidence?.level || components.filter(each => each.concern !== undefined).length < 4) return;
      const concerns = components.filter(({ concern }) => concern !== none).length;
      const down = levelsDown[confidence.level];
      if (down <= 2 * concerns) return;
      const level = confidence.level.replace('-', ' ');
      yield { site: { file, chunk, at: confidence.levelAt }, data: { name, level, concerns } };
    },
  },
};
