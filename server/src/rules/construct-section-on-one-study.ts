import * as l10n from '@vscode/l10n';
import type { Study } from '../review/model.js';
import type { Rule } from './rule.js';

/** Of fewer findings there is no most. */
const leastFindings = 3;

export const constructSectionOnOneStudy: Rule = {
  code: 'construct.section-on-one-study',
  severity: 'info',
  off: true,
  absence: true,
  soughtIn: ['study'],
  title: 'A section that rests on one study for most of its findings',
  why: 'A section that tells one study, finding by finding, is a summary of it. What the studies say together is not in it. It rests by default, since a study may well be alone in what it saw.',
  mend: 'Look whether other studies say it too, or contradict it; say in the text that the section rests on one study; or make it part of a wider one.',
  example: {
    wrong: `
=== synthesis.md ===
## «Reframing of identity»

Helping others feels worthwhile [@gillard2013; @moran2012].
It is passed on [@gillard2013].
It makes up for a debt [@gillard2013].
`,
    right: `
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @moran2012].
It is passed on [@gillard2013].
It makes up for a debt [@gillard2013; @moran2012].
`,
  },
  message: ({ alone, findings, study }) =>
    l10n.t('{0} of the {1} findings of this section rest on {2} alone.', alone ?? '', findings ?? '', study ?? ''),
  judge: {
    *section({ file, chunk, facts, findings }) {
      if (findings.length < leastFindings) return;
      const alone = new Map<Study, number>();
      for (const { support } of findings) {
        if (support.length === 1) alone.set(support[0]!, (alone.get(support[0]!) ?? 0) + 1);
      }
      for (const [study, count] of alone) {
        if (count * 2 <= findings.length) continue;
        yield {
          site: { file, chunk, at: facts.at },
          data: { study: study.name, alone: count, findings: findings.length },
          about: [{ kind: 'study', id: study.id }],
        };
      }
    },
  },
};
