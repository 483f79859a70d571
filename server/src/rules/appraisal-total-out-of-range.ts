import * as l10n from '@vscode/l10n';
import { range, scoringNamed } from '../standards/scoring.js';
import type { Rule } from './rule.js';

export const appraisalTotalOutOfRange: Rule = {
  code: 'appraisal.total-out-of-range',
  severity: 'error',
  title: 'A total that the checklist cannot give',
  why: 'A total is a number that the answers can add up to. This is a slip of the pen, or belongs to another checklist.',
  mend: 'Correct the total, or name the checklist and the scoring that it comes from in `metasynth.yaml`.',
  example: {
    wrong: `
=== studies/gillard2013.md ===
---
country: UK
participants: 15
themes: [boundaries, giving-back]
casp: «80»
---
`,
    right: `
=== studies/gillard2013.md ===
---
country: UK
participants: 15
themes: [boundaries, giving-back]
casp: 8
---
`,
  },
  message: ({ total, least, most, checklist, study }) =>
    most === ''
      ? l10n.t('"{0}" is not a total for {1}: a total is a number.', total ?? '', study ?? '')
      : l10n.t(
          '{1} cannot have the total {0}: {4} gives {2} to {3}.',
          total ?? '',
          study ?? '',
          least ?? 0,
          most ?? 0,
          checklist ?? '',
        ),
  judge: {
    *study(study, review) {
      const { checklist, settings } = review;
      const convention = scoringNamed(settings.scoring.value);
      const { total } = study.facts;
      if (!checklist || !convention || !total || isMissing(total.value)) return;
      const site = { file: study.file, chunk: study.chunk, at: total.at };
      const own = study.appraisal.stated;
      // The scale of totals as reported is read off the other studies: a slip must not set the scale it is judged by.
      const [highest, second] = review.highestTotals;
      const highestOther = own === highest ? second : highest;
      const bounds = range(convention, checklist, highestOther === undefined ? [] : [highestOther]);
      const common = { total: total.value, study: study.name, checklist: checklist.title };
      if (own === undefined) yield { site, data: { ...common, least: '', most: '' } };
      else if (bounds && (own < bounds[0] || own > bounds[1])) {
        yield { site, data: { ...common, least: bounds[0], most: bounds[1] } };
      }
    },
  },
};

function isMissing(value: string): boolean {
  return /^(not reported|not applicable|unclear|to do)$/i.test(value.trim());
}
