import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const yamlTooDeep: Rule = {
  code: 'yaml.too-deep',
  severity: 'error',
  title: 'Fields within fields beyond all need',
  why: 'No part of a review needs so many levels. What lies deeper is not read and counts nowhere.',
  mend: 'Look whether lines were set in further and further by mistake, or whether brackets were opened and never closed.',
  message: () =>
    l10n.t(
      'Here are more levels of fields within fields than any review needs, so what lies deeper is not read. Set the lines further out.',
    ),
};
