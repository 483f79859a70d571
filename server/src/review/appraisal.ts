import type { AnswerId, Checklist } from '../standards/checklist.js';
import { readAnswer } from '../standards/checklist.js';
import { scoringNamed, total } from '../standards/scoring.js';
import type { FileFacts, Settings, StudyFacts } from '../syntax/facts.js';
import { baseName } from '../syntax/read.js';
import { foldId } from '../text/words.js';
import type { Appraisal, RaterAnswers, Sourced } from './model.js';

/** The band of a total: the last of those that begin at it or below; undefined where there is none. */
export function bandOf(total: number | undefined, bands: Settings['bands']): string | undefined {
  if (total === undefined) return undefined;
  return bands.findLast(({ from }) => from <= total)?.name;
}

/** The name under which the settled answers stand. */
export const consensusName = 'consensus';

/** The answers that stand in the study itself. Those without a rater's name are the review's own. */
export function inlineRatings({ facts, file, chunk }: Sourced<StudyFacts>): RaterAnswers[] {
  return facts.ratings.map(rating => ({ rater: rating.rater || consensusName, rating, file, chunk }));
}

/** What is known of one study's appraisal, from its own file and from the raters' files. */
export function appraisalOf(
  study: Sourced<StudyFacts>,
  inFiles: readonly RaterAnswers[],
  checklist: Checklist | undefined,
  settings: Settings,
): Appraisal {
  const all = [...inFiles, ...inlineRatings(study)];
  const consensus = all.find(each => isSameName(each.rater, consensusName));
  const raters = all.filter(each => !isSameName(each.rater, consensusName));
  const items = agreedAnswers(raters, consensus, checklist, settings);
  const agreed = new Map<string, string>();
  items.forEach((answer, index) => {
    if (answer !== undefined) agreed.set(String(checklist!.items[index]!.number), answer);
  });
  const complete = items.length > 0 && agreed.size === items.length;
  const stated = statedTotal(study.facts);
  const convention = scoringNamed(settings.scoring.value);
  const derived = complete && convention ? total(convention, items) : undefined;
  return { raters, consensus, agreed, complete, stated, derived, total: derived ?? stated };
}

/** The answers that hold, item by item as the checklist lists them. */
function agreedAnswers(
  raters: readonly RaterAnswers[],
  consensus: RaterAnswers | undefined,
  checklist: Checklist | undefined,
  settings: Settings,
): (AnswerId | undefined)[] {
  if (!checklist) return [];
  const agreed = consensus ? answersOf(consensus, checklist) : new Array<AnswerId | undefined>(checklist.items.length);
  // What one of two raters says does not hold until the other has said it too.
  if (raters.length === 0 || settings.raters.some(told => !raters.some(each => isSameName(each.rater, told.value)))) {
    return agreed;
  }
  const given = raters.map(each => answersOf(each, checklist));
  // Nor is it told what they say alike before all of them are done: who has answered could read the other's answers in it.
  if (given.length > 1 && given.some(answers => answers.includes(undefined))) return agreed;
  const first = given[0]!;
  for (let item = 0; item < agreed.length; item++) {
    if (agreed[item] !== undefined) continue;
    const answer = first[item];
    if (answer !== undefined && given.every(answers => answers[item] === answer)) agreed[item] = answer;
  }
  return agreed;
}

/** A rater's answers, item by item as the checklist lists them. Of two answers to one question the later one counts. */
function answersOf({ rating }: RaterAnswers, checklist: Checklist): (AnswerId | undefined)[] {
  const { items } = checklist;
  const answers = new Array<AnswerId | undefined>(items.length);
  for (const { item, answer } of rating.answers) {
    const number = item.trim();
    const index = items.findIndex(each => String(each.number) === number);
    if (index >= 0) answers[index] = readAnswer(checklist, answer);
  }
  return answers;
}

/** A rater's answer to a question, as the checklist's id for it; undefined where there is none that is known. */
export function answerTo(rater: RaterAnswers, item: string, checklist: Checklist): AnswerId | undefined {
  const answer = rater.rating.answers.findLast(each => each.item.trim() === item)?.answer;
  return answer === undefined ? undefined : readAnswer(checklist, answer);
}

/** Whether every rater whom the review names, and at least two of them, have answered every question for a study. */
export function ratersDone({ raters }: Appraisal, checklist: Checklist, settings: Settings): boolean {
  if (settings.raters.some(told => !raters.some(each => isSameName(each.rater, told.value)))) return false;
  return (
    raters.length >= 2 &&
    raters.every(each => checklist.items.every(({ number }) => answerTo(each, String(number), checklist) !== undefined))
  );
}

/** Nearly all names are written the same way everywhere, and comparing them so costs nothing. */
export function isSameName(a: string, b: string): boolean {
  return a === b || foldId(a) === foldId(b);
}

/** The total that a study states itself, when it is a number. */
export function statedTotal({ total }: StudyFacts): number | undefined {
  const text = total?.value.trim();
  return text !== undefined && /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** True for a file of raters' answers that holds the settled ones. */
export function isConsensusFile(file: FileFacts): boolean {
  return file.kind === 'rater' && foldId(baseName(file.path)) === consensusName;
}
