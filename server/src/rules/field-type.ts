import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const fieldType: Rule = {
  code: 'field.type',
  severity: 'error',
  title: 'A field that holds something else than it should',
  why: 'What stands there cannot be used, so it counts as not given: a table lacks a cell, a setting falls back to its default.',
  mend: 'Write what the field is for. Hovering its name shows what that is, with an example.',
  example: {
    wrong: `
=== metasynth.yaml ===
title: Peer workers' experience of their role
status: «finl»
appraisal: {checklist: casp-qualitative, scoring: as-reported}
characteristics: {country: {type: text}, participants: {type: count}}
`,
    right: `
=== metasynth.yaml ===
title: Peer workers' experience of their role
status: final
appraisal: {checklist: casp-qualitative, scoring: as-reported}
characteristics: {country: {type: text}, participants: {type: count}}
`,
  },
  message: ({ field, expected, found, nearest }) => {
    if (found === `"${field}"`) {
      return l10n.t('Nothing can refer to "{0}" by this name. It should be {1}.', field ?? '', expected ?? '');
    }
    const name = field ? `"${field}"` : l10n.t('What stands here');
    return nearest === undefined || nearest === ''
      ? l10n.t('{0} should be {1}, but is {2}, so it is not used.', name, expected ?? '', found ?? '')
      : l10n.t('{0} should be {1}, but is {2}. Did you mean "{3}"?', name, expected ?? '', found ?? '', nearest);
  },
};
