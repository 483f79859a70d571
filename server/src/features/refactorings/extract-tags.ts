import * as l10n from '@vscode/l10n';
import { editing } from '../../editing/change.js';
import { Draft } from '../../editing/pieces.js';
import { sourceOf } from '../../editing/places.js';
import { addEntry } from '../../editing/yaml-edits.js';
import type { Review } from '../../review/model.js';
import type { Use } from '../../syntax/facts.js';
import { codebookPath } from '../fixes/fix.js';
import { labelOf } from '../fixes/labels.js';
import type { Refactorer } from './refactoring.js';

/** Themes are made of what somebody has written as a tag, not of a sentence that went astray. */
const longestName = 100;

/**
 * Gives the themes that a study carries or tags, and that the codebook does not know yet, an entry in the codebook each: the
 * step from coding freely to a codebook. Divisions of constructs are no themes, and former names have their theme already.
 */
export const extractTags: Refactorer = {
  files: ({ review }) => [codebookPath(review) ?? ''].filter(Boolean),
  offer: ({ review, path, texts }) => {
    const codebook = codebookPath(review);
    const names = unknownThemes(review, path);
    const text = codebook === undefined ? undefined : texts(codebook);
    if (codebook === undefined || text === undefined || names.length === 0) return [];
    const draft = new Draft(codebook, text);
    const title =
      names.length === 1
        ? l10n.t('Extract the theme "{0}" to the codebook', names[0]!)
        : l10n.t('Extract {0} themes of this study to the codebook', names.length);
    for (const name of names) {
      const source = sourceOf(codebook, 'codebook', draft.text);
      const outcome = source && addEntry(source, ['themes'], name, { map: [['label', labelOf(name)]] }, 'sorted');
      if (!outcome) return [];
      if (!outcome.ok) return [{ title, kind: 'extract', outcome: { reason: outcome.reason } }];
      draft.edit(outcome.value);
    }
    return [{ title, kind: 'extract', outcome: { change: editing(draft.edits()) } }];
  },
};

/** As written where they stand first, each once. */
function unknownThemes(review: Review, path: string): string[] {
  const file = review.files.get(path);
  if (file?.kind !== 'study') return [];
  const aspects = new Set(review.settings.aspects.map(each => each.id));
  const names = new Map<string, string>();
  const isUnknown = ({ kind, id, name }: Use): boolean =>
    kind === 'theme' &&
    !aspects.has(id) &&
    !review.themeById.has(id) &&
    !review.themeAliases.has(id) &&
    name.length <= longestName &&
    !/[\r\n]/.test(name);
  for (const chunk of file.chunks) {
    for (const use of chunk.uses) if (isUnknown(use) && !names.has(use.id)) names.set(use.id, use.name);
  }
  return [...names.values()];
}
