import type { Review } from '../review/model.js';
import { type CellState, carriedThemes, type PlacedCell, translationOf } from '../review/translation.js';
import { locate } from '../rules/judge.js';
import type { Relation } from '../syntax/facts.js';
import type { Place } from '../text/span.js';

/** A theme as the grid shows it, and as it is entered. */
export interface GridTheme {
  /** As the codebook, or the cell, spells it. */
  readonly name: string;
  readonly label: string;
  /** The study authors' own wording, where there is one. */
  readonly wording?: string;
}

export interface GridConstruct {
  readonly id: string;
  readonly label: string;
  readonly definition?: string;
}

export interface GridStudy {
  readonly key: string;
  readonly name: string;
  /** The themes that it carries: those that can be translated. */
  readonly themes: readonly (GridTheme & { readonly constructs: readonly string[] })[];
}

export interface GridCell {
  readonly state: CellState;
  readonly relation?: Relation;
  /** With a wording only where the cell itself gives one. */
  readonly themes: readonly GridTheme[];
  readonly note?: string;
  /** Where it stands in the file of the translation; lines count from the file's first. */
  readonly at?: Place;
}

/** The translation table for an editor: constructs as rows, studies in the order of reading as columns. */
export interface TranslationGrid {
  readonly constructs: readonly GridConstruct[];
  readonly studies: readonly GridStudy[];
  /** Row by row, a cell for each study. */
  readonly cells: readonly (readonly GridCell[])[];
  readonly compared: number;
  readonly total: number;
}

/** The review's translation as a grid. */
export function translationGrid(review: Review): TranslationGrid {
  const { constructs, order, rows, compared, cells } = translationOf(review);
  return {
    constructs: constructs.map(({ id, label, facts: { definition } }) => ({
      id,
      label,
      ...(definition && { definition: definition.value }),
    })),
    studies: order.studies.map(study => ({
      key: study.facts.key,
      name: study.name,
      themes: carriedThemes(study, review).map(({ name, label, wording, theme }) => ({
        ...gridTheme(name, label, wording),
        constructs: theme?.constructs.map(each => each.id) ?? [],
      })),
    })),
    cells: rows.map(row => row.map(cell => gridCell(cell, review))),
    compared,
    total: cells,
  };
}

function gridCell({ state, relation, themes, note, facts }: PlacedCell, { translation }: Review): GridCell {
  return {
    state,
    ...(relation && { relation }),
    themes: themes.map(({ name, label }, at) => gridTheme(name, label, facts?.themes[at]?.wording)),
    ...(note !== undefined && { note }),
    ...(facts && translation && { at: locate({ ...translation, at: facts.at }).range }),
  };
}

function gridTheme(name: string, label: string, wording: string | undefined): GridTheme {
  return { name, label, ...(wording !== undefined && { wording }) };
}
