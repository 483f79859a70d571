import * as l10n from '@vscode/l10n';
import { changedParts, fingerprintOf, judgedOf, type PrintedPart } from '../review/confidence.js';
import { listWords } from '../text/words.js';
import { judgementOf } from './confidence-examples.js';
import type { Rule } from './rule.js';

const level = 'confidence: {level: moderate, because: the minor concerns count together';

export const confidenceStale: Rule = {
  code: 'confidence.stale',
  severity: 'warning',
  title: 'A judgement of confidence of something that has changed since',
  why: 'Confidence is judged of certain words that rest on certain studies, appraised in a certain way. When one of these changes, the level may not hold any more, and nobody would notice.',
  mend: 'Look at the finding again, change the judgement where it has to be, and have what was judged recorded anew by the quick fix. `of:` is the fingerprint of the words, the studies and their appraisals; without it nothing is said here.',
  example: {
    wrong: judgementOf({}, `${level}, of: «sha256-00000000-8cb1472b-fdd24e54»}`),
    right: judgementOf({}, `${level}}`),
  },
  message: ({ name, changed, parts }) =>
    changed === ''
      ? l10n.t(
          'What was judged of "{0}" cannot be told from this fingerprint: it is not one of this software.',
          name ?? '',
        )
      : parts === 1
        ? l10n.t(
            '{1} of the finding "{0}" has changed since its confidence was judged. Does the judgement still hold?',
            name ?? '',
            changed ?? '',
          )
        : l10n.t(
            '{1} of the finding "{0}" have changed since its confidence was judged. Does the judgement still hold?',
            name ?? '',
            changed ?? '',
          ),
  judge: {
    *judgement(judgement, review) {
      const { file, chunk, facts } = judgement;
      for (const overall of [facts.confidence, facts.conqual]) {
        if (!overall?.of) continue;
        const judged = judgedOf(judgement, review);
        // A finding that is told nowhere any more is another complaint.
        if (judged.text === '') continue;
        const now = fingerprintOf(judged, review);
        const changed = changedParts(overall.of.value, now);
        if (changed?.length === 0) continue;
        const words = listWords((changed ?? []).map(partWords));
        yield {
          site: { file, chunk, at: overall.of.at },
          data: { name: facts.name, changed: capitalised(words), parts: changed?.length ?? 0, put: now },
        };
      }
    },
  },
};

function partWords(part: PrintedPart): string {
  switch (part) {
    case 'text':
      return l10n.t('the wording');
    case 'studies':
      return l10n.t('the list of studies');
    case 'appraisals':
      return l10n.t('the appraisal of its studies');
  }
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
