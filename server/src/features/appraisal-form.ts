import * as l10n from '@vscode/l10n';
import { pathOfRater } from '../editing/questions.js';
import { answerTo, bandOf, consensusName, isSameName } from '../review/appraisal.js';
import {
  type Appraiser,
  answeredBy,
  appraiserNamed,
  appraisersOf,
  maySeeAll,
  ratersOf,
  setsByRater,
} from '../review/appraisers.js';
import type { RaterAnswers, Review, Study } from '../review/model.js';
import type { AnswerId, Checklist, ChecklistItem } from '../standards/checklist.js';
import { outOf, scoringNamed, total } from '../standards/scoring.js';
import { isBroken } from '../syntax/broken.js';
import { foldId } from '../text/words.js';

/**
 * What a form for appraising one study shows to one person. It holds the answers of others only where that person may see them: the
 * form is made here, and nobody further out decides what is blind.
 */
export interface AppraisalForm {
  readonly study: { readonly key: string; readonly name: string; readonly path: string };
  readonly reviewer: Appraiser;
  readonly checklist: {
    readonly title: string;
    readonly version: string;
    readonly link: string;
    readonly answers: readonly FormAnswer[];
  };
  /** The questions with the reviewer's own answers; none for the arbiter, who gives none. */
  readonly questions: readonly FormQuestion[];
  /** How many of the questions the reviewer has answered. */
  readonly answered: number;
  /** Of how many of the included studies the reviewer has answered every question. */
  readonly done: Progress;
  /** The same of the other raters: all that is told of them while the reviewer is blind. */
  readonly others: readonly Progress[];
  /** What the review's convention makes of the reviewer's answers; undefined where it declares none, or while any is missing. */
  readonly total?: FormTotal;
  readonly previous?: StudyName;
  readonly next?: StudyName;
  /** Where the answers are written, and whether something there cannot be read. */
  readonly file: { readonly path: string; readonly exists: boolean; readonly broken: boolean };
  /** What all raters say, once the reviewer may see it. */
  readonly comparison?: Comparison;
}

export interface FormAnswer {
  readonly id: AnswerId;
  readonly label: string;
  /** The letter that gives the answer. */
  readonly letter: string;
}

export interface Question {
  readonly number: string;
  readonly label: string;
  readonly question: string;
  readonly lookFor: readonly string[];
}

export interface FormQuestion extends Question {
  readonly section?: string;
  readonly screening: boolean;
  readonly answer?: AnswerId;
  /** What stands there in place of an answer that the checklist knows. */
  readonly unknown?: string;
  readonly because: string;
}

export interface Progress {
  readonly rater: string;
  readonly done: number;
  readonly of: number;
}

export interface FormTotal {
  readonly sum: number;
  readonly of?: number;
  readonly band?: string;
}

export interface StudyName {
  readonly key: string;
  readonly name: string;
}

/** One rater's answer to a question, or the one that settles it. */
export interface GivenAnswer {
  readonly answer?: AnswerId;
  readonly because: string;
}

export interface ComparedQuestion extends Question {
  /** In the order of the comparison's raters. */
  readonly given: readonly GivenAnswer[];
  /** What stands in the consensus. */
  readonly settled?: GivenAnswer;
}

/** What the raters of a study say, side by side. */
export interface Comparison {
  readonly raters: readonly string[];
  /** Questions that they answer in different ways, or that the consensus speaks of. */
  readonly differing: readonly ComparedQuestion[];
  readonly alike: readonly ComparedQuestion[];
  /** How many of those that differ are not settled yet. */
  readonly open: number;
  /** Who has settled, or will unless somebody says otherwise. */
  readonly by: readonly string[];
  /** Whether the file says so already. */
  readonly byWritten: boolean;
  /** Who may settle. */
  readonly people: readonly Appraiser[];
  /** What the convention makes of the answers that hold. */
  readonly total?: FormTotal;
}

/** One study as a list of studies shows it to a reviewer. */
export interface StudyProgress extends StudyName {
  readonly state: 'not begun' | 'begun' | 'done';
  /** The same in words, with what is left to settle once the reviewer may know it. */
  readonly words: string;
  /** How many answers are left to settle, where there are any and the reviewer may know it. */
  readonly open?: number;
}

/** The people of a review's appraisal, and its studies as one of them sees them. */
export interface AppraisalList {
  /** False where the review names no checklist that is known, so that nothing can be appraised. */
  readonly known: boolean;
  readonly people: readonly Appraiser[];
  /** The one of them who was asked for. */
  readonly reviewer?: Appraiser;
  /** In the order of the table; empty unless the reviewer is one of these people. */
  readonly studies: readonly StudyProgress[];
}

/** The studies of a review with their states, for somebody to choose one. */
export function appraisalList(review: Review, reviewer: string): AppraisalList {
  const { checklist } = review;
  const person = appraiserNamed(review, reviewer);
  const studies = checklist && person ? review.studies.map(study => progressOf(review, study, person, checklist)) : [];
  return {
    known: checklist !== undefined,
    people: appraisersOf(review),
    ...(person && { reviewer: person }),
    studies,
  };
}

/** The form for a study; undefined where there is no such study, no known checklist, or the reviewer is nobody who appraises. */
export function appraisalForm(review: Review, key: string, reviewer: string): AppraisalForm | undefined {
  const { checklist } = review;
  const study = review.studyById.get(foldId(key));
  const person = appraiserNamed(review, reviewer);
  if (!checklist || !study || !person) return undefined;
  const own = study.appraisal.raters.filter(each => isSameName(each.rater, person.id));
  const questions = person.role === 'rater' ? checklist.items.map(item => formQuestion(item, own, checklist)) : [];
  const raters = ratersOf(review);
  const place = review.studies.indexOf(study);
  const [previous, next] = [review.studies[place - 1], review.studies[place + 1]];
  const sum = totalOf(
    review,
    questions.map(each => each.answer),
  );
  const comparison = maySeeAll(review, study, person) ? comparisonOf(review, study, person, checklist) : undefined;
  return {
    study: { key: study.facts.key, name: study.name, path: study.file.path },
    reviewer: person,
    checklist: {
      title: checklist.title,
      version: checklist.version,
      link: checklist.link,
      answers: withLetters(checklist),
    },
    questions,
    answered: questions.filter(each => each.answer !== undefined).length,
    done: doneBy(review, person, checklist),
    others: raters
      .filter(each => !isSameName(each, person.id))
      .map(id => doneBy(review, { id, role: 'rater' }, checklist)),
    ...(sum && { total: sum }),
    ...(previous && { previous: nameOf(previous) }),
    ...(next && { next: nameOf(next) }),
    file: fileOf(review, study, person, own),
    ...(comparison && { comparison }),
  };
}

function nameOf({ facts, name }: Study): StudyName {
  return { key: facts.key, name };
}

/** Where what the person says is written: the arbiter writes nothing but the consensus. */
function fileOf(review: Review, study: Study, { id, role }: Appraiser, own: readonly RaterAnswers[]) {
  const settled = study.appraisal.consensus;
  const path =
    role === 'arbiter'
      ? (settled?.file.path ?? pathOfRater(review, consensusName))
      : (own[0]?.file.path ?? pathOfRater(review, id));
  const file = review.files.get(path);
  return { path, exists: file !== undefined, broken: file?.chunks.some(isBroken) ?? false };
}

function formQuestion(item: ChecklistItem, own: readonly RaterAnswers[], checklist: Checklist): FormQuestion {
  const number = String(item.number);
  const given = ofRater(own, number, checklist);
  const written = own.flatMap(({ rating }) => rating.answers.filter(each => each.item.trim() === number));
  return {
    ...questionOf(item),
    ...(item.section !== undefined && { section: item.section }),
    screening: item.screening === true,
    ...given,
    ...(given.answer === undefined && written[0] && { unknown: written[0].answer }),
  };
}

function questionOf({ number, label, question, lookFor }: ChecklistItem): Question {
  return { number: String(number), label, question, lookFor };
}

/** What a rater says of a question, in the first of their sets of answers that says anything. */
function ofRater(sets: readonly RaterAnswers[], number: string, checklist: Checklist): GivenAnswer {
  const answer = sets.map(each => answerTo(each, number, checklist)).find(each => each !== undefined);
  const reasons = sets.flatMap(({ rating }) => [
    ...rating.answers.filter(each => each.item.trim() === number).map(each => each.because ?? ''),
    ...rating.reasons.filter(each => each.item.trim() === number).map(each => each.because),
  ]);
  return { ...(answer !== undefined && { answer }), because: reasons.find(each => each !== '') ?? '' };
}

function totalOf(review: Review, answers: readonly (AnswerId | undefined)[]): FormTotal | undefined {
  const convention = scoringNamed(review.settings.scoring.value);
  const sum = convention && total(convention, answers);
  if (!convention || sum === undefined) return undefined;
  const most = outOf(convention, answers);
  const band = bandOf(sum, review.settings.bands);
  return { sum, ...(most !== undefined && { of: most }), ...(band !== undefined && { band }) };
}

/** A letter for each answer: the first of its label's that no earlier one has. */
function withLetters({ answers }: Checklist): FormAnswer[] {
  const taken = new Set<string>();
  return answers.map(({ id, label }) => {
    const letter = [...label.toLowerCase()].find(each => /\p{L}/u.test(each) && !taken.has(each)) ?? '';
    taken.add(letter);
    return { id, label, letter };
  });
}

function comparisonOf(review: Review, study: Study, person: Appraiser, checklist: Checklist): Comparison {
  const sets = setsByRater(study);
  const { consensus, agreed } = study.appraisal;
  const raters = sets.map(each => each.rater);
  const all = study.appraisal.raters;
  const compared = checklist.items.map((item): ComparedQuestion => {
    const number = String(item.number);
    const given = raters.map(rater =>
      ofRater(
        all.filter(each => isSameName(each.rater, rater)),
        number,
        checklist,
      ),
    );
    const settled = consensus && ofRater([consensus], number, checklist);
    const speaks = settled && (settled.answer !== undefined || settled.because !== '');
    return { ...questionOf(item), given, ...(speaks && { settled }) };
  });
  const differs = ({ given, settled }: ComparedQuestion): boolean =>
    settled !== undefined || new Set(given.map(each => each.answer)).size > 1;
  const differing = compared.filter(differs);
  const written = consensus?.rating.by ?? [];
  const open = differing.filter(each => each.settled?.answer === undefined).length;
  const sum = totalOf(
    review,
    checklist.items.map(({ number }) => agreed.get(String(number))),
  );
  return {
    raters,
    differing,
    alike: compared.filter(each => !differs(each)),
    open,
    by: settlers(written, raters, person, open),
    byWritten: written.length > 0,
    people: appraisersOf(review),
    ...(sum && { total: sum }),
  };
}

/** Who has settled what differed, and will settle what is left: the raters together, or the arbiter who asks. */
function settlers(written: readonly string[], raters: readonly string[], person: Appraiser, open: number) {
  if (person.role === 'rater') return written.length > 0 ? written : raters;
  return open === 0 || written.some(each => isSameName(each, person.id)) ? written : [...written, person.id];
}

/** A study's state for a person who appraises: of their own answers for a rater, of what is left to settle for the arbiter. */
export function progressOf(review: Review, study: Study, person: Appraiser, checklist: Checklist): StudyProgress {
  const name = nameOf(study);
  const open = maySeeAll(review, study, person) ? comparisonOf(review, study, person, checklist).open : undefined;
  if (person.role === 'arbiter') {
    if (open === undefined) return { ...name, state: 'not begun', words: l10n.t('the raters have not finished') };
    if (open > 0) return { ...name, state: 'begun', words: l10n.t('{0} to settle', open), open };
    return { ...name, state: 'done', words: l10n.t('settled') };
  }
  const answered = answeredBy(study, person.id, checklist);
  const all = checklist.items.length;
  if (answered === 0) return { ...name, state: 'not begun', words: l10n.t('not begun') };
  if (answered < all) return { ...name, state: 'begun', words: l10n.t('{0} of {1} answered', answered, all) };
  const words =
    open === undefined ? l10n.t('done') : open > 0 ? l10n.t('done, {0} to settle', open) : l10n.t('settled');
  return { ...name, state: 'done', words, ...(open !== undefined && open > 0 && { open }) };
}

/** How many studies a rater is done with; for the arbiter how many have nothing left to settle. */
function doneBy(review: Review, person: Pick<Appraiser, 'id' | 'role'>, checklist: Checklist): Progress {
  const isDone = (study: Study): boolean => {
    if (person.role === 'rater') return answeredBy(study, person.id, checklist) === checklist.items.length;
    const arbiter: Appraiser = { ...person, name: person.id };
    return maySeeAll(review, study, arbiter) && comparisonOf(review, study, arbiter, checklist).open === 0;
  };
  return { rater: person.id, done: review.studies.filter(isDone).length, of: review.studies.length };
}
