import * as l10n from '@vscode/l10n';
import { insidePath } from '../../review/paths.js';
import type { Mender } from './fix.js';

/** The file that `metasynth.yaml` names, with no more in it than it needs to begin. */
export const missingFile: Mender = {
  fixes: ({ diagnosis: { data }, review: { settings, files } }) => {
    const path = insidePath(String(data.path ?? ''));
    if (data.part === 'studies' || path === undefined || path === '' || files.has(path)) return [];
    const text = insidePath(settings.codebook.value) === path ? 'themes:\n\nconstructs:\n' : '';
    const change = { edits: [], moves: [], created: [{ path, text }] };
    return [{ title: l10n.t('Create {0}', path), preferred: false, change }];
  },
};
