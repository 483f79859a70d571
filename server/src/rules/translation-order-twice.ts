import * as l10n from '@vscode/l10n';
import { foldId } from '../text/words.js';
import type { Rule } from './rule.js';

export const translationOrderTwice: Rule = {
  code: 'translation.order-twice',
  severity: 'warning',
  local: true,
  title: 'A study that is twice in the order of reading',
  why: 'A study is read once. Only its first place counts, and the second may be that of another one which is missing.',
  mend: 'Take one of the two out, or write the key of the study that was meant.',
  example: {
    wrong: `
=== translation.yaml ===
reading-order: [moran2012, gillard2013, «moran2012»]
cells:
  - construct: identity
    study: moran2012
    relation: reciprocal
`,
    right: `
=== translation.yaml ===
reading-order: [moran2012, gillard2013]
cells:
  - construct: identity
    study: moran2012
    relation: reciprocal
`,
  },
  message: ({ key, place }) =>
    l10n.t('"{0}" is in the order of reading already, as number {1}.', key ?? '', place ?? 0),
  judge: {
    *translation({ file, chunk, facts }) {
      const first = new Map<string, number>();
      for (const [at, told] of facts.readingOrder.entries()) {
        const id = foldId(told.value);
        const place = first.get(id);
        if (place === undefined) {
          first.set(id, at);
          continue;
        }
        yield {
          site: { file, chunk, at: told.at },
          data: { key: told.value, place: place + 1, index: at },
          related: [
            { site: { file, chunk, at: facts.readingOrder[place]!.at }, message: l10n.t('the place that counts') },
          ],
        };
      }
    },
  },
};
