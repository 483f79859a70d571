import * as l10n from '@vscode/l10n';
import { reportNames } from '../reports/reports.js';
import type { Rule } from './rule.js';

export const blockUnclosed: Rule = {
  code: 'block.unclosed',
  severity: 'error',
  local: true,
  title: 'A generated block without an end',
  why: 'Nobody can tell where the generated part ends and yours begins, so the block is left alone.',
  mend: 'Write the closing comment below it.',
  example: {
    wrong: `
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @moran2012].

«<!-- metasynth:synthesis-table -->»
`,
    right: `
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @moran2012].

<!-- metasynth:synthesis-table -->
<!-- /metasynth:synthesis-table -->
`,
  },
  message: ({ name }) =>
    l10n.t(
      'The generated block "{0}" has no end, so it is not kept up to date. Close it with <!-- /metasynth:{0} -->.',
      name ?? '',
    ),
  judge: {
    *generated({ facts, file, chunk }) {
      if (!facts.closed && reportNames.includes(facts.name))
        yield { site: { file, chunk, at: facts.open }, data: { name: facts.name } };
    },
  },
};
