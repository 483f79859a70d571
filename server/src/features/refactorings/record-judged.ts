import * as l10n from '@vscode/l10n';
import { editing } from '../../editing/change.js';
import { toEdits } from '../../editing/pieces.js';
import { sourceOf } from '../../editing/places.js';
import { addEntry } from '../../editing/yaml-edits.js';
import { fingerprintOf, judgedOf } from '../../review/confidence.js';
import type { Refactorer } from './refactoring.js';

/**
 * Writes the fingerprint of what was judged behind a judgement of confidence that has none, so that a later change of the
 * finding, its studies or their appraisals is noticed.
 */
export const recordJudged: Refactorer = {
  offer: ({ review, path, range, texts }) => {
    if (review.files.get(path)?.kind !== 'confidence') return [];
    const text = texts(path);
    const here = review.judgements.filter(each => each.file.path === path && each.chunk.line <= range.line).at(-1);
    const source = text === undefined ? undefined : sourceOf(path, 'confidence', text);
    if (!here || !source) return [];
    const part = here.facts.confidence ? 'confidence' : here.facts.conqual ? 'conqual' : undefined;
    const judged = judgedOf(here, review);
    if (!part || here.facts[part]?.of || judged.text === '') return [];
    const title = l10n.t('Record what was judged of "{0}"', here.facts.name);
    const outcome = addEntry(source, [here.facts.name, part], 'of', fingerprintOf(judged, review));
    if (!outcome.ok) return [{ title, kind: 'rewrite', outcome: { reason: outcome.reason } }];
    return [{ title, kind: 'rewrite', outcome: { change: editing(toEdits(path, text!, outcome.value)) } }];
  },
};
