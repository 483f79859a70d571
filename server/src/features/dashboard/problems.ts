import type { Review } from '../../review/model.js';
import type { Diagnosis } from '../../rules/diagnosis.js';
import { ruleNamed } from '../../rules/judge.js';
import { type DashboardPlace, type Some, some } from './place.js';

/** Problems of one kind. */
export interface ProblemGroup {
  readonly code: string;
  readonly severity: Diagnosis['severity'];
  /** What they are, in the words of the rule's page. */
  readonly title: string;
  readonly count: number;
  readonly problems: Some<Problem>;
  /** Of how many of them only the number is told: their words or places would show how a rater has answered. */
  readonly untold: number;
}

export interface Problem {
  readonly message: string;
  readonly place: DashboardPlace;
}

/** More of one kind are left to the Problems view. */
const mostShown = 20;

const order: readonly Diagnosis['severity'][] = ['error', 'warning', 'info', 'hint'];

/** Problems by how much they matter and by kind, those of which there are most first. */
export function problemGroups(problems: readonly Diagnosis[], review: Review): readonly ProblemGroup[] {
  const groups = new Map<string, Diagnosis[]>();
  for (const each of problems) {
    const group = groups.get(`${each.severity} ${each.code}`);
    if (group) group.push(each);
    else groups.set(`${each.severity} ${each.code}`, [each]);
  }
  return [...groups.values()]
    .map((group): ProblemGroup => {
      const [{ code, severity }] = group as [Diagnosis];
      const rule = ruleNamed(code);
      // A complaint about the writing of a rater's file may cite an answer, too.
      const told = rule?.reveals === true ? [] : group.filter(({ path }) => review.files.get(path)?.kind !== 'rater');
      return {
        code,
        severity,
        title: rule?.title ?? code,
        count: group.length,
        problems: some(told, mostShown, problemOf),
        untold: group.length - told.length,
      };
    })
    .sort(
      (a, b) =>
        order.indexOf(a.severity) - order.indexOf(b.severity) || b.count - a.count || (a.code < b.code ? -1 : 1),
    );
}

function problemOf({ message, path, range }: Diagnosis): Problem {
  return { message, place: { path, ...range } };
}
