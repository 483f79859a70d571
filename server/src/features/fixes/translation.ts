import * as l10n from '@vscode/l10n';
import { remove } from '../../editing/yaml-edits.js';
import { type Mender, yamlFix } from './fix.js';

/** Takes the second place of a study out of the order of reading: it does not count anyway. */
export const secondPlace: Mender = {
  fixes: mending => {
    const { data, path } = mending.diagnosis;
    const title = l10n.t('Take the second "{0}" out of the order of reading', String(data.key ?? ''));
    return yamlFix(mending, path, { title, preferred: false }, source =>
      remove(source, ['reading-order', Number(data.index)]),
    );
  },
};
