import * as l10n from '@vscode/l10n';
import { bandOf } from '../review/appraisal.js';
import { missingName } from '../review/characteristics.js';
import type { Review, Study } from '../review/model.js';
import type { Column } from '../syntax/facts.js';
import type { ReportKind } from './report-kind.js';
import { type Report, report, table } from './tree.js';

/** The table of included studies as data: one row a study, in the table's order; every cell is text as printed. */
export interface SynthesisTable {
  readonly columns: readonly { readonly name: string; readonly label: string }[];
  readonly rows: readonly (readonly string[])[];
  /** The studies' keys, row by row. */
  readonly keys: readonly string[];
}

export const synthesisTableKind: ReportKind = {
  name: 'synthesis-table',
  command: 'table',
  summary: 'the synthesis table',
  title: review => review.settings.title?.value ?? l10n.t('Synthesis table'),
  make: review => synthesisTableReport(review),
  data: tableData,
  grid: review => {
    const { columns, rows } = synthesisTable(review);
    return { header: columns.map(column => column.label), rows };
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

/** Makes the table with the columns, labels and order of `table:` in `metasynth.yaml`. */
export function synthesisTable(review: Review): SynthesisTable {
  const columns = columnsOf(review);
  return {
    columns: columns.map(column => ({ name: column.name, label: labelOf(column, review) })),
    rows: review.studies.map((study, index) => columns.map(({ name }) => cell(name, study, index, review))),
    keys: review.studies.map(study => study.facts.key),
  };
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

/** The same as a report. */
export function synthesisTableReport(review: Review): Report {
  const { columns, rows } = synthesisTable(review);
  return report([
    table(
      columns.map(column => column.label),
      rows,
    ),
  ]);
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
