import * as l10n from '@vscode/l10n';
import { cerqualComponents } from '../standards/cerqual.js';
import { listWords } from '../text/words.js';
import { judgementOf } from './confidence-examples.js';
import type { Rule } from './rule.js';

export const confidenceMissingComponent: Rule = {
  code: 'confidence.missing-component',
  severity: 'warning',
  absence: true,
  title: 'Confidence without all four components',
  why: 'CERQual looks at four things: methodological limitations, coherence, adequacy and relevance. An overall level that rests on fewer of them cannot be followed, and is among its most frequent misapplications.',
  mend: 'Judge the component, with `concern: none-or-very-minor` where there is nothing to worry about.',
  example: {
    wrong: judgementOf({ relevance: '' })
      .replace('level:', '«level»:')
      .replace('«level»: moderate', 'level: «moderate»'),
    right: judgementOf({}),
  },
  message: ({ name, components }) =>
    l10n.t(
      'The confidence in "{0}" is judged without {1}. CERQual asks for all four components.',
      name ?? '',
      components ?? '',
    ),
  judge: {
    *judgement({ file, chunk, facts }) {
      const { confidence, components, name } = facts;
      if (!confidence?.level) return;
      const missing = cerqualComponents.filter(
        ({ id }) => !components.some(each => each.name === id && each.told !== undefined),
      );
      if (missing.length === 0) return;
      const words = listWords(missing.map(({ label }) => label.toLowerCase()));
      yield { site: { file, chunk, at: confidence.levelAt }, data: { name, components: words } };
    },
  },
};
