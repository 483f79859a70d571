import type { Checklist } from '../../standards/checklist.js';
import { foldId } from '../../text/words.js';
import { answerTo, ratersDone } from '../appraisal.js';
import type { Appraisal, Review, Study } from '../model.js';
import { type Comparison, isOrdered } from './comparison.js';

/**
 * How raters answered, before any consensus. The unit is a study and a question of the checklist. Studies that not everybody has
 * finished are left out: whoever has answered could read in the comparison what another has said so far.
 */
export interface AppraisalComparison extends Comparison {
  /** The studies compared and the numbers of the questions: the units of a study follow one another, in this order. */
  readonly studies: readonly Study[];
  readonly items: readonly string[];
  /** How many other studies have answers of two raters or more. */
  readonly unfinished: number;
}

/** The raters are those whom `metasynth.yaml` names, or else everybody who has answered. Undefined with fewer than two. */
export function appraisalComparison(review: Review): AppraisalComparison | undefined {
  const { checklist, settings } = review;
  if (!checklist) return undefined;
  const raters = settings.raters.length > 0 ? settings.raters.map(told => told.value) : namesIn(review);
  if (raters.length < 2) return undefined;
  const items = checklist.items.map(({ number }) => String(number));
  let unfinished = 0;
  const studies: Study[] = [];
  const units: (number | undefined)[][] = [];
  for (const study of review.studies) {
    const answers = placesOf(study.appraisal, raters, checklist);
    if (!ratersDone(study.appraisal, checklist, settings)) {
      if (answers.some(unit => unit.filter(said => said !== undefined).length >= 2)) unfinished++;
      continue;
    }
    studies.push(study);
    units.push(...answers);
  }
  if (studies.length + unfinished === 0) return undefined;
  const categories = checklist.answers.map(each => each.label);
  return { raters, categories, ordered: isOrdered(checklist), studies, items, units, unfinished };
}

/** What each rater answered, question by question, as the place of the answer in the checklist; undefined where nothing is known. */
export function placesOf(
  appraisal: Appraisal,
  raters: readonly string[],
  checklist: Checklist,
): (number | undefined)[][] {
  const given = raters.map(name => appraisal.raters.find(each => foldId(each.rater) === foldId(name)));
  return checklist.items.map(({ number }) =>
    given.map(rater => {
      const id = rater && answerTo(rater, String(number), checklist);
      const place = checklist.answers.findIndex(each => each.id === id);
      return place < 0 ? undefined : place;
    }),
  );
}

/** As they are written where they stand first. */
function namesIn(review: Review): string[] {
  const names = new Map<string, string>();
  for (const study of review.studies) {
    for (const { rater } of study.appraisal.raters) if (!names.has(foldId(rater))) names.set(foldId(rater), rater);
  }
  return [...names.values()].sort();
}

/** The units of some studies, of some questions. */
export function appraisalOn(
  comparison: AppraisalComparison,
  wanted: { readonly studies?: (study: Study) => boolean; readonly item?: string },
): Comparison {
  const { studies, items, units } = comparison;
  const kept = units.filter((_, index) => {
    const study = studies[Math.floor(index / items.length)]!;
    if (wanted.studies && !wanted.studies(study)) return false;
    return wanted.item === undefined || items[index % items.length] === wanted.item;
  });
  return { ...comparison, units: kept };
}
