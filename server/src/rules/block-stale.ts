import * as l10n from '@vscode/l10n';
import { staleBlock } from '../documents/blocks.js';
import type { Rule } from './rule.js';

export const blockStale: Rule = {
  code: 'block.stale',
  severity: 'warning',
  slow: true,
  title: 'A generated block that no longer fits the data',
  why: 'The manuscript shows a table or an outline of a review that has changed since.',
  mend: 'Run *Metasynth: Generate Synthesis Table* or *Generate Line-of-Argument Outline*, or `metasynth update`.',
  example: {
    wrong: `
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @moran2012].

«<!-- metasynth:synthesis-table -->»

An older table.

<!-- /metasynth:synthesis-table -->
`,
    right: `
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @moran2012].
`,
  },
  message: ({ name, empty }) =>
    empty === 'yes'
      ? l10n.t(
          'The generated block "{0}" is still empty. Run "metasynth update" or the command that fills it.',
          name ?? '',
        )
      : l10n.t(
          'The generated block "{0}" no longer fits the data. Update it before the manuscript is read.',
          name ?? '',
        ),
  judge: {
    *generated(block, review) {
      const stale = staleBlock(review, block);
      if (!stale) return;
      const { facts, file, chunk } = block;
      yield { site: { file, chunk, at: facts.open }, data: { name: facts.name, empty: stale.empty ? 'yes' : 'no' } };
    },
  },
};
