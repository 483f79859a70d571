import * as l10n from '@vscode/l10n';
import type { Role } from '../syntax/facts.js';
import type { Rule } from './rule.js';

const referring: readonly Role[] = ['maps-to', 'leads-to', 'rests-on', 'names'];

export const constructUnknown: Rule = {
  code: 'construct.unknown',
  severity: 'error',
  soughtIn: ['codebook'],
  title: 'A construct that the codebook does not have',
  why: 'Themes, arrows and sentences of the argument that name a construct in vain are lost to the synthesis.',
  mend: 'Take the construct that was meant, or add it under `constructs:` in the codebook.',
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: «identty»}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
`,
    right: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: identity}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
`,
  },
  message: ({ name, near, label }) =>
    near === ''
      ? l10n.t('No construct is called "{0}". Add it to the codebook, or name one that is there.', name ?? '')
      : l10n.t('No construct is called "{0}". Did you mean "{1}" ({2})?', name ?? '', near ?? '', label ?? ''),
  judge: {
    *chunk({ file, chunk }, review) {
      for (const use of chunk.uses) {
        if (use.kind !== 'construct' || !referring.includes(use.role)) continue;
        if (review.constructById.has(use.id) || review.constructAliases.has(use.id)) continue;
        if (!review.has('codebook')) return;
        const near = review.constructById.get(review.near('construct', use.name)[0] ?? '');
        yield {
          site: { file, chunk, at: use.at },
          data: { name: use.name, near: near?.facts.name ?? '', label: near?.label ?? '' },
          about: near ? [{ kind: 'construct', id: near.id }] : [],
        };
      }
    },
  },
};
