import * as l10n from '@vscode/l10n';
import { foldId } from '../text/words.js';
import type { Rule } from './rule.js';

export const studyDuplicateKey: Rule = {
  code: 'study.duplicate-key',
  severity: 'error',
  title: 'Two studies with the same key',
  why: 'A citation of this key could mean either study, and only the first is counted. Keys that differ in capitals alone clash too: some computers cannot keep such files apart.',
  mend: 'Give one of them another `key:`, or file name, and mend the citations that mean it.',
  example: {
    wrong: `
=== studies/gillard2013.md ===
---
country: UK
themes: [boundaries, giving-back]
casp: 8
---
=== studies/gillard-again.yaml ===
key: «Gillard2013»
country: UK
themes: [giving-back]
casp: 8
`,
    right: `
=== studies/gillard2013.md ===
---
country: UK
themes: [boundaries, giving-back]
casp: 8
---
`,
  },
  message: ({ key, other, sameCase }) =>
    sameCase === 'yes'
      ? l10n.t(
          'The key "{0}" is already that of {1}, so this study is not counted. Give it a key of its own.',
          key ?? '',
          other ?? '',
        )
      : l10n.t(
          'The key "{0}" differs only in capitals from that of {1}, so this study is not counted. Give it a key of its own.',
          key ?? '',
          other ?? '',
        ),
  judge: {
    *studyFile(source, review) {
      const { facts, file, chunk } = source;
      const [first] = review.claims(foldId(facts.key));
      if (!first || first.chunk === chunk) return;
      const sameCase = first.facts.key === facts.key ? 'yes' : 'no';
      yield {
        site: { file, chunk, at: facts.keyAt },
        data: { key: facts.key, other: first.file.path, sameCase },
        related: [
          {
            site: { file: first.file, chunk: first.chunk, at: first.facts.keyAt },
            message: l10n.t('has the key already'),
          },
        ],
      };
    },
  },
};
