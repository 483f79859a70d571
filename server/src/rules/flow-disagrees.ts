import * as l10n from '@vscode/l10n';
import { contradictions, type Term } from '../review/counting/flow.js';
import type { Rule } from './rule.js';

export const flowDisagrees: Rule = {
  code: 'flow.disagrees',
  severity: 'warning',
  title: 'Boxes of the flow diagram that do not add up',
  why: 'Each box of the diagram is what the boxes before it leave. Where they do not add up, records were lost on the way or counted twice, and readers cannot follow the selection.',
  mend: 'Look up the numbers in the records of the search and correct the box that is wrong. A box whose number is not known is written as `not reported`; reports that left in a way of their own have a place under `extra:`.',
  example: {
    wrong: `
=== metasynth.yaml ===
title: T
characteristics: {country: {type: text}}
flow:
  records-screened: 40
  records-excluded: 30
  «dbr-sought-reports»: 12
`,
    right: `
=== metasynth.yaml ===
title: T
characteristics: {country: {type: text}}
flow:
  records-screened: 40
  records-excluded: 30
  dbr-sought-reports: 10
`,
  },
  message: ({ formula, box, value, bound, makes }) => {
    if (bound === 'most') {
      return l10n.t('{0} leaves at most {1}, but {2} says {3}.', formula ?? '', makes ?? '', box ?? '', value ?? '');
    }
    if (bound === 'least') {
      return l10n.t('{0} makes at least {1}, but {2} says {3}.', formula ?? '', makes ?? '', box ?? '', value ?? '');
    }
    return l10n.t('{0} makes {1}, but {2} says {3}.', formula ?? '', makes ?? '', box ?? '', value ?? '');
  },
  judge: {
    *review(review) {
      const { flow } = review;
      if (!flow) return;
      for (const { terms, box, value, least, most } of contradictions(flow)) {
        const at = flow.boxes.find(each => each.name === box)?.at ?? flow.at;
        const exact = least === most;
        const bound = exact ? 'exact' : value > most ? 'most' : 'least';
        const makes = bound === 'least' ? least : most;
        yield {
          site: { ...review.settingsSite, at },
          data: { formula: formulaOf(terms), box, value, bound, makes: Math.max(0, makes) },
        };
      }
    },
  },
};

/** `records-screened (40) − records-excluded (30)`; boxes that are not reported are left out, since the bound says it. */
function formulaOf(terms: readonly Term[]): string {
  const known = terms.filter(term => term.value !== undefined);
  return known
    .map(({ sign, box, value }, index) => `${index === 0 && sign > 0 ? '' : sign > 0 ? ' + ' : ' − '}${box} (${value})`)
    .join('')
    .trim();
}
