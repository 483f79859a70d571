import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const constructWithoutSupport: Rule = {
  code: 'construct.without-support',
  severity: 'warning',
  open: true,
  absence: true,
  soughtIn: ['study', 'manuscript'],
  title: 'A construct that no study supports',
  why: 'A third-order construct is built from studies. This one has none: no study carries its themes, none is cited under it.',
  mend: 'Map the themes to it that it was built from, write its section with the citations that carry it, or take it out.',
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: identity}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
  «use-of-self»: {label: Therapeutic use of self, definition: Working with one's own story}
`,
    right: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: use-of-self}
  giving-back: {label: Giving back, definition: Repaying help received, construct: [identity, use-of-self]}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
  use-of-self: {label: Therapeutic use of self, definition: Working with one's own story}
`,
  },
  message: ({ label }) =>
    l10n.t(
      'No study supports the construct "{0}": none carries its themes and none is cited under its heading.',
      label ?? '',
    ),
  judge: {
    *construct(construct, review) {
      // Without any study the reason is another, and is told once.
      if (review.studyCount === 0 || construct.supporters(1).length > 0) return;
      const site = { file: construct.file, chunk: construct.chunk, at: construct.facts.at };
      yield { site, data: { label: construct.label } };
    },
  },
};
