import * as l10n from '@vscode/l10n';
import { addOpenCells } from '../../editing/translation-cells.js';
import { nextToCompare } from '../../review/compare-next.js';
import type { Refactorer } from './refactoring.js';

/** In the translation: a cell to do for each construct that the study which is next has none for. */
export const openCells: Refactorer = {
  offer: ({ review, path, texts }) => {
    if (review.translation?.file.path !== path) return [];
    const next = nextToCompare(review);
    if (!next || next.constructs.every(({ cell }) => cell.facts)) return [];
    const made = addOpenCells(review, next.study, texts);
    return [
      {
        title: l10n.t('Add the cells of the next study ({0})', next.study.name),
        kind: 'rewrite',
        outcome: made.ok ? { change: made.value } : { reason: made.reason },
      },
    ];
  },
};
