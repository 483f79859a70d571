import * as l10n from '@vscode/l10n';
import type { Review } from '../review/model.js';
import type { Notice, Rule } from './rule.js';
import { themeReferences } from './theme-references.js';

export const themeUnknown: Rule = {
  code: 'theme.unknown',
  severity: 'error',
  soughtIn: ['codebook'],
  title: 'A theme that the codebook does not have',
  why: 'A misspelt theme silently loses a study from the support of its theme and construct, and every count with it.',
  mend: 'Take the theme that was meant, or add the new one to the codebook with a label and a definition.',
  example: {
    wrong: `
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes:
  - «givng-back»
casp: 9
---
`,
    right: `
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes:
  - giving-back
casp: 9
---
`,
  },
  message: ({ name, near, label, studies }) =>
    near === ''
      ? l10n.t('No theme is called "{0}". Add it to the codebook, or name one that is there.', name ?? '')
      : l10n.t(
          'No theme is called "{0}". Did you mean "{1}" ({2}, {3})?',
          name ?? '',
          near ?? '',
          label ?? '',
          studies ?? '',
        ),
  judge: {
    *chunk({ file, chunk }, review) {
      for (const use of themeReferences(chunk, review)) {
        if (review.themeById.has(use.id) || review.themeAliases.has(use.id)) continue;
        // Without a codebook every theme would be unknown; its absence is told once, by another rule.
        if (!review.has('codebook')) return;
        yield { site: { file, chunk, at: use.at }, ...nearestThemes(review, use.name) };
      }
    },
  },
};

function nearestThemes(review: Review, name: string): Pick<Notice, 'data' | 'about'> {
  const near = review.near('theme', name).flatMap(id => review.themeById.get(id) ?? []);
  const [theme, ...others] = near;
  if (!theme) return { data: { name, near: '' } };
  const count = theme.carriers.size;
  const studies = count === 1 ? l10n.t('1 study') : l10n.t('{0} studies', count);
  const words = { label: theme.label, studies, others: others.map(each => each.facts.name).join(' ') };
  return { data: { name, near: theme.facts.name, ...words }, about: near.map(({ id }) => ({ kind: 'theme', id })) };
}
