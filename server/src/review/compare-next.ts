import type { StudyFinding } from '../syntax/facts.js';
import type { Construct, Review, Study } from './model.js';
import { type CellTheme, carriedThemes, type PlacedCell, translationOf } from './translation.js';

/** What one construct holds so far, and whether the study that is next has been put into its terms. */
export interface ConstructSoFar {
  readonly construct: Construct;
  /** The cell of the study that is next. */
  readonly cell: PlacedCell;
  /** What the studies before it said in the terms of the construct, in the order of reading: only what has been compared. */
  readonly before: readonly PlacedCell[];
}

/** The step of reading one study's constructs against those of the studies before it. */
export interface Comparison {
  readonly study: Study;
  /** Its place in the order of reading, from 1. */
  readonly place: number;
  readonly themes: readonly (CellTheme & { readonly findings: readonly StudyFinding[] })[];
  /** Findings of the study that no theme of its own claims. */
  readonly untagged: readonly StudyFinding[];
  readonly constructs: readonly ConstructSoFar[];
  readonly compared: number;
  readonly cells: number;
}

/**
 * The first study in the order of reading with cells that nobody has compared yet, and what it is to be compared with; undefined
 * where every cell has been compared, or where there is nothing to compare.
 */
export function nextToCompare(review: Review): Comparison | undefined {
  const { order, rows, constructs, compared, cells } = translationOf(review);
  const column = order.studies.findIndex((_, at) => rows.some(row => row[at]?.state !== 'compared'));
  const study = order.studies[column];
  if (!study || constructs.length === 0) return undefined;
  const findings = review.findingsOf(study);
  const tagged = new Set<StudyFinding>();
  const idOf = (name: string): string => review.themeAliases.get(name)?.id ?? name;
  const themes = carriedThemes(study, review).map(theme => {
    const own = findings.filter(finding => finding.tags.some(tag => idOf(tag) === (theme.theme?.id ?? theme.name)));
    for (const each of own) tagged.add(each);
    return { ...theme, findings: own };
  });
  return {
    study,
    place: column + 1,
    themes,
    untagged: findings.filter(finding => !tagged.has(finding)),
    constructs: constructs.map((construct, at) => ({
      construct,
      cell: rows[at]![column]!,
      before: rows[at]!.slice(0, column).filter(cell => cell.state === 'compared'),
    })),
    compared,
    cells,
  };
}
