import * as l10n from '@vscode/l10n';
import type { Role } from '../syntax/facts.js';
import type { Rule } from './rule.js';

const referring: readonly Role[] = ['answers', 'names'];

export const findingUnknown: Rule = {
  code: 'finding.unknown',
  severity: 'error',
  title: 'A finding that the manuscript does not name',
  why: 'The line of argument, or a judgement of confidence, refers to a finding that is not there.',
  mend: 'Name the finding at the end of its sentence, `<!-- finding: isolation -->`, or correct the name.',
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: identity}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
argument:
  - says: Helping others changes the helper
    rests-on: [identity]
    answers: [«worth»]
`,
    right: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: identity}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
argument:
  - says: Helping others changes the helper
    rests-on: [identity]
    answers: [worth]
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @moran2012]. <!-- finding: worth -->
`,
  },
  message: ({ name, near }) =>
    near === ''
      ? l10n.t('The manuscript has no finding named "{0}".', name ?? '')
      : l10n.t('The manuscript has no finding named "{0}". Did you mean "{1}"?', name ?? '', near ?? ''),
  judge: {
    *chunk({ file, chunk }, review) {
      for (const use of chunk.uses) {
        if (use.kind !== 'finding' || !referring.includes(use.role) || review.isDefined('finding', use.id)) continue;
        if (!review.has('manuscript')) return;
        const near = review.near('finding', use.name)[0] ?? '';
        yield { site: { file, chunk, at: use.at }, data: { name: use.name, near } };
      }
    },
  },
};
