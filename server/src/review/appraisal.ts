import type { Checklist } from '../standards/checklist.js';
import { readAnswer } from '../standards/checklist.js';
import { scoringNamed, total } from '../standards/scoring.js';
import type { FileFacts, Settings, StudyFacts } from '../syntax/facts.js';
import { baseName } from '../syntax/read.js';
import { foldId } from '../text/words.js';
import type { Appraisal, RaterAnswers, Sourced } from './model.js';

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
  const consensus = all.find(each => foldId(each.rater) === consensusName);
  const raters = all.filter(each => foldId(each.rater) !== consensusName);
  const agreed = agreedAnswers(raters, consensus, checklist, settings);
  const items = checklist?.items.map(item => agreed.get(String(item.number))) ?? [];
  const complete = items.length > 0 && items.every(answer => answer !== undefined);
  const stated = statedTotal(study.facts);
  const convention = scoringNamed(settings.scoring.value);
  const derived = complete && convention ? total(convention, items) : undefined;
  return { raters, consensus, agreed, complete, stated, derived, total: derived ?? stated };
}

function agreedAnswers(
  raters: readonly RaterAnswers[],
  consensus: RaterAnswers | undefined,
  checklist: Checklist | undefined,
  settings: Settings,
): Map<string, string> {
  const agreed = new Map<string, string>();
  if (!checklist) return agreed;
  const answersOf = (each: RaterAnswers): Map<string, string | undefined> =>
    new Map(each.rating.answers.map(answer => [answer.item.trim(), readAnswer(checklist, answer.answer)]));
  const settled = consensus && answersOf(consensus);
  const given = raters.map(answersOf);
  // What one of two raters says does not hold until the other has said it too.
  const awaited = settings.raters.some(told => !raters.some(each => foldId(each.rater) === foldId(told.value)));
  for (const item of checklist.items) {
    const number = String(item.number);
    const first = given[0]?.get(number);
    const alike = !awaited && first !== undefined && given.every(answers => answers.get(number) === first);
    const answer = settled?.get(number) ?? (alike ? first : undefined);
    if (answer !== undefined) agreed.set(number, answer);
  }
  return agreed;
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
