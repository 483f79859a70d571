import type { Relation, TranslationCell, TranslationFacts } from '../syntax/facts.js';
import { foldId } from '../text/words.js';
import type { Construct, Review, Sourced, Study, Theme } from './model.js';
import { type ReadingOrder, readingOrder } from './reading-order.js';

/**
 * How far a cell has come. Only a reviewer can say that a study is silent (`absent`): what nobody has said anything of is not
 * compared yet, and so is what is put down for later.
 */
export type CellState = 'compared' | 'to do' | 'open';

/** A theme of a study as a cell names it. */
export interface CellTheme {
  /** As written. */
  readonly name: string;
  readonly theme: Theme | undefined;
  readonly label: string;
  /** The authors' wording: that of the cell, else that of the study. */
  readonly wording: string | undefined;
}

/** A cell of the translation table: how one study stands to a construct. */
export interface PlacedCell {
  readonly construct: Construct;
  readonly study: Study;
  readonly state: CellState;
  readonly relation: Relation | undefined;
  readonly themes: readonly CellTheme[];
  readonly note: string | undefined;
  /** The cell as it is written; undefined where nobody has written one. Of several the first counts. */
  readonly facts: TranslationCell | undefined;
}

/** The translation table: constructs in the order of the line of argument, studies in the order of reading. */
export interface Translation {
  readonly source: Sourced<TranslationFacts> | undefined;
  readonly constructs: readonly Construct[];
  readonly order: ReadingOrder;
  /** Row by row, a cell for each study. */
  readonly rows: readonly (readonly PlacedCell[])[];
  readonly compared: number;
  readonly cells: number;
}

/** The construct that a cell names, be it by a former name. */
export function constructOf({ construct }: TranslationCell, review: Review): Construct | undefined {
  const id = foldId(construct.value);
  return review.constructById.get(id) ?? review.constructAliases.get(id);
}

export function studyOf({ study }: TranslationCell, review: Review): Study | undefined {
  return review.studyById.get(foldId(study.value));
}

/** The theme that a name means, be it a former one. */
export function themeNamed(name: string, review: Review): Theme | undefined {
  const id = foldId(name);
  return review.themeById.get(id) ?? review.themeAliases.get(id);
}

/** True once somebody has said how the study stands to the construct. */
export function isCompared(cell: TranslationCell): boolean {
  return cell.relation !== undefined && cell.relation !== 'to do';
}

/** One text for a construct and a study. */
export function cellKey(construct: Construct, study: Study): string {
  return `${construct.id} ${study.id}`;
}

/** The cells that have a place in the table, by construct and study; of those with one place the first. */
export function writtenCells(review: Review): ReadonlyMap<string, TranslationCell> {
  const written = new Map<string, TranslationCell>();
  for (const cell of review.translation?.facts.cells ?? []) {
    const [construct, study] = [constructOf(cell, review), studyOf(cell, review)];
    if (!construct || !study) continue;
    const key = cellKey(construct, study);
    if (!written.has(key)) written.set(key, cell);
  }
  return written;
}

/** Puts every cell in its place; what is not written is there as a cell that nobody has compared. */
export function translationOf(review: Review): Translation {
  const order = readingOrder(review);
  const written = writtenCells(review);
  const { constructs } = review;
  const rows = constructs.map(construct =>
    order.studies.map(study => placed(construct, study, written.get(cellKey(construct, study)), review)),
  );
  let compared = 0;
  for (const row of rows) for (const cell of row) if (cell.state === 'compared') compared++;
  return {
    source: review.translation,
    constructs,
    order,
    rows,
    compared,
    cells: constructs.length * order.studies.length,
  };
}

function placed(construct: Construct, study: Study, facts: TranslationCell | undefined, review: Review): PlacedCell {
  return {
    construct,
    study,
    state: !facts ? 'open' : isCompared(facts) ? 'compared' : facts.relation === 'to do' ? 'to do' : 'open',
    relation: facts?.relation,
    themes: facts?.themes.map(({ name, wording }) => cellTheme(name.value, wording, study, review)) ?? [],
    note: facts?.note,
    facts,
  };
}

function cellTheme(name: string, wording: string | undefined, study: Study, review: Review): CellTheme {
  const theme = themeNamed(name, review);
  return {
    name,
    theme,
    label: theme?.label ?? name,
    wording: wording ?? wordingIn(study, theme?.id ?? foldId(name), review),
  };
}

/** The authors' own wording for a theme, where their study gives one. */
function wordingIn(study: Study, id: string, review: Review): string | undefined {
  return study.facts.themes.find(each => each.id === id || review.themeAliases.get(each.id)?.id === id)?.wording;
}

/** The themes that a study carries, as a cell would name them: the name of the codebook, and the authors' wording. */
export function carriedThemes(study: Study, review: Review): CellTheme[] {
  return study.themes.map(id => {
    const theme = review.themeById.get(id);
    return {
      name: theme?.facts.name ?? id,
      theme,
      label: theme?.label ?? id,
      wording: wordingIn(study, id, review),
    };
  });
}
