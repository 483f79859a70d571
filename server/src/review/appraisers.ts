import type { Checklist } from '../standards/checklist.js';
import { foldId } from '../text/words.js';
import { answerTo, isSameName, ratersDone } from './appraisal.js';
import type { RaterAnswers, Review, Study } from './model.js';

/** Somebody who appraises studies, or settles what the raters cannot agree on. */
export interface Appraiser {
  /** As the review writes it. */
  readonly id: string;
  /** As `reviewers:` gives it; the initials where it does not. */
  readonly name: string;
  readonly role: 'rater' | 'arbiter';
}

/** No list of raters is read further than this. */
const mostRaters = 6;

/** A rater's name can be that of a file only as long as it is one on every system. */
const fileName = /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u;

export function isFileName(name: string): boolean {
  return fileName.test(name);
}

/** The raters of the review who may add a study: those it names, else its reviewers, else those who have begun. */
export function ratersOf({ settings, files }: Review): readonly string[] {
  const told = settings.raters.length > 0 ? settings.raters : settings.reviewers.map(each => each.id);
  const names =
    told.length > 0
      ? told.map(each => each.value)
      : [...files.keys()].flatMap(path => /^appraisals\/([^/]+)\.ya?ml$/.exec(path)?.[1] ?? []);
  return names.filter(name => isFileName(name) && foldId(name) !== 'consensus').slice(0, mostRaters);
}

/** The raters, and the arbiter where there is one who is no rater. */
export function appraisersOf(review: Review): readonly Appraiser[] {
  const raters = ratersOf(review).map(id => appraiser(review, id, 'rater'));
  const arbiter = review.settings.arbiter?.value;
  if (arbiter === undefined || raters.some(each => isSameName(each.id, arbiter))) return raters;
  return [...raters, appraiser(review, arbiter, 'arbiter')];
}

/** The rater or arbiter of that name; undefined for anybody else. */
export function appraiserNamed(review: Review, name: string): Appraiser | undefined {
  return appraisersOf(review).find(each => isSameName(each.id, name));
}

function appraiser({ settings }: Review, id: string, role: Appraiser['role']): Appraiser {
  const name = settings.reviewers.find(each => isSameName(each.id.value, id))?.name ?? '';
  return { id, name: name === '' ? id : name, role };
}

/** How many questions of a study a rater has answered with an answer that the checklist knows. */
export function answeredBy({ appraisal }: Study, rater: string, checklist: Checklist): number {
  const sets = appraisal.raters.filter(each => isSameName(each.rater, rater));
  if (sets.length === 0) return 0;
  return checklist.items.filter(item => sets.some(each => answerTo(each, String(item.number), checklist) !== undefined))
    .length;
}

/**
 * Whether somebody may see what each rater says of a study: the arbiter once all raters have answered every question, a rater
 * once they have themselves, too, whoever else has.
 */
export function maySeeAll(review: Review, study: Study, { id, role }: Appraiser): boolean {
  const { checklist, settings } = review;
  if (!checklist || !ratersDone(study.appraisal, checklist, settings)) return false;
  return role === 'arbiter' || answeredBy(study, id, checklist) === checklist.items.length;
}

/** The sets of answers of a study, one for each rater: of a rater's several the first. */
export function setsByRater({ appraisal }: Study): readonly RaterAnswers[] {
  const { raters } = appraisal;
  return raters.filter((each, index) => raters.findIndex(other => isSameName(other.rater, each.rater)) === index);
}
