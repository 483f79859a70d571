import * as l10n from '@vscode/l10n';
import { byName } from '../review/order.js';
import { namesOf } from './names-of.js';
import type { Rule } from './rule.js';

/** As many studies are listed beside the message. */
const mostListed = 40;

export const constructCarrierNotCited: Rule = {
  code: 'construct.carrier-not-cited',
  severity: 'info',
  off: true,
  absence: true,
  soughtIn: ['study', 'manuscript'],
  title: 'Studies that carry a construct’s themes and are cited nowhere under it',
  why: 'The table says that they carry the construct, the text does not show it. A reader of the text alone misses evidence; a reader of both finds that they disagree. It rests by default, since a table that names principal themes only will always say less than the text.',
  mend: 'Cite the studies where they support a finding, or look again whether they carry the theme.',
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: identity}
constructs:
  «identity»: {label: Reframing of identity, definition: Seeing oneself anew}
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013].
`,
    right: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: identity}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @moran2012].
`,
  },
  message: ({ count, label, names }) =>
    count === 1
      ? l10n.t('{1} carries themes of "{0}", but is cited nowhere under it.', label ?? '', names ?? '')
      : l10n.t(
          '{2} studies carry themes of "{0}", but are cited nowhere under it: {1}.',
          label ?? '',
          names ?? '',
          count ?? 0,
        ),
  judge: {
    *construct({ file, chunk, facts, label, headings, carrying, cited }) {
      // A construct that the manuscript does not treat yet is told of by another rule.
      if (headings.length === 0) return;
      const there = new Set(cited);
      const studies = byName(carrying.filter(study => !there.has(study)));
      if (studies.length === 0) return;
      const listed = studies.slice(0, mostListed);
      yield {
        site: { file, chunk, at: facts.at },
        data: { label, count: studies.length, names: namesOf(studies) },
        related: listed.map(study => ({
          site: { file: study.file, chunk: study.chunk, at: study.facts.keyAt },
          message: study.name,
        })),
        about: listed.map(({ id }) => ({ kind: 'study', id })),
      };
    },
  },
};
