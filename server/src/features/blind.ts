import { consensusName, isSameName } from '../review/appraisal.js';
import { appraiserNamed, maySeeAll } from '../review/appraisers.js';
import type { Review } from '../review/model.js';
import type { Diagnosis } from '../rules/diagnosis.js';
import { ruleNamed } from '../rules/judge.js';
import { baseName } from '../syntax/read.js';
import { foldId } from '../text/words.js';

/**
 * Whether a diagnosis would show somebody how another rater has answered while they have no business to see it: one of a rule
 * that reveals answers, in another's file, about a study that not all raters have finished. Nothing is hidden from those who
 * are no raters, nor from anybody who has not said who they are.
 */
export function isHiddenFrom(reviewer: string, diagnosis: Diagnosis, review: Review): boolean {
  if (reviewer === '' || ruleNamed(diagnosis.code)?.reveals !== true) return false;
  const person = appraiserNamed(review, reviewer);
  if (!person) return false;
  const rating = ratingAt(diagnosis, review);
  if (!rating || isSameName(rating.rater, person.id) || isSameName(rating.rater, consensusName)) return false;
  const study = review.studyById.get(foldId(rating.study));
  return study !== undefined && !maySeeAll(review, study, person);
}

/** A complaint that is said once for many, without the places beside it that would show how others have answered. */
export function withoutOthers(reviewer: string, diagnosis: Diagnosis): Diagnosis {
  const reveals = diagnosis.shared && reviewer !== '' && ruleNamed(diagnosis.code)?.reveals === true;
  return reveals ? { ...diagnosis, related: [] } : diagnosis;
}

/** Whose answers a diagnosis stands at, and of which study. */
function ratingAt({ path, range, data }: Diagnosis, review: Review): { rater: string; study: string } | undefined {
  const file = review.files.get(path);
  if (file?.kind === 'rater') {
    const chunks = file.chunks.filter(({ line, facts }) => facts.kind === 'rating' && line <= range.line);
    const facts = chunks.at(-1)?.facts;
    return facts?.kind === 'rating' ? { rater: baseName(path), study: facts.rating.study } : undefined;
  }
  const [chunk] = file?.chunks ?? [];
  if (chunk?.facts.kind !== 'study' || typeof data.rater !== 'string') return undefined;
  return { rater: data.rater, study: chunk.facts.key };
}
