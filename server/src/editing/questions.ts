import * as l10n from '@vscode/l10n';
import { ratersOf } from '../review/appraisers.js';
import type { Review } from '../review/model.js';
import type { Change, Texts } from './change.js';
import { Draft } from './pieces.js';
import { sourceOf } from './places.js';
import { addEntry } from './yaml-edits.js';
import type { Value } from './yaml-values.js';

export function pathOfRater({ files }: Review, rater: string): string {
  const [usual, other] = [`appraisals/${rater}.yaml`, `appraisals/${rater}.yml`];
  return files.has(other) && !files.has(usual) ? other : usual;
}

/**
 * Adds a study to a rater's file, each question of the checklist a key with nothing after it. A file that does not exist is
 * created. Undefined where the study is there already or the file cannot take it.
 */
export function studyForRater(review: Review, texts: Texts, key: string, rater: string): Change | undefined {
  const { checklist } = review;
  if (!checklist || key === '') return undefined;
  const path = pathOfRater(review, rater);
  const text = texts(path);
  const known = review.files.has(path);
  // A file that lies there and is no part of the review is not ours to write over.
  if (known !== (text !== undefined)) return undefined;
  const draft = new Draft(path, text ?? '');
  const source = sourceOf(path, 'rater', draft.text);
  const value: Value = { map: checklist.items.map(({ number }) => [String(number), '']) };
  const outcome = source && (known ? addEntry(source, [], key, value, 'sorted') : addEntry(source, [], key, value));
  if (!outcome?.ok || outcome.value.length === 0) return undefined;
  draft.edit(outcome.value);
  return known
    ? { edits: draft.edits(), moves: [], created: [] }
    : { edits: [], moves: [], created: [{ path, text: draft.text }] };
}

/** The same for all raters of the review who have not begun with the study; undefined where there are none. */
export function studyForRaters(
  review: Review,
  texts: Texts,
  key: string,
): { readonly title: string; readonly change: Change } | undefined {
  const changes = ratersOf(review).flatMap(rater => {
    const change = studyForRater(review, texts, key, rater);
    return change ? [{ path: pathOfRater(review, rater), change }] : [];
  });
  if (changes.length === 0) return undefined;
  return {
    title: l10n.t('Turn the total into items: add {0} to {1}', key, changes.map(each => each.path).join(', ')),
    change: {
      edits: changes.flatMap(each => each.change.edits),
      moves: [],
      created: changes.flatMap(each => each.change.created),
    },
  };
}
