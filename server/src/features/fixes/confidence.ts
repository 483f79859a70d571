import * as l10n from '@vscode/l10n';
import { type Mender, replacements } from './fix.js';

/** Those who have looked again say that the judgement holds: what was judged is recorded as it stands now. */
export const judgedAnew: Mender = {
  fixes: mending => {
    const { put } = mending.diagnosis.data;
    const title = l10n.t('The judgement still holds: record what stands now');
    return replacements(mending, [{ title, text: String(put ?? '') }], false);
  },
};
