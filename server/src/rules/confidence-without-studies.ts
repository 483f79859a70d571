import * as l10n from '@vscode/l10n';
import { judgedOf } from '../review/confidence.js';
import { judgementOf } from './confidence-examples.js';
import type { Rule } from './rule.js';

export const confidenceWithoutStudies: Rule = {
  code: 'confidence.without-studies',
  severity: 'warning',
  absence: true,
  soughtIn: ['manuscript', 'study'],
  title: 'Confidence in a finding that no study contributes to',
  why: 'Each component is judged over the studies that contribute to the finding. Without any there is nothing that confidence could rest on.',
  mend: 'Cite the studies in the sentence that tells the finding, or list them under `studies:` where it is told in `confidence.yaml`.',
  example: {
    wrong: `${judgementOf({}).replace('worth:', '«worth»:')}  finding: Peer workers in mental health teams felt that colleagues saw them as patients still.\n`,
    right: `${judgementOf({})}  finding: Peer workers in mental health teams felt that colleagues saw them as patients still.\n  studies: [gillard2013, moran2012]\n`,
  },
  message: ({ name }) =>
    l10n.t('No included study contributes to the finding "{0}", whose confidence is judged.', name ?? ''),
  judge: {
    *judgement(judgement, review) {
      const { file, chunk, facts } = judgement;
      if (review.studyCount === 0) return;
      const judged = judgedOf(judgement, review);
      // A name that nothing tells is another complaint, and so are studies that are not there.
      if (judged.studies.length > 0 || judged.text === '' || facts.studies.length > 0) return;
      yield { site: { file, chunk, at: facts.at }, data: { name: facts.name } };
    },
  },
};
