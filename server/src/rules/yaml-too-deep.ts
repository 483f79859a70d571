import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const yamlTooDeep: Rule = {
  code: 'yaml.too-deep',
  severity: 'error',
  title: 'Fields within fields beyond all need',
  why: 'No part of a review needs so many levels. The entry that holds them is not read and counts nowhere.',
  mend: 'Look whether lines were set in further and further by mistake, or whether brackets were opened and never closed.',
  message: () =>
    l10n.t(
      'This entry has more levels of fields within fields than any review needs, so it is not read. See whether lines are set in too far.',
    ),
};
