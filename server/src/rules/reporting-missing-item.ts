import * as l10n from '@vscode/l10n';
import { isReport } from '../reports/reports.js';
import type { Review, Site } from '../review/model.js';
import { coverageOf } from '../review/reporting.js';
import type { Rule } from './rule.js';

export const reportingMissingItem: Rule = {
  code: 'reporting.missing-item',
  severity: 'warning',
  final: true,
  absence: true,
  soughtIn: ['manuscript', 'review'],
  title: 'Items of a reporting standard that the paper does not report',
  why: 'Journals ask for the filled checklist of the standard, and reviewers look there for what is not told. An item counts as reported when a passage says so, when a field of `metasynth.yaml` tells all of it, or when a generated block shows it. A heading that sounds like it proves nothing.',
  mend: 'Write what is missing, and say at the end of its paragraph what it reports: `<!-- reports: entreq 4 -->`. *Metasynth: Generate Reporting Checklist* shows all items with where they are reported. Which standards apply can be said by `reporting:` in `metasynth.yaml`. The diagnostic rests until the review is `status: final`.',
  example: {
    wrong: `
=== metasynth.yaml ===
title: Peer workers' experience of their role
question: What do peer workers report of their own role?
status: final
characteristics:
  country: {type: text, required: true}
  participants: {type: count}
=== synthesis.md ===
## «Reframing of identity»

### Strengths

Helping others feels worthwhile [@gillard2013; @moran2012]. <!-- reports: entreq 2-7, 9-20 -->

<!-- metasynth:synthesis-table -->
| No. | Study | Country | Participants | CASP | Themes |
| - | - | - | - | - | - |
<!-- /metasynth:synthesis-table -->
`,
    right: `
=== metasynth.yaml ===
title: Peer workers' experience of their role
question: What do peer workers report of their own role?
status: final
characteristics:
  country: {type: text, required: true}
  participants: {type: count}
=== synthesis.md ===
## Reframing of identity

### Strengths

Helping others feels worthwhile [@gillard2013; @moran2012]. <!-- reports: entreq 2-7, 9-20 -->

<!-- metasynth:synthesis-table -->
| No. | Study | Country | Participants | CASP | Themes |
| - | - | - | - | - | - |
<!-- /metasynth:synthesis-table -->

Who helps is helped, which none of the studies says by itself. <!-- reports: entreq 21 -->
`,
  },
  message: ({ standard, count, total, items, example }) =>
    count === 1
      ? l10n.t(
          '{0} asks for one item more: {1}. Say where it is reported with <!-- reports: {2} -->, or write it.',
          standard ?? '',
          items ?? '',
          example ?? '',
        )
      : l10n.t(
          '{0}: {1} of {2} items are not reported yet: {3}. Say where each is reported, as in <!-- reports: {4} -->, or write it.',
          standard ?? '',
          count ?? '',
          total ?? '',
          items ?? '',
          example ?? '',
        ),
  judge: {
    *review(review) {
      for (const { standard, items } of coverageOf(review, isReport)) {
        const missing = items.filter(each => each.state !== 'present');
        if (missing.length === 0) continue;
        yield {
          site: firstHeading(review),
          data: {
            standard: standard.name,
            count: missing.length,
            total: items.length,
            items: missing.map(({ item }) => `${item.number} (${item.label})`).join(', '),
            example: `${standard.id} ${missing[0]!.item.number}`,
          },
        };
      }
    },
  },
};

/** Where to speak of the manuscript as a whole: its first heading; `metasynth.yaml` while there is none. */
function firstHeading(review: Review): Site {
  for (const { value } of review.settings.manuscript) {
    const file = review.files.get(value);
    for (const chunk of file?.chunks ?? []) {
      if (chunk.facts.kind === 'section' && chunk.facts.level > 0) return { file: file!, chunk, at: chunk.facts.at };
    }
  }
  return review.settingsSite;
}
