import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const fieldMissing: Rule = {
  code: 'field.missing',
  severity: 'warning',
  open: true,
  absence: true,
  title: 'An entry that lacks a field it needs',
  why: 'The rest of the entry has nothing to hold on to: a step of the argument without its sentence, a search without its source.',
  mend: 'Fill in the field, or take the entry out.',
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: identity}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
argument:
  - «rests-on»: [identity]
`,
    right: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: identity}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
argument:
  - says: Helping others changes the helper.
    rests-on: [identity]
`,
  },
  message: ({ field, where }) =>
    l10n.t(
      '{0} is missing from {1}, which cannot be shown without it. Fill it in.',
      namesOf(String(field)),
      where || l10n.t('this file'),
    ),
};

/** `quote or authors` is either of two fields. */
function namesOf(field: string): string {
  const [first = '', second] = field.split(' or ');
  return second === undefined ? `"${first}"` : l10n.t('"{0}" or "{1}"', first, second);
}
