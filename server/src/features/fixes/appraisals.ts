import * as l10n from '@vscode/l10n';
import { editing } from '../../editing/change.js';
import { Draft } from '../../editing/pieces.js';
import { sourceOf } from '../../editing/places.js';
import { pathOfRater, studyForRater, studyForRaters } from '../../editing/questions.js';
import { addEntry } from '../../editing/yaml-edits.js';
import { isFileName, ratersOf } from '../../review/appraisers.js';
import type { Review } from '../../review/model.js';
import type { Diagnosis } from '../../rules/judge.js';
import { entriesOf } from '../../syntax/yaml/access.js';
import { Lines } from '../../text/lines.js';
import type { Fix, Mender } from './fix.js';

/** Adds a study to the file of a rater, with every question of the checklist waiting for its answer. */
export const addToRaters: Mender = {
  files: (review, diagnosis) => ratersFor(review, diagnosis).map(rater => pathOfRater(review, rater)),
  fixes: ({ diagnosis, review, texts }) => {
    const key = String(diagnosis.data.key ?? '');
    return ratersFor(review, diagnosis).flatMap((rater): Fix[] => {
      const change = studyForRater(review, texts, key, rater);
      const title = l10n.t('Add {0} with all questions to {1}', key, pathOfRater(review, rater));
      return change ? [{ title, preferred: false, change }] : [];
    });
  },
};

/** Gives every rater the questions whose answers a total alone keeps to itself. The total stays, to be compared. */
export const itemsForTotal: Mender = {
  files: review => ratersOf(review).map(rater => pathOfRater(review, rater)),
  fixes: ({ diagnosis, review, texts }) => {
    const items = studyForRaters(review, texts, String(diagnosis.data.key ?? ''));
    return items ? [{ title: items.title, preferred: false, change: items.change }] : [];
  },
};

/** Adds the questions that have no answer, each as a key with nothing after it. */
export const addQuestions: Mender = {
  fixes: mending => {
    const { diagnosis, review, texts } = mending;
    const { path, range } = diagnosis;
    const text = texts(path);
    const { checklist } = review;
    if (text === undefined || !checklist || review.files.get(path)?.kind !== 'rater') return [];
    const start = new Lines(text).spanOf(range)[0];
    const entry = entriesOf(sourceOf(path, 'rater', text)?.root).find(each => each.keyAt[0] === start);
    if (!entry) return [];
    const draft = new Draft(path, text);
    const present = new Set(entriesOf(entry.value).map(each => each.key.trim()));
    let added = 0;
    let before: string | undefined;
    for (const { number } of checklist.items) {
      const key = String(number);
      if (!present.has(key)) {
        const source = sourceOf(path, 'rater', draft.text);
        const where = before === undefined ? 'sorted' : { after: before };
        const outcome = source && addEntry(source, [entry.key], key, '', where);
        if (!outcome?.ok) return [];
        draft.edit(outcome.value);
        added++;
      }
      before = key;
    }
    if (added === 0) return [];
    const title =
      added === 1
        ? l10n.t('Add the question without an answer')
        : l10n.t('Add the {0} questions without an answer', added);
    return [{ title, preferred: false, change: editing(draft.edits()) }];
  },
};

/** The rater whom the diagnosis names, else all who may add a study. */
function ratersFor(review: Review, { data }: Diagnosis): readonly string[] {
  if (data.rater === undefined) return ratersOf(review);
  return isFileName(String(data.rater)) ? [String(data.rater)] : [];
}
