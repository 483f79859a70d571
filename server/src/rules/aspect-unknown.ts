import * as l10n from '@vscode/l10n';
import { distance } from 'fastest-levenshtein';
import type { Review } from '../review/model.js';
import { foldId, foldLabel, listWords, nearest } from '../text/words.js';
import type { Rule } from './rule.js';

export const aspectUnknown: Rule = {
  code: 'aspect.unknown',
  severity: 'warning',
  title: 'A division of a construct that the review does not have',
  why: 'The findings below it are counted neither as strengths nor as challenges, or as whatever divisions this review has.',
  mend: 'Use one of the divisions, or declare this one under `aspects:` in `metasynth.yaml`.',
  example: {
    wrong: `
=== synthesis.md ===
## Reframing of identity

### «Strenghts»

Helping others feels worthwhile [@gillard2013; @moran2012].
`,
    right: `
=== synthesis.md ===
## Reframing of identity

### Strengths

Helping others feels worthwhile [@gillard2013; @moran2012].
`,
  },
  message: ({ name, near, known }) =>
    near === ''
      ? l10n.t('This review divides no construct by "{0}", only by {1}.', name ?? '', known ?? '')
      : l10n.t('This review divides no construct by "{0}". Did you mean "{1}"?', name ?? '', near ?? ''),
  judge: {
    *section({ facts, file, chunk, construct, namesConstruct }, review) {
      const ids = review.settings.aspects.map(aspect => aspect.id);
      if (facts.aspect && !ids.includes(foldId(facts.aspect.value))) {
        const name = facts.aspect.value;
        const data = { name, near: nearest(name, ids, 1)[0] ?? '', known: listWords(ids) };
        yield { site: { file, chunk, at: facts.aspect.at }, data };
      } else if (construct && !namesConstruct && !facts.aspect) {
        const near = misspelt(facts.title, review);
        if (near !== undefined)
          yield { site: { file, chunk, at: facts.at }, data: { name: facts.title, near, known: '' } };
      }
    },
  },
};

/** The heading of a division that a heading misses by a slip or two; a heading of its own is nobody's business. */
function misspelt(title: string, review: Review): string | undefined {
  const folded = foldLabel(title);
  const words = review.settings.aspects.flatMap(aspect => [...aspect.headings, aspect.id]);
  if (words.some(word => foldLabel(word) === folded)) return undefined;
  return words.find(word => word.length > 5 && distance(foldLabel(word), folded) <= 2);
}
