import { type EffectSize, metasummary } from '../statistics/metasummary.js';
import { foldId } from '../text/words.js';
import type { Construct, Review, Study, Theme } from './model.js';

/** Studies of one sample: what a metasummary counts as one. */
export interface ParentStudy {
  /** The folded key of the study that the others name as their parent, or of the only one. */
  readonly id: string;
  readonly studies: readonly Study[];
}

/** How often themes and constructs are found among parent studies, and how much of all themes each of these carries. */
export interface EffectSizes {
  readonly parents: readonly (ParentStudy & { readonly intensity: EffectSize; readonly ofFrequent: EffectSize })[];
  readonly themes: readonly { readonly theme: Theme; readonly frequency: EffectSize }[];
  /** A parent study has a construct when it carries one of its themes. */
  readonly constructs: readonly { readonly construct: Construct; readonly frequency: EffectSize }[];
  /** Themes that some study carries: what intensity is a share of. */
  readonly carried: number;
}

/**
 * The included studies by their sample, in the order of the table. Studies belong together where one names the other as its
 * `parent:`, over however many steps, and where both name the same one, be it included or not.
 */
export function parentStudies(review: Review): ParentStudy[] {
  const { studies } = review;
  const parentOf = new Map(
    studies.flatMap(({ id, facts }) => {
      if (!facts.parent) return [];
      const key = foldId(facts.parent.value);
      // A parent may be named by the key of another of its papers.
      const parent = review.cited(key)?.id ?? key;
      return key === '' || parent === id ? [] : [[id, parent] as const];
    }),
  );
  const groups = new Map<string, Study[]>();
  for (const study of studies) {
    const root = rootOf(study.id, parentOf);
    groups.set(root, [...(groups.get(root) ?? []), study]);
  }
  return [...groups].map(([id, studies]) => ({ id, studies }));
}

/** The last parent on the way up. Of parents in a circle, the first by the alphabet, from wherever one comes. */
function rootOf(id: string, parentOf: ReadonlyMap<string, string>): string {
  const way = new Set<string>();
  let at = id;
  for (let next = parentOf.get(at); next !== undefined && !way.has(at); next = parentOf.get(at)) {
    way.add(at);
    at = next;
  }
  if (!way.has(at)) return at;
  const circle = [at];
  for (let next = parentOf.get(at)!; next !== at; next = parentOf.get(next)!) circle.push(next);
  return circle.sort()[0]!;
}

/** The effect sizes of the review's themes and constructs. */
export function effectSizes(review: Review): EffectSizes {
  const parents = parentStudies(review);
  const reports = parents.flatMap(({ id, studies }) =>
    studies.map(study => ({ parent: id, findings: study.themes, study })),
  );
  const ofThemes = metasummary(
    reports,
    review.themes.map(theme => theme.id),
  );
  const byTheme = new Map(review.themes.map(({ id, constructs }) => [id, constructs.map(each => each.id)]));
  const ofConstructs = metasummary(
    reports.map(({ parent, findings }) => ({ parent, findings: findings.flatMap(id => byTheme.get(id) ?? []) })),
    review.constructs.map(construct => construct.id),
  );
  return {
    parents: parents.map(each => ({
      ...each,
      intensity: ofThemes.intensity.get(each.id)!,
      ofFrequent: ofThemes.intensityOfFrequent.get(each.id)!,
    })),
    themes: review.themes.map(theme => ({ theme, frequency: ofThemes.frequency.get(theme.id)! })),
    constructs: review.constructs.map(construct => ({
      construct,
      frequency: ofConstructs.frequency.get(construct.id)!,
    })),
    carried: review.themes.filter(theme => theme.carriers.size > 0).length,
  };
}
