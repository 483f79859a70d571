import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const constructNotInManuscript: Rule = {
  code: 'construct.not-in-manuscript',
  severity: 'warning',
  open: true,
  title: 'A construct without a section in the manuscript',
  why: 'What is cited for a construct counts only under its heading. A heading that was reworded loses all the findings below it.',
  mend: "Give the heading the words of the construct's label, or write `<!-- construct: NAME -->` below it.",
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: [identity, use-of-self]}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
  «use-of-self»: {label: Therapeutic use of self, definition: Working with one's own story}
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @moran2012].

## Using oneself

Sharing one's story gains trust [@gillard2013].
`,
    right: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: [identity, use-of-self]}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
  use-of-self: {label: Therapeutic use of self, definition: Working with one's own story}
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @moran2012].

## Using oneself

<!-- construct: use-of-self -->

Sharing one's story gains trust [@gillard2013].
`,
  },
  message: ({ label, name }) =>
    l10n.t(
      'No section of the manuscript is about "{0}". If one is, write <!-- construct: {1} --> below its heading.',
      label ?? '',
      name ?? '',
    ),
  judge: {
    *construct(construct, review) {
      // While no construct has a section the manuscript is not at its results yet.
      if (construct.headings.length > 0 || !review.anyHeading) return;
      const site = { file: construct.file, chunk: construct.chunk, at: construct.facts.at };
      yield { site, data: { label: construct.label, name: construct.facts.name } };
    },
  },
};
