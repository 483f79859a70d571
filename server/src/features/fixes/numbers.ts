import * as l10n from '@vscode/l10n';
import { writtenLike } from '../../syntax/numbers/written.js';
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

/** How many studies there are, as it was written, with the definition that keeps it true from then on. */
export const countedNumber: Mender = {
  fixes: mending => {
    const { number, studies } = mending.diagnosis.data;
    const text = writtenLike(String(number ?? ''), Number(studies ?? 0));
    return replacements(
      mending,
      [
        { title: l10n.t('Write {0}, as the data give it', text), text },
        { title: l10n.t('Write {0} with its definition', text), text: `${text}<!-- = studies -->` },
      ],
      false,
    );
  },
};
