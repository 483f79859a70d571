import * as l10n from '@vscode/l10n';
import type { Paragraph } from 'mdast';
import { bandOf } from '../review/appraisal.js';
import { missingName } from '../review/characteristics.js';
import type { Review, Study } from '../review/model.js';
import type { Column } from '../syntax/facts.js';
import type { ReportKind } from './report-kind.js';
import { captioned, paragraph, type Report, report, table } from './tree.js';

/** The table of included studies as data: one row a study, in the table's order; every cell is text as printed. */
export interface SynthesisTable {
  readonly columns: readonly { readonly name: string; readonly label: string }[];
  readonly rows: readonly (readonly string[])[];
  /** The studies' keys, row by row. */
  readonly keys: readonly string[];
  /** The place of the column whose values divide the table. Rows of one value stand together. */
  readonly groupBy?: number;
}

export const synthesisTableKind: ReportKind = {
  name: 'synthesis-table',
  command: 'table',
  summary: 'the synthesis table',
  title: review => review.settings.title?.value ?? l10n.t('Synthesis table'),
  make: (review, _depth, alone) => synthesisTableReport(review, alone),
  data: tableData,
  grid: review => {
    const { columns, rows } = synthesisTable(review);
    const counted = columns.map(({ name }) => isCounted(name, review));
    return {
      header: columns.map(column => column.label),
      rows: rows.map(row => row.map((cell, at) => (counted[at] ? numberIn(cell) : cell))),
    };
  },
};

function tableData(review: Review): unknown {
  const { columns, rows, keys } = synthesisTable(review);
  return {
    title: synthesisTableKind.title(review),
    columns,
    studies: rows.map((row, index) => ({
      key: keys[index],
      cells: Object.fromEntries(columns.map((column, at) => [column.name, row[at] ?? ''])),
    })),
  };
}

/** Makes the table with the columns, labels, order and groups of `table:` in `metasynth.yaml`. */
export function synthesisTable(review: Review): SynthesisTable {
  const group = groupColumn(review);
  const listed = columnsOf(review);
  const columns = group && !listed.some(({ name }) => name === group.name) ? [group, ...listed] : listed;
  const studies = group ? grouped(review, group.name) : review.studies;
  return {
    columns: columns.map(column => ({ name: column.name, label: labelOf(column, review) })),
    rows: studies.map((study, index) => columns.map(({ name }) => cell(name, study, index, review))),
    keys: studies.map(study => study.facts.key),
    ...(group && { groupBy: columns.findIndex(({ name }) => name === group.name) }),
  };
}

/** The column that divides the table, where it is one. The row's number and the study itself divide nothing. */
function groupColumn(review: Review): Column | undefined {
  const { groupBy } = review.settings.table;
  if (!groupBy || ['no', 'key', 'study'].includes(groupBy.value)) return undefined;
  const column = { name: groupBy.value, at: groupBy.at };
  return isColumn(column, review) ? column : undefined;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The studies by what they say in a column: in the order of its declared values, then by the value; those without one last. */
function grouped(review: Review, name: string): readonly Study[] {
  const declared = review.settings.characteristics.find(each => each.name === name)?.values ?? [];
  const missing = Object.values(review.settings.missing);
  const ranked = review.studies.map((study, index) => {
    const value = cell(name, study, index, review);
    const known = declared.indexOf(value);
    return { study, index, value, rank: known !== -1 ? known : declared.length + (missing.includes(value) ? 1 : 0) };
  });
  ranked.sort(
    (a, b) =>
      a.rank - b.rank ||
      collator.compare(a.value, b.value) ||
      (a.value < b.value ? -1 : 1) * Number(a.value !== b.value) ||
      a.index - b.index,
  );
  return ranked.map(({ study }) => study);
}

/** Whether a column holds numbers that are meant to be counted with. */
function isCounted(name: string, review: Review): boolean {
  const type = review.settings.characteristics.find(each => each.name === name)?.type;
  return ['no', 'year', 'casp', 'jbi', 'appraisal'].includes(name) || ['count', 'number', 'year'].includes(type ?? '');
}

/** The number that a cell prints, if it prints nothing else and prints it as numbers are printed. */
function numberIn(cell: string): string | number {
  return String(Number(cell)) === cell ? Number(cell) : cell;
}

function columnsOf(review: Review): readonly Column[] {
  return review.settings.table.columns.filter(column => isColumn(column, review));
}

/** One study's row: the cells with the columns' names and labels. The number of the row is left out. */
export function synthesisRow(review: Review, study: Study) {
  return columnsOf(review)
    .filter(({ name }) => name !== 'no')
    .map(column => ({
      name: column.name,
      label: labelOf(column, review),
      cell: cell(column.name, study, 0, review),
    }));
}

/** More columns than this want a page on its side. */
const uprightColumns = 5;

/**
 * The same as a report. Under a caption it stands where it has one, or notes, or is a document of its own.
 *
 * @param alone whether it is a document of its own
 */
export function synthesisTableReport(review: Review, alone = false): Report {
  const { columns, rows, groupBy } = synthesisTable(review);
  const { caption, footnotes } = review.settings.table;
  const shown = columns.map((_, index) => index).filter(index => index !== groupBy);
  const marked = footnotes.filter(({ column }) => shown.some(index => columns[index]?.name === column?.value));
  const header = shown.map(index => {
    const { name, label } = columns[index]!;
    return label + marked.flatMap(({ column }, at) => (column?.value === name ? [mark(at)] : [])).join('');
  });
  const lines = rows.flatMap((row, index) => {
    const group = groupBy === undefined ? undefined : row[groupBy];
    const first = groupBy !== undefined && rows[index - 1]?.[groupBy] !== group;
    return [...(first ? [[group ?? '']] : []), shown.map(at => row[at] ?? '')];
  });
  const content = table(header, lines);
  const notes = [
    ...footnotes.map(({ column, text }) => {
      const at = marked.findIndex(each => each.column === column && column !== undefined);
      return paragraph(at === -1 ? text : `${mark(at)} ${text}`);
    }),
    ...abbreviationNotes(review, [header, ...lines].flat(), caption !== undefined || footnotes.length > 0 || alone),
  ];
  if (!alone && caption === undefined && notes.length === 0) return report([content]);
  const words = caption ?? l10n.t('Characteristics of the included studies');
  return report([captioned(words, content, { notes, wide: header.length > uprightColumns })]);
}

const marks = ['†', '‡', '§', '¶'];

/** The signs of notes in their order: †, ‡, §, ¶, and then each twice. */
function mark(at: number): string {
  return marks[at % marks.length]!.repeat(Math.floor(at / marks.length) + 1);
}

/**
 * What the abbreviations stand for that occur in the cells, in alphabetical order; nothing where none does.
 *
 * @param missing whether what is printed for a value that is not there is explained, too
 */
function abbreviationNotes(review: Review, cells: readonly string[], missing: boolean): Paragraph[] {
  const { abbreviations, missing: printed } = review.settings;
  const known = new Map(abbreviations.map(({ name, meaning }) => [name, meaning]));
  if (missing) {
    for (const [meaning, print] of Object.entries(printed)) {
      if (print !== meaning && !known.has(print)) known.set(print, meaning);
    }
  }
  const found = [...known].filter(([name]) => occurs(name, cells));
  if (found.length === 0) return [];
  found.sort(([a], [b]) => collator.compare(a, b) || (a < b ? -1 : 1));
  return [paragraph(l10n.t('Abbreviations: {0}.', found.map(([name, meaning]) => `${name} = ${meaning}`).join('; ')))];
}

/** Whether a text stands in one of the cells as a word of its own. */
function occurs(name: string, cells: readonly string[]): boolean {
  const letter = /[\p{L}\p{N}]/u;
  return (
    name !== '' &&
    cells.some(cell => {
      for (let at = cell.indexOf(name); at !== -1; at = cell.indexOf(name, at + 1)) {
        const [before, after] = [cell.charAt(at - 1), cell.charAt(at + name.length)];
        if (!letter.test(before) && !letter.test(after)) return true;
      }
      return false;
    })
  );
}

/** Names of columns that the review derives, with the labels they have unless `metasynth.yaml` gives others. */
function derivedLabel(name: string): string | undefined {
  switch (name) {
    case 'no':
      return l10n.t('No.');
    case 'key':
      return l10n.t('Key');
    case 'study':
      return l10n.t('Study');
    case 'year':
      return l10n.t('Year');
    case 'casp':
      return 'CASP';
    case 'jbi':
      return 'JBI';
    case 'appraisal':
      return l10n.t('Appraisal');
    case 'band':
      return l10n.t('Band');
    case 'themes':
      return l10n.t('Themes');
    case 'constructs':
      return l10n.t('Constructs');
    default:
      return undefined;
  }
}

/** Columns that need no declaration under `characteristics:`. */
export const derivedColumns: readonly string[] = [
  ...['no', 'key', 'study', 'year', 'casp', 'jbi', 'appraisal', 'band', 'themes', 'constructs'],
];

/** A column that nothing declares is left out: filled with "not reported" it would say something untrue of every study. */
function isColumn({ name }: Column, review: Review): boolean {
  const { characteristics } = review.settings;
  return (
    characteristics.length === 0 || derivedColumns.includes(name) || characteristics.some(each => each.name === name)
  );
}

function labelOf(column: Column, review: Review): string {
  const declared = review.settings.characteristics.find(each => each.name === column.name)?.label;
  return column.label ?? declared ?? derivedLabel(column.name) ?? capitalised(column.name);
}

function capitalised(name: string): string {
  const words = name.replace(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The cell of a column. What a study does not tell is shown as not reported. */
function cell(name: string, study: Study, index: number, review: Review): string {
  const own = characteristic(name, study, review);
  if (own !== undefined) return own;
  switch (name) {
    case 'no':
      return String(index + 1);
    case 'key':
      return study.facts.key;
    case 'study':
      return study.name;
    case 'year':
      return study.year === undefined ? review.settings.missing['not reported'] : String(study.year);
    case 'casp':
    case 'jbi':
    case 'appraisal':
      return appraisal(study, review);
    case 'band':
      return bandOf(study.total, review.bands) ?? review.settings.missing['not reported'];
    case 'themes':
      return themeWords(study, review).join('; ');
    case 'constructs':
      return constructLabels(study, review).join('; ');
    default:
      return review.settings.missing['not reported'];
  }
}

function characteristic(name: string, study: Study, review: Review): string | undefined {
  const field = study.facts.fields.find(each => each.name === name);
  if (!field || field.items.length === 0) return undefined;
  return field.items
    .map(({ value }) => {
      const missing = missingName(value);
      return missing ? review.settings.missing[missing] : value;
    })
    .join(', ');
}

function appraisal(study: Study, review: Review): string {
  if (study.appraisal.total !== undefined) return String(study.appraisal.total);
  const stated = study.facts.total?.value;
  const missing = stated === undefined ? undefined : missingName(stated);
  // Raters have begun and are not done, or differ: the total is theirs to make, and nothing that the study left out.
  const begun = study.appraisal.raters.length > 0 || study.appraisal.consensus !== undefined;
  if (stated === undefined && begun) return review.settings.missing['to do'];
  return missing ? review.settings.missing[missing] : (stated ?? review.settings.missing['not reported']);
}

/** The study authors' own wording where the study gives one, else the theme's label. */
export function themeWords(study: Study, review: Review): string[] {
  // A study that lists none may still carry some, as tags of its findings.
  if (study.facts.themes.length === 0) return study.themes.map(id => review.themeById.get(id)?.label ?? id);
  return study.facts.themes.map(({ id, name, wording }) => {
    const theme = review.themeById.get(id) ?? review.themeAliases.get(id);
    return wording ?? theme?.label ?? name;
  });
}

function constructLabels(study: Study, review: Review): string[] {
  return review.constructs
    .filter(construct => construct.carrying.includes(study) || construct.cited.includes(study))
    .map(construct => construct.label);
}
