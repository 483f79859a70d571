import * as l10n from '@vscode/l10n';
import { cerqualComponents } from '../standards/cerqual.js';
import { listWords } from '../text/words.js';
import { judgementOf } from './confidence-examples.js';
import type { Rule } from './rule.js';

export const confidenceNotLowered: Rule = {
  code: 'confidence.not-lowered',
  severity: 'warning',
  title: 'Serious concerns, and high confidence all the same',
  why: 'A serious concern about one component normally takes at least one level away. High confidence beside it is a contradiction that readers of the summary will stumble over.',
  mend: 'Talk it over again: either the concern is less than serious, or the confidence less than high. The level is yours to judge.',
  example: {
    wrong: judgementOf(
      { adequacy: '{concern: serious, because: a single quote}' },
      'confidence: {level: «high», because: it is said so often}',
    ),
    right: judgementOf(
      { adequacy: '{concern: serious, because: a single quote}' },
      'confidence: {level: moderate, because: it is said so often}',
    ),
  },
  message: ({ name, components }) =>
    l10n.t('Confidence in "{0}" is high although there are serious concerns about {1}.', name ?? '', components ?? ''),
  judge: {
    *judgement({ file, chunk, facts }) {
      const { confidence, components, name } = facts;
      if (confidence?.level !== 'high') return;
      const serious = cerqualComponents.filter(({ id }) =>
        components.some(each => each.name === id && each.concern === 'serious'),
      );
      if (serious.length === 0) return;
      const words = listWords(serious.map(({ label }) => label.toLowerCase()));
      yield { site: { file, chunk, at: confidence.levelAt }, data: { name, components: words } };
    },
  },
};
