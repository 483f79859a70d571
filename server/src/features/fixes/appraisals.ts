import * as l10n from '@vscode/l10n';
import { editing } from '../../editing/change.js';
import { Draft } from '../../editing/pieces.js';
import { sourceOf } from '../../editing/places.js';
import { addEntry } from '../../editing/yaml-edits.js';
import type { Value } from '../../editing/yaml-values.js';
import type { Review } from '../../review/model.js';
import type { Diagnosis } from '../../rules/judge.js';
import { entriesOf } from '../../syntax/yaml/access.js';
import { Lines } from '../../text/lines.js';
import { foldId } from '../../text/words.js';
import type { Fix, Mender, Mending } from './fix.js';
import { yamlFix } from './fix.js';

/** A rater's name can be that of a file only as long as it is one on every system. */
const fileName = /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u;

/** No list of actions is read further than this. */
const mostRaters = 6;

/** Adds a study to the file of a rater, with every question of the checklist waiting for its answer. */
export const addToRaters: Mender = {
  files: (review, diagnosis) => ratersFor(review, diagnosis).map(rater => pathOfRater(review, rater)),
  fixes: mending => ratersFor(mending.review, mending.diagnosis).flatMap(rater => studyWithQuestions(mending, rater)),
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

function studyWithQuestions(mending: Mending, rater: string): Fix[] {
  const { diagnosis, review, texts } = mending;
  const { checklist } = review;
  const key = String(diagnosis.data.key ?? '');
  if (!checklist || key === '') return [];
  const path = pathOfRater(review, rater);
  const value: Value = { map: checklist.items.map(({ number }) => [String(number), '']) };
  const fix = { title: l10n.t('Add {0} with all questions to {1}', key, path), preferred: false };
  if (review.files.has(path)) return yamlFix(mending, path, fix, source => addEntry(source, [], key, value, 'sorted'));
  const draft = new Draft(path, '');
  const source = texts(path) === undefined ? sourceOf(path, 'rater', '') : undefined;
  const outcome = source && addEntry(source, [], key, value);
  if (!outcome?.ok) return [];
  draft.edit(outcome.value);
  return [{ ...fix, change: { edits: [], moves: [], created: [{ path, text: draft.text }] } }];
}

/** The raters of the review who may add a study: those it names, else its reviewers, else those who have begun. */
function ratersFor({ settings, files }: Review, { data }: Diagnosis): readonly string[] {
  if (data.rater !== undefined) return fileName.test(String(data.rater)) ? [String(data.rater)] : [];
  const told = settings.raters.length > 0 ? settings.raters : settings.reviewers.map(each => each.id);
  const names =
    told.length > 0
      ? told.map(each => each.value)
      : [...files.keys()].flatMap(path => /^appraisals\/([^/]+)\.ya?ml$/.exec(path)?.[1] ?? []);
  return names.filter(name => fileName.test(name) && foldId(name) !== 'consensus').slice(0, mostRaters);
}

function pathOfRater({ files }: Review, rater: string): string {
  const [usual, other] = [`appraisals/${rater}.yaml`, `appraisals/${rater}.yml`];
  return files.has(other) && !files.has(usual) ? other : usual;
}
