import * as l10n from '@vscode/l10n';
import { nearest } from '../text/words.js';
import type { Rule } from './rule.js';

export const citationUnknown: Rule = {
  code: 'citation.unknown',
  severity: 'error',
  soughtIn: ['bibliography'],
  title: 'A citation of a work that is not there',
  why: 'Neither the studies nor the bibliography have this key: the evidence that it stands for is lost, and nothing can be printed.',
  mend: 'Take the key that was meant, or add the work to the bibliography.',
  example: {
    wrong: `
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@«gilard2013»; @moran2012].
`,
    right: `
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @moran2012].
`,
  },
  message: ({ key, near, name }) =>
    near === ''
      ? l10n.t('Nothing has the key "{0}": neither an included study nor a work of the bibliography.', key ?? '')
      : l10n.t('Nothing has the key "{0}". Did you mean "{1}" ({2})?', key ?? '', near ?? '', name ?? ''),
  *judge(review) {
    const known = (id: string): string | undefined => review.studyById.get(id)?.name ?? review.works.get(id)?.name;
    for (const { file, chunk, facts } of review.sections) {
      for (const sentence of facts.sentences) {
        for (const citation of sentence.citations) {
          if (known(citation.key) !== undefined) continue;
          const near = nearest(citation.name, [...review.studyById.keys(), ...review.works.keys()], 1)[0] ?? '';
          // A bare @name that resembles no key is more likely a person on a website than a citation.
          if (!citation.bracketed && near === '') continue;
          const data = { key: citation.name, near, name: known(near) ?? '' };
          yield { site: { file, chunk, at: citation.at }, data };
        }
      }
    }
    for (const told of review.settings.background) {
      if (review.uses('work', told.value.toLowerCase()).some(({ use }) => use.role === 'defines')) continue;
      const near = nearest(told.value, review.works.keys(), 1)[0] ?? '';
      yield { site: { ...review.settingsSite, at: told.at }, data: { key: told.value, near, name: known(near) ?? '' } };
    }
  },
};
