import type { Construct, Review, Study, Theme } from '../review/model.js';

/** Themes that are part of the same constructs, in the order in which they are shown. */
export interface ThemeGroup {
  /** In the order of the line of argument; none for themes that are part of none. */
  readonly constructs: readonly Construct[];
  readonly themes: readonly Theme[];
}

/** Studies and themes ordered so that like stands beside like. */
export interface MatrixOrder {
  readonly groups: readonly ThemeGroup[];
  readonly studies: readonly Study[];
}

/** After so many turns orders hardly change; the number is fixed, so that the same review gives the same order. */
const turns = 6;

/**
 * Orders themes within the groups of their constructs, and studies, by turns: each study goes to the mean place of its themes,
 * each theme to the mean place of its studies (reciprocal averaging, Hill 1973, J Ecol 61:237–249, stopped after a few turns).
 * Ties keep the order of table and codebook. The work grows with the number of marks.
 */
export function matrixOrder(review: Review): MatrixOrder {
  let groups = groupsOf(review).map(group => ({
    ...group,
    themes: [...group.themes].sort((a, b) => b.studies.length - a.studies.length),
  }));
  let studies: readonly Study[] = review.studies;
  for (let turn = 0; turn < turns; turn++) {
    const themePlace = new Map(groups.flatMap(({ themes }) => themes).map((theme, at) => [theme.id, at]));
    studies = byMean(studies, study => study.themes.flatMap(id => themePlace.get(id) ?? []));
    const studyPlace = new Map(studies.map((study, at) => [study, at]));
    groups = groups.map(group => ({
      ...group,
      themes: byMean(group.themes, theme => theme.studies.flatMap(study => studyPlace.get(study) ?? [])),
    }));
  }
  return { groups, studies };
}

/** Single constructs first, then themes of several, then those of none. */
function groupsOf(review: Review): ThemeGroup[] {
  const place = new Map(review.constructs.map((construct, at) => [construct, at]));
  const groups = new Map<string, { places: readonly number[]; constructs: readonly Construct[]; themes: Theme[] }>();
  for (const theme of review.themes) {
    const constructs = [...theme.constructs].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    const places = constructs.map(construct => place.get(construct) ?? 0);
    const key = places.join(' ');
    const group = groups.get(key);
    if (group) group.themes.push(theme);
    else groups.set(key, { places, constructs, themes: [theme] });
  }
  const rank = ({ places }: { readonly places: readonly number[] }): number =>
    places.length === 0 ? Number.POSITIVE_INFINITY : places.length;
  return [...groups.values()].sort((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    const at = a.places.findIndex((value, index) => value !== b.places[index]);
    return at < 0 ? 0 : (a.places[at] ?? 0) - (b.places[at] ?? 0);
  });
}

/** By the mean of some numbers; what has none goes last. */
function byMean<T>(list: readonly T[], numbersOf: (each: T) => readonly number[]): T[] {
  return list
    .map(each => {
      const numbers = numbersOf(each);
      const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
      return { each, mean: numbers.length === 0 ? Number.MAX_VALUE : mean };
    })
    .sort((a, b) => a.mean - b.mean)
    .map(({ each }) => each);
}
