import * as l10n from '@vscode/l10n';
import { reportNames } from '../reports/reports.js';
import { listWords, nearest } from '../text/words.js';
import type { Rule } from './rule.js';

export const blockUnknown: Rule = {
  code: 'block.unknown',
  severity: 'warning',
  local: true,
  title: 'A generated block that no report fills',
  why: "It will never be kept up to date: what stands in it is nobody's.",
  mend: 'Name one of the reports.',
  example: {
    wrong: `
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @moran2012].

«<!-- metasynth:synthesis-tabel -->»
<!-- /metasynth:synthesis-tabel -->
`,
    right: `
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @moran2012].

<!-- metasynth:synthesis-table -->
<!-- /metasynth:synthesis-table -->
`,
  },
  message: ({ name, near, known }) =>
    near === ''
      ? l10n.t('No report is called "{0}", so this block is never filled. Reports are {1}.', name ?? '', known ?? '')
      : l10n.t('No report is called "{0}", so this block is never filled. Did you mean "{1}"?', name ?? '', near ?? ''),
  judge: {
    *generated({ facts, file, chunk }) {
      if (reportNames.includes(facts.name)) return;
      const data = {
        name: facts.name,
        near: nearest(facts.name, reportNames, 1)[0] ?? '',
        known: listWords(reportNames),
      };
      yield { site: { file, chunk, at: facts.open }, data };
    },
  },
};
