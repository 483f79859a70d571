import * as l10n from '@vscode/l10n';
import type { Review } from '../review/model.js';
import { foldId, nearest } from '../text/words.js';
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
    // Without a bibliography every work would be unknown; its absence is told once, by another rule.
    if (![...review.files.values()].some(file => file.kind === 'bibliography')) return;
    const known = (id: string): string | undefined => review.studyById.get(id)?.name ?? review.works.get(id)?.name;
    for (const { file, chunk, facts } of review.sections) {
      for (const sentence of facts.sentences) {
        for (const citation of sentence.citations) {
          if (known(citation.key) !== undefined) continue;
          const id = nearest(citation.name, [...review.studyById.keys(), ...review.works.keys()], 1)[0] ?? '';
          const near = keyOf(review, id);
          // A bare @name that resembles no key is more likely a person on a website than a citation.
          if (!citation.bracketed && near === '') continue;
          const data = { key: citation.name, near, name: known(id) ?? '' };
          yield { site: { file, chunk, at: citation.at }, data };
        }
      }
    }
    for (const told of review.settings.background) {
      if (review.uses('work', foldId(told.value)).some(({ use }) => use.role === 'defines')) continue;
      const id = nearest(told.value, review.works.keys(), 1)[0] ?? '';
      const near = keyOf(review, id);
      yield { site: { ...review.settingsSite, at: told.at }, data: { key: told.value, near, name: known(id) ?? '' } };
    }
  },
};

/** A key with its capitals, which printing depends on. */
function keyOf(review: Review, id: string): string {
  return review.works.get(id)?.facts.key ?? review.studyById.get(id)?.facts.key ?? '';
}
