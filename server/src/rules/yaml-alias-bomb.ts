import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const yamlAliasBomb: Rule = {
  code: 'yaml.alias-bomb',
  severity: 'error',
  title: 'Repetitions that would fill the computer',
  why: 'The file repeats its own parts within one another, which multiplies them beyond any use. These repetitions are not read.',
  mend: 'Write the values out where they are needed. A review has no need for `&` and `*`.',
  message: () =>
    l10n.t(
      'The repetitions in this file multiply beyond any use, so they are not read from here on. Write the values out.',
    ),
};
