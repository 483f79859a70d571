import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const flowStudies: Rule = {
  code: 'flow.studies',
  severity: 'warning',
  // A study that cannot be read is there all the same, so files are counted by those that can.
  soughtIn: ['study'],
  title: 'A flow diagram that ends with another number of studies',
  why: 'The last box of the diagram says how many studies are included; the review holds another number of them. Readers compare the two.',
  mend: 'Add the study that is missing, take out the one that does not belong, or correct the box.',
  example: {
    wrong: `
=== metasynth.yaml ===
title: T
characteristics: {country: {type: text}}
flow: {«new-studies»: 3}
`,
    right: `
=== metasynth.yaml ===
title: T
characteristics: {country: {type: text}}
flow: {new-studies: 2}
`,
  },
  message: ({ box, value, studies }) =>
    l10n.t('{0} says {1}, but the review includes {2} studies.', box ?? '', value ?? '', studies ?? ''),
  judge: {
    *review(review) {
      const { flow } = review;
      // A review that has no study yet has just begun.
      if (!flow || review.studyCount === 0) return;
      const named = (name: string) => flow.boxes.find(each => each.name === name);
      const updated = named('previous-studies') !== undefined;
      const box = named('total-studies') ?? (updated ? undefined : named('new-studies'));
      if (box?.value === undefined || box.value === review.studyCount) return;
      yield {
        site: { ...review.settingsSite, at: box.at },
        data: { box: box.name, value: box.value, studies: review.studyCount },
      };
    },
  },
};
