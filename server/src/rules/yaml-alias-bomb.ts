import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.js';

export const yamlAliasBomb: Rule = {
  code: 'yaml.alias-bomb',
  severity: 'error',
  title: 'Repetitions that would fill the computer',
  why: 'The file repeats its own parts within one another, which multiplies them beyond any use. These repetitions are not read.',
  mend: 'Write the values out where they are needed. A review has no need for `&` and `*`.',
  message: () =>
    l10n.t('The repetition that "*" asks for grows beyond any use, so it counts as empty. Write the value out here.'),
};
