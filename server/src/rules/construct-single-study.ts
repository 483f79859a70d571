import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const constructSingleStudy: Rule = {
  code: 'construct.single-study',
  severity: 'warning',
  absence: true,
  soughtIn: ['study', 'manuscript'],
  title: 'A construct that one study supports alone',
  why: 'A synthesis says what studies say together. A construct that rests on one of them is that study, said again.',
  mend: 'Look for other studies that carry it, make it part of a wider construct, or say in the text that it rests on one study.',
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: limits}
  giving-back: {label: Giving back, definition: Repaying help received, construct: identity}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
  «limits»: {label: Limits of the role, definition: What the role cannot do}
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
  message: ({ label, study }) =>
    l10n.t(
      'Only one study, {1}, supports the construct "{0}": no other carries its themes or is cited under it.',
      label ?? '',
      study ?? '',
    ),
  judge: {
    *construct(construct, review) {
      // Without any study the reason is another, and is told once.
      if (review.studyCount === 0) return;
      const studies = construct.supporters(2);
      const [study] = studies;
      if (studies.length !== 1 || !study) return;
      yield {
        site: { file: construct.file, chunk: construct.chunk, at: construct.facts.at },
        data: { label: construct.label, study: study.name },
        related: [{ site: { file: study.file, chunk: study.chunk, at: study.facts.head }, message: study.name }],
        about: [{ kind: 'study', id: study.id }],
      };
    },
  },
};
