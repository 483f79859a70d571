import * as l10n from '@vscode/l10n';
import type { Construct, Finding, Review, Site, Study } from '../review/model.js';
import { constructOf, studyOf } from '../review/translation.js';
import type { TranslationCell } from '../syntax/facts.js';
import type { Notice, Rule } from './rule.js';

export const translationContraryCitation: Rule = {
  code: 'translation.contrary-citation',
  severity: 'info',
  off: true,
  absence: true,
  soughtIn: ['translation', 'manuscript'],
  title: 'A refutation in the table that the text does not tell, or the other way round',
  why: 'A study that refutes a construct in the translation table is cited against it in the text, as in `[but see @key]`, or a reader of the text alone never learns of it. A study that the text cites against a construct should not stand in the table as one that agrees. It rests by default, since a study can agree with a construct and contradict one finding of it.',
  mend: 'Cite the study against the finding that it contradicts, or look again at the relation in its cell.',
  example: {
    wrong: `
=== translation.yaml ===
reading-order: chronological
cells:
  - construct: identity
    study: moran2012
    relation: «refutational»
    note: >-
      These peers are paid by the hour, and owe nobody anything.
`,
    right: `
=== translation.yaml ===
reading-order: chronological
cells:
  - construct: identity
    study: moran2012
    relation: refutational
    note: >-
      These peers are paid by the hour, and owe nobody anything.
=== synthesis.md ===
## Reframing of identity

### Strengths

Helping others feels worthwhile [@gillard2013; but see @moran2012].
`,
  },
  message: ({ way, study, label, relation }) =>
    way === 'text'
      ? l10n.t(
          '{0} refutes "{1}" in the translation table, but is cited against none of its findings.',
          study ?? '',
          label ?? '',
        )
      : l10n.t(
          '{0} is cited against a finding of "{1}", but the translation table has it as {2}.',
          study ?? '',
          label ?? '',
          relation ?? '',
        ),
  judge: {
    *construct(construct, review) {
      // A construct that the manuscript does not treat yet is told of by another rule.
      if (!review.translation || construct.headings.length === 0) return;
      // Whether a cell names an included study rests on the keys that there are.
      review.names('study');
      const contrary = new Map<Study, Finding>();
      for (const finding of construct.findings) {
        for (const study of finding.contrary) if (!contrary.has(study)) contrary.set(study, finding);
      }
      const seen = new Set<Study>();
      for (const cell of review.translation.facts.cells) {
        const study = constructOf(cell, review) === construct ? studyOf(cell, review) : undefined;
        if (!study || seen.has(study)) continue;
        seen.add(study);
        const finding = contrary.get(study);
        if (cell.relation === 'refutational' && !finding) {
          yield noticeOf(construct, study, 'text', cell, siteOf(cell, review));
        } else if (finding && (cell.relation === 'reciprocal' || cell.relation === 'absent')) {
          yield noticeOf(construct, study, 'table', cell, finding.site);
        }
      }
    },
  },
};

function siteOf(cell: TranslationCell, { translation }: Review): Site {
  return { ...translation!, at: cell.relationAt ?? cell.at };
}

function noticeOf(
  construct: Construct,
  study: Study,
  way: 'text' | 'table',
  cell: TranslationCell,
  site: Site,
): Notice {
  return {
    site,
    data: { way, study: study.name, label: construct.label, relation: cell.relation ?? '' },
    about: [{ kind: 'study', id: study.id }],
  };
}
