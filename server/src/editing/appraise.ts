import * as l10n from '@vscode/l10n';
import { answerTo, consensusName, isSameName, ratersDone } from '../review/appraisal.js';
import { isFileName } from '../review/appraisers.js';
import type { RaterAnswers, Review, Study } from '../review/model.js';
import { type AnswerId, type Checklist, readAnswer } from '../standards/checklist.js';
import { isBroken } from '../syntax/broken.js';
import { appraisalKeys } from '../syntax/read-study.js';
import { child, entriesOf, type Path } from '../syntax/yaml/access.js';
import { foldId } from '../text/words.js';
import { type AnswerPlace, clearAnswer, settledBy, writeAnswer, writeReason } from './answers.js';
import { type Change, editing, type Texts } from './change.js';
import { Draft, done, type Outcome, refused } from './pieces.js';
import { sourceOf } from './places.js';
import { pathOfRater } from './questions.js';
import type { YamlSource } from './yaml-source.js';

/** What a rater says of one question. What is left out stays as it is. */
export interface Given {
  /** The study's key. */
  readonly study: string;
  /** The question's number. */
  readonly item: string;
  /** An answer's id, or null to take the answer back. */
  readonly answer?: AnswerId | null;
  /** The reason; white space at its ends says nothing. An empty one is taken out. */
  readonly because?: string;
}

export interface GivenByRater extends Given {
  readonly rater: string;
}

export interface Settled extends Given {
  /** Who settles it. */
  readonly by?: readonly string[];
}

/** The files whose texts `answerQuestion` needs; `settle` those of the consensus. */
export function filesForAnswer(review: Review, study: string, rater: string): readonly string[] {
  const found = review.studyById.get(foldId(study));
  return [...new Set([pathOfRater(review, rater), ...setsOf(found, rater).map(each => each.file.path)])];
}

export function filesForSettling(review: Review, study: string): readonly string[] {
  return filesForAnswer(review, study, consensusName);
}

/** Writes a rater's answer, or its reason, where their answers for the study stand: in their file unless elsewhere already. */
export function answerQuestion(review: Review, texts: Texts, given: GivenByRater): Outcome<Change> {
  if (isSameName(given.rater, consensusName) || !isFileName(given.rater)) {
    return refused(l10n.t('"{0}" cannot be the name of a rater.', given.rater));
  }
  return changed(review, texts, given, given.rater, writer => written(writer, given));
}

/**
 * Writes what holds where raters differ. Refused before all raters have answered, and where they say the same: the consensus
 * holds only what differed.
 */
export function settle(review: Review, texts: Texts, given: Settled): Outcome<Change> {
  const { checklist, settings } = review;
  const study = review.studyById.get(foldId(given.study));
  if (study && checklist && typeof given.answer === 'string') {
    if (!ratersDone(study.appraisal, checklist, settings)) {
      return refused(l10n.t('Not all raters have answered every question of {0} yet.', study.name));
    }
    const answers = new Set(study.appraisal.raters.map(each => answerTo(each, given.item, checklist)));
    if (answers.size === 1) return refused(l10n.t('All raters say the same here, so that nothing is to be settled.'));
  }
  return changed(review, texts, given, consensusName, writer => {
    const outcome = written(writer, given);
    if (!outcome.ok || given.by === undefined) return outcome;
    return settledBy(writer, given.by);
  });
}

function written(place: AnswerPlace, { answer, because }: Given): Outcome<void> {
  if (because !== undefined && because.trim() === '') {
    const outcome = writeReason(place, '');
    if (!outcome.ok) return outcome;
  }
  if (answer !== undefined) {
    const label = place.checklist.answers.find(each => each.id === answer)?.label;
    if (answer !== null && label === undefined) {
      return refused(l10n.t('The checklist has no answer "{0}".', answer));
    }
    const outcome = label === undefined ? clearAnswer(place) : writeAnswer(place, label.toLowerCase());
    if (!outcome.ok) return outcome;
  }
  return because === undefined || because.trim() === '' ? done(undefined) : writeReason(place, because);
}

/** Finds where a question is answered, and makes a change of what is done there. */
function changed(
  review: Review,
  texts: Texts,
  { study: key, item }: Given,
  rater: string,
  write: (place: AnswerPlace) => Outcome<void>,
): Outcome<Change> {
  const { checklist } = review;
  const study = review.studyById.get(foldId(key));
  if (!study) return refused(l10n.t('No included study is called "{0}".', key));
  if (!checklist) return refused(l10n.t('The review names no checklist that is known here.'));
  if (!checklist.items.some(each => String(each.number) === item)) {
    return refused(l10n.t('The checklist has no question {0}.', item));
  }
  const { path, kind, find } = placeOf(review, study, rater, item, checklist);
  const text = texts(path);
  const known = review.files.has(path);
  // A file that lies there and is no part of the review is not ours to write over.
  if (known !== (text !== undefined)) return refused(l10n.t('{0} cannot be read.', path));
  if (review.files.get(path)?.chunks.some(isBroken)) {
    return refused(l10n.t('Something in {0} cannot be read. Mend it first: the Problems view says where.', path));
  }
  const draft = new Draft(path, text ?? '');
  const source = (): YamlSource | undefined => sourceOf(path, kind, draft.text);
  const outcome = write({ draft, source, find, key: study.facts.key, item, checklist });
  if (!outcome.ok) return refused(l10n.t('{0} was not changed. {1}', path, outcome.reason));
  if (known) return done(editing(draft.edits()));
  return done({ edits: [], moves: [], created: draft.text === '' ? [] : [{ path, text: draft.text }] });
}

interface Where {
  readonly path: string;
  readonly kind: 'study' | 'rater';
  readonly find: AnswerPlace['find'];
}

/** Where a rater's answer to a question stands or belongs: in the set of answers that has it, else in the first one. */
function placeOf(review: Review, study: Study, rater: string, item: string, checklist: Checklist): Where {
  const sets = setsOf(study, rater);
  const own = sets.find(each => holds(each, item, checklist)) ?? sets[0];
  if (own?.file.kind !== 'study') {
    return {
      path: own?.file.path ?? pathOfRater(review, rater),
      kind: 'rater',
      find: root => {
        const key = entriesOf(root).find(each => foldId(each.key) === study.id)?.key;
        return key === undefined ? undefined : [key];
      },
    };
  }
  return { path: own.file.path, kind: 'study', find: root => inStudy(root, own.rating.rater) };
}

/** Where answers stand in the study itself: below the checklist's name, and below the rater's unless they have none. */
function inStudy(root: YamlSource['root'], rater: string): Path | undefined {
  const field = appraisalKeys.find(key => child(root, key) !== undefined);
  if (field === undefined) return undefined;
  if (rater === '') return [field];
  const key = entriesOf(child(root, field)).find(each => isSameName(each.key, rater))?.key;
  return key === undefined ? undefined : [field, key];
}

function setsOf(study: Study | undefined, rater: string): readonly RaterAnswers[] {
  if (!study) return [];
  const { raters, consensus } = study.appraisal;
  return [...raters, ...(consensus ? [consensus] : [])].filter(each => isSameName(each.rater, rater));
}

function holds({ rating }: RaterAnswers, item: string, checklist: Checklist): boolean {
  return (
    rating.answers.some(each => each.item.trim() === item && readAnswer(checklist, each.answer) !== undefined) ||
    rating.reasons.some(each => each.item.trim() === item)
  );
}
