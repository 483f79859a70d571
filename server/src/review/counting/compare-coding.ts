import { baseName } from '../../syntax/read.js';
import { foldId } from '../../text/words.js';
import type { Review } from '../model.js';
import type { Comparison } from './comparison.js';

/**
 * How coders agree. The unit is a study and a theme of the codebook: a coder gave the study the theme, or did not. Studies that
 * fewer than two coders coded are left out, and so are names that are no theme. That a theme is absent counts as saying so, which
 * many themes make frequent: percent agreement is high for this reason alone, and κ is what to look at.
 */
export interface CodingComparison extends Comparison {
  /** The studies compared, by their keys, in the order of the table; the units of each follow one another. */
  readonly studies: readonly string[];
  /** The themes that are told apart, in the order of the codebook. */
  readonly themes: readonly string[];
}

/** Undefined where fewer than two coders coded a study that is included. */
export function codingComparison(review: Review): CodingComparison | undefined {
  const coded = new Map<string, Map<string, ReadonlySet<string>>>();
  for (const { file, facts } of review.codings) {
    const coder = baseName(file.path);
    const studies = coded.get(coder) ?? new Map<string, ReadonlySet<string>>();
    coded.set(coder, studies);
    const themes = facts.themes.flatMap(id => review.themeById.get(id)?.id ?? review.themeAliases.get(id)?.id ?? []);
    const study = foldId(facts.study);
    if (review.studyById.has(study) && !studies.has(study)) studies.set(study, new Set(themes));
  }
  const raters = [...coded.keys()].sort();
  if (raters.length < 2) return undefined;
  const themes = review.themes.map(theme => theme.id);
  const studies = review.studies.filter(({ id }) => raters.filter(coder => coded.get(coder)!.has(id)).length >= 2);
  if (studies.length === 0 || themes.length === 0) return undefined;
  return {
    raters,
    categories: ['carries', 'does not carry'],
    ordered: false,
    studies: studies.map(study => study.facts.key),
    themes,
    units: studies.flatMap(({ id }) =>
      themes.map(theme =>
        raters.map(coder => {
          const given = coded.get(coder)!.get(id);
          return given === undefined ? undefined : given.has(theme) ? 0 : 1;
        }),
      ),
    ),
  };
}

/** The units of one study. */
export function codingOf(comparison: CodingComparison, index: number): Comparison {
  const { themes, units } = comparison;
  return { ...comparison, units: units.slice(index * themes.length, (index + 1) * themes.length) };
}
