import * as l10n from '@vscode/l10n';
import { judgementOf } from './confidence-examples.js';
import type { Rule } from './rule.js';

/** A heading has fewer words than this, and a sentence that says who, what and where hardly ever. */
const fewWords = 8;

export const confidenceNotAFinding: Rule = {
  code: 'confidence.not-a-finding',
  severity: 'warning',
  title: 'Confidence in a theme, and not in a finding',
  why: 'CERQual judges how far a statement can be relied on. A heading such as *Stigma* states nothing, so that nobody can say whether it is likely to be so.',
  mend: 'Write the finding as a full sentence with its context and direction: who experiences what, where, and how.',
  example: {
    wrong: `${judgementOf({})}  finding: «Stigma at work»\n  studies: [gillard2013, moran2012]\n`,
    right: `${judgementOf({})}  finding: Peer workers in mental health teams felt that colleagues saw them as patients still.\n  studies: [gillard2013, moran2012]\n`,
  },
  message: ({ text }) =>
    l10n.t(
      '"{0}" reads like the title of a theme. Confidence is judged of a finding, told as a full sentence.',
      text ?? '',
    ),
  judge: {
    *judgement({ file, chunk, facts: { finding } }) {
      if (!finding) return;
      const words = finding.value.trim().split(/\s+/u);
      if (words.length >= fewWords || /[.!?…。！？]["'”’»)\]]*$/u.test(finding.value.trim())) return;
      // Scripts without spaces between words cannot be counted like this.
      if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(finding.value)) return;
      yield { site: { file, chunk, at: finding.at }, data: { text: finding.value } };
    },
  },
};
