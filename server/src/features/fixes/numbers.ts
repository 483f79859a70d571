import * as l10n from '@vscode/l10n';
import type { Mender } from './fix.js';
import { replacements } from './fix.js';

/**
 * The number that the data give, written as the other was: in words, with its separators. None is preferred, since the data or
 * the definition may be what is wrong; where it can be read in several ways, there is one for each.
 */
export const rightNumber: Mender = {
  fixes: mending => {
    const numbers = String(mending.diagnosis.data.put ?? '')
      .split('\n')
      .filter(Boolean);
    return replacements(
      mending,
      numbers.map(text => ({ title: l10n.t('Write {0}, as the data give it', text), text })),
      false,
    );
  },
};
