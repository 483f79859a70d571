import * as l10n from '@vscode/l10n';
import { convertStudy } from '../../editing/convert-study.js';
import type { Refactorer } from './refactoring.js';

/** A Markdown study becomes YAML, and a YAML study Markdown, with nothing lost; else the reason is told. */
export const convertForm: Refactorer = {
  offer: ({ review, path, texts }) => {
    const text = texts(path);
    if (text === undefined || review.files.get(path)?.kind !== 'study') return [];
    const result = convertStudy(review, path, text);
    const title = /\.ya?ml$/i.test(path)
      ? l10n.t('Convert this study to Markdown')
      : l10n.t('Convert this study to YAML');
    return [{ title, kind: 'rewrite', outcome: 'refused' in result ? { reason: result.refused } : { change: result } }];
  },
};
