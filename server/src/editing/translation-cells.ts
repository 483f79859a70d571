import * as l10n from '@vscode/l10n';
import type { Construct, Review, Study } from '../review/model.js';
import { readingOrder } from '../review/reading-order.js';
import type { Relation } from '../syntax/facts.js';
import { asList, entry, type Path, scalarText } from '../syntax/yaml/access.js';
import type { Located, LocatedMap } from '../syntax/yaml/located.js';
import { foldId } from '../text/words.js';
import type { Change, Texts } from './change.js';
import { Draft, done, type Outcome, type Piece, refused } from './pieces.js';
import { sourceOf } from './places.js';
import { addEntry, addItem, remove, setValue } from './yaml-edits.js';
import type { YamlSource } from './yaml-source.js';
import type { Value } from './yaml-values.js';

/** A theme as it is put into a cell. */
export interface ThemeInCell {
  readonly name: string;
  readonly wording?: string;
}

/** What is to stand in a cell. What is left out stays as it is; an empty list or text takes away what is there. */
export interface CellEntry {
  readonly themes?: readonly ThemeInCell[];
  readonly relation?: Relation | '';
  readonly note?: string;
}

/** The file of the translation: the one that there is, else the one that there will be. */
export function translationPath(review: Review): string {
  return review.translation?.file.path ?? 'translation.yaml';
}

/**
 * Sets what stands in the cell of a construct and a study, by the smallest edits of `translation.yaml`. A cell that is not there yet
 * is put where its neighbours in the table stand; one in which nothing is left is taken out.
 */
export function setCell(
  review: Review,
  construct: Construct,
  study: Study,
  wanted: CellEntry,
  texts: Texts,
): Outcome<Change> {
  return changing(review, texts, draft => {
    const at = placeOf(draft, review, construct, study);
    if (!at) return isNothing(wanted) ? done(undefined) : addCell(draft, review, construct, study, wanted);
    for (const step of [setThemes, setRelation, setNote]) {
      const outcome = step(draft, at, wanted);
      if (!outcome.ok) return outcome;
    }
    return dropIfBare(draft, at);
  });
}

/** Writes a cell to do for each construct that the study has no cell for yet. */
export function addOpenCells(review: Review, study: Study, texts: Texts): Outcome<Change> {
  return changing(review, texts, draft => {
    for (const construct of review.constructs) {
      if (placeOf(draft, review, construct, study)) continue;
      const outcome = addCell(draft, review, construct, study, { relation: 'to do' });
      if (!outcome.ok) return outcome;
    }
    return done(undefined);
  });
}

/** The file while it is changed step by step: each step is tried on the text as the one before it left it. */
class Cells {
  private readonly draft: Draft;

  constructor(
    readonly path: string,
    text: string,
  ) {
    this.draft = new Draft(path, text);
  }

  get text(): string {
    return this.draft.text;
  }
  get source(): YamlSource | undefined {
    return sourceOf(this.path, 'translation', this.draft.text);
  }
  get root(): Located | undefined {
    return this.source?.root;
  }

  edit(make: (source: YamlSource) => Outcome<readonly Piece[]>): Outcome<undefined> {
    const { source } = this;
    const outcome = source ? make(source) : refused(l10n.t('This file cannot be read, so it is not changed.'));
    if (!outcome.ok) return outcome;
    this.draft.edit(outcome.value);
    return done(undefined);
  }

  edits() {
    return this.draft.edits();
  }
}

function changing(review: Review, texts: Texts, work: (draft: Cells) => Outcome<undefined>): Outcome<Change> {
  const path = translationPath(review);
  const text = texts(path);
  // A file that lies there and is no part of the review is not ours to write over.
  if (review.files.has(path) !== (text !== undefined)) {
    return refused(l10n.t('{0} could not be read, so nothing is written there.', path));
  }
  const draft = new Cells(path, text ?? '');
  const outcome = work(draft);
  if (!outcome.ok) return outcome;
  if (text !== undefined) return done({ edits: draft.edits(), moves: [], created: [] });
  return done({ edits: [], moves: [], created: draft.text === '' ? [] : [{ path, text: draft.text }] });
}

/** A cell as it stands in the file. */
interface Standing {
  readonly path: Path;
  readonly construct: Construct | undefined;
  readonly study: Study | undefined;
}

/** All that stands in the list of cells, in its order. */
function standing(draft: Cells, review: Review): Standing[] {
  const { root } = draft;
  const cells = root?.kind === 'map' ? entry(root, 'cells')?.value : undefined;
  const alone = cells?.kind === 'map';
  return asList(cells).map((cell, index) => ({
    path: alone ? ['cells'] : ['cells', index],
    construct: constructIn(cell, review),
    study: review.studyById.get(foldId(wordIn(cell, 'study'))),
  }));
}

function constructIn(cell: Located, review: Review): Construct | undefined {
  const id = foldId(wordIn(cell, 'construct'));
  return review.constructById.get(id) ?? review.constructAliases.get(id);
}

function wordIn(cell: Located, name: string): string {
  const value = cell.kind === 'map' ? entry(cell, name)?.value : undefined;
  return value?.kind === 'scalar' ? value.value : '';
}

/** Of two cells in one place the first counts, here as everywhere. */
function placeOf(draft: Cells, review: Review, construct: Construct, study: Study): Path | undefined {
  return standing(draft, review).find(each => each.construct === construct && each.study === study)?.path;
}

function addCell(
  draft: Cells,
  review: Review,
  construct: Construct,
  study: Study,
  wanted: CellEntry,
): Outcome<undefined> {
  const { relation = '', note = '' } = wanted;
  const themes = (wanted.themes ?? []).map(({ name, wording }) => inCell(name, wording));
  const value: Value = {
    map: [
      ['construct', construct.facts.name],
      ['study', study.facts.key],
      ...(themes.length > 0 ? [['themes', listOf(themes)] as const] : []),
      ...(relation !== '' ? [['relation', relation] as const] : []),
      ...(note !== '' ? [['note', { prose: note }] as const] : []),
    ],
  };
  const before = indexFor(standing(draft, review), review, construct, study);
  return draft.edit(source => addItem(source, ['cells'], value, { before }));
}

/** Where a new cell goes: before the first that comes after it, row by row or column by column, as the file has it. */
function indexFor(cells: readonly Standing[], review: Review, construct: Construct, study: Study): number {
  const rows = new Map(review.constructs.map((each, at) => [each, at]));
  const columns = new Map(readingOrder(review).studies.map((each, at) => [each, at]));
  const byRow = (cell: Pick<Standing, 'construct' | 'study'>): number =>
    (rows.get(cell.construct!) ?? 0) * columns.size + (columns.get(cell.study!) ?? 0);
  const byColumn = (cell: Pick<Standing, 'construct' | 'study'>): number =>
    (columns.get(cell.study!) ?? 0) * rows.size + (rows.get(cell.construct!) ?? 0);
  const placed = cells.flatMap((cell, index) => (cell.construct && cell.study ? [{ ...cell, index }] : []));
  const rank = slips(placed.map(byColumn)) < slips(placed.map(byRow)) ? byColumn : byRow;
  const own = rank({ construct, study });
  // After the last that comes before it: cells that stand out of order stay where they are.
  const previous = placed.findLast(cell => rank(cell) < own);
  if (previous) return previous.index + 1;
  return placed[0]?.index ?? cells.length;
}

/** How often an order goes backwards. */
function slips(ranks: readonly number[]): number {
  return ranks.filter((rank, at) => at > 0 && rank < ranks[at - 1]!).length;
}

function listOf(themes: readonly ThemeInCell[]): Value {
  return { list: themes.map(itemOf), flow: themes.every(({ wording }) => wording === undefined) };
}

function itemOf({ name, wording }: ThemeInCell): Value {
  return wording === undefined ? name : { map: [[name, wording]] };
}

function setThemes(draft: Cells, at: Path, wanted: CellEntry): Outcome<undefined> {
  const themes = wanted.themes?.map(({ name, wording }) => inCell(name, wording));
  if (!themes) return done(undefined);
  const standing = themesIn(draft, at);
  if (isSame(standing, themes)) return done(undefined);
  const path = [...at, 'themes'];
  if (themes.length === 0) return removeField(draft, at, 'themes');
  if (standing.length > 0 && standing.length === itemsIn(draft, at)) return editList(draft, path, standing, themes);
  return setField(draft, at, 'themes', listOf(themes));
}

/** Puts items in and then takes items out, one by one: what stays keeps its comments, and the list is never empty in between. */
function editList(
  draft: Cells,
  path: Path,
  standing: readonly ThemeInCell[],
  wanted: readonly ThemeInCell[],
): Outcome<undefined> {
  const list = standing.map(each => ({ key: keyOf(each), stays: false }));
  let at = 0;
  for (const each of wanted) {
    const key = keyOf(each);
    const there = list.findIndex((item, index) => index >= at && item.key === key);
    if (there >= 0) {
      list[there]!.stays = true;
      at = there + 1;
      continue;
    }
    const before = at;
    const outcome = draft.edit(source => addItem(source, path, itemOf(each), { before }));
    if (!outcome.ok) return outcome;
    list.splice(at++, 0, { key, stays: true });
  }
  for (let index = list.length - 1; index >= 0; index--) {
    if (list[index]!.stays) continue;
    const outcome = draft.edit(source => remove(source, [...path, index]));
    if (!outcome.ok) return outcome;
  }
  return done(undefined);
}

function keyOf({ name, wording }: ThemeInCell): string {
  return JSON.stringify([name, wording]);
}

function isSame(a: readonly ThemeInCell[], b: readonly ThemeInCell[]): boolean {
  return a.length === b.length && a.every((each, at) => keyOf(each) === keyOf(b[at]!));
}

function cellAt(draft: Cells, at: Path): LocatedMap | undefined {
  const { root } = draft;
  const cells = root?.kind === 'map' ? entry(root, 'cells')?.value : undefined;
  const cell = at.length === 1 ? cells : cells?.kind === 'list' ? cells.items[Number(at[1])] : undefined;
  return cell?.kind === 'map' ? cell : undefined;
}

function themesIn(draft: Cells, at: Path): ThemeInCell[] {
  const cell = cellAt(draft, at);
  return asList(cell && entry(cell, 'themes')?.value).flatMap((item): ThemeInCell[] => {
    if (item.kind === 'list') return [];
    if (item.kind === 'map') return item.entries.map(({ key, value }) => inCell(key, scalarText(value)));
    const name = scalarText(item);
    return name ? [{ name }] : [];
  });
}

/** A theme with its wording; one without words is none. */
function inCell(name: string, wording: string | undefined): ThemeInCell {
  return wording ? { name, wording } : { name };
}

/** How many items the list of themes has, of which one may hold several themes; −1 where it is no list. */
function itemsIn(draft: Cells, at: Path): number {
  const cell = cellAt(draft, at);
  const value = cell && entry(cell, 'themes')?.value;
  return value?.kind === 'list' ? value.items.length : -1;
}

function setRelation(draft: Cells, at: Path, { relation }: CellEntry): Outcome<undefined> {
  if (relation === undefined) return done(undefined);
  return relation === '' ? removeField(draft, at, 'relation') : setField(draft, at, 'relation', relation);
}

function setNote(draft: Cells, at: Path, { note }: CellEntry): Outcome<undefined> {
  if (note === undefined) return done(undefined);
  return note === '' ? removeField(draft, at, 'note') : setField(draft, at, 'note', { prose: note });
}

/** The fields of a cell in the order in which they are written. */
const fieldsInOrder: readonly string[] = ['construct', 'study', 'themes', 'relation', 'note'];

function setField(draft: Cells, at: Path, name: string, value: Value): Outcome<undefined> {
  const cell = cellAt(draft, at);
  const there = cell && entry(cell, name);
  const words = typeof value === 'string' ? value : 'prose' in value ? value.prose : undefined;
  if (words !== undefined && words === scalarText(there?.value)) return done(undefined);
  if (there) return draft.edit(source => setValue(source, [...at, name], value));
  const before = fieldsInOrder.slice(0, fieldsInOrder.indexOf(name));
  const after = cell?.entries.findLast(each => before.includes(each.key))?.key;
  return draft.edit(source => addEntry(source, at, name, value, after === undefined ? 'end' : { after }));
}

function removeField(draft: Cells, at: Path, name: string): Outcome<undefined> {
  const cell = cellAt(draft, at);
  return cell && entry(cell, name) ? draft.edit(source => remove(source, [...at, name])) : done(undefined);
}

function isNothing({ themes = [], relation = '', note = '' }: CellEntry): boolean {
  return themes.length === 0 && relation === '' && note === '';
}

/** Takes out a cell that says nothing any more, unless somebody has written a comment there. */
function dropIfBare(draft: Cells, at: Path): Outcome<undefined> {
  const cell = cellAt(draft, at);
  if (!cell || at.length === 1 || cell.entries.some(({ key }) => key !== 'construct' && key !== 'study')) {
    return done(undefined);
  }
  const before = draft.text;
  const trial = new Cells(draft.path, before);
  if (!trial.edit(source => remove(source, at)).ok || comments(trial.text) < comments(before)) return done(undefined);
  return draft.edit(source => remove(source, at));
}

function comments(text: string): number {
  return text.split('#').length;
}
