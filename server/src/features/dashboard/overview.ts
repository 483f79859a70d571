import { answeredBy, ratersOf } from '../../review/appraisers.js';
import type { Construct, Review } from '../../review/model.js';
import { neverCited } from '../../review/support.js';
import type { Diagnosis } from '../../rules/diagnosis.js';
import { constructPlace, type DashboardPlace, type Linked, linkedStudy, type Some, some } from './place.js';
import { type Problem, type ProblemGroup, problemGroups } from './problems.js';

/** How far the review is: numbers alone, and what is left to look at. */
export interface Overview {
  readonly kind: 'overview';
  readonly studies: number;
  readonly themes: number;
  readonly constructs: number;
  readonly findings: number;
  /** Undefined where the review names no checklist that is known. */
  readonly appraisal?: AppraisalProgress;
  readonly coverage: readonly Coverage[];
  /** Included studies that no finding cites. */
  readonly neverCited: Some<Linked>;
  readonly problems: readonly ProblemGroup[];
  /** Generated blocks that no longer say what the data say. They are among the problems, too. */
  readonly stale: readonly Problem[];
}

/** How far raters are: how many studies each is done with, and nothing of what they say. */
export interface AppraisalProgress {
  readonly raters: readonly { readonly rater: string; readonly done: number; readonly begun: number }[];
  /** Studies of which every question has an answer that holds. */
  readonly settled: number;
  readonly of: number;
}

/** How well a construct is carried and supported. */
export interface Coverage {
  readonly label: string;
  readonly place: DashboardPlace;
  /** Studies that carry its themes, and studies that are cited under it. */
  readonly carrying: number;
  readonly cited: number;
  readonly findings: number;
}

/** More studies than these are not named. */
const mostNamed = 20;

/** @param problems what whoever looks is told of the review, as the Problems view shows it */
export function overview(review: Review, problems: readonly Diagnosis[]): Overview {
  const appraisal = progressOf(review);
  const isStale = ({ code }: Diagnosis): boolean => code === 'block.stale';
  return {
    kind: 'overview',
    studies: review.studyCount,
    themes: review.themeCount(),
    constructs: review.constructById.size,
    findings: review.findingCount(),
    ...(appraisal && { appraisal }),
    coverage: review.constructs.map(coverageOf),
    neverCited: some(neverCited(review), mostNamed, linkedStudy),
    problems: problemGroups(problems, review),
    stale: problems.filter(isStale).map(({ message, path, range }) => ({ message, place: { path, ...range } })),
  };
}

function progressOf(review: Review): AppraisalProgress | undefined {
  const { checklist, studies } = review;
  if (!checklist) return undefined;
  const all = checklist.items.length;
  const raters = ratersOf(review).map(rater => ({ rater, done: 0, begun: 0 }));
  let settled = 0;
  // Study by study: its appraisal is put together once for all raters.
  for (const study of studies) {
    for (const progress of raters) {
      const answered = answeredBy(study, progress.rater, checklist);
      if (answered === all) progress.done++;
      else if (answered > 0) progress.begun++;
    }
    if (study.appraisal.complete) settled++;
  }
  return { raters, settled, of: studies.length };
}

function coverageOf(construct: Construct): Coverage {
  return {
    label: construct.label,
    place: constructPlace(construct),
    carrying: construct.carrying.length,
    cited: construct.cited.length,
    findings: construct.findings.length,
  };
}
