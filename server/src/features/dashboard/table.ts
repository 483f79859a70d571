import { matrixOrder } from '../../reports/matrix-order.js';
import type { Grid } from '../../reports/report-kind.js';
import { reportOf } from '../../reports/reports.js';
import { synthesisTable } from '../../reports/synthesis-table.js';
import type { Review, Study } from '../../review/model.js';
import { foldId } from '../../text/words.js';
import { type DashboardPlace, findingPlace, placeOf, studyPlace } from './place.js';

/** Which rows of a report's table are wanted, in which order. */
export interface TableAsk {
  readonly kind: 'table';
  readonly report: string;
  /** Only rows that hold all these words, in any cell. */
  readonly filter?: string;
  readonly sort?: { readonly column: number; readonly descending: boolean };
  /** How many rows and columns at most. */
  readonly rows?: number;
  readonly columns?: number;
}

/** A part of a report's table: what can be looked at, not all that there is. */
export interface TablePart {
  readonly kind: 'table';
  readonly report: string;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  /** How many rows have the words that were asked for, and how many there are. */
  readonly matching: number;
  readonly total: number;
  /** How many columns there are. */
  readonly columns: number;
  /** The column that names the row: a study by its name and not by its number. */
  readonly head: number;
}

export interface TableRow {
  /** What the row is known by, whatever its place: a study's key, a finding's name, or its number. */
  readonly id: string;
  readonly cells: readonly (string | number)[];
  /** Whether it leads to a place in the files. */
  readonly linked: boolean;
}

/** As many rows and columns as somebody looks at before asking for more. */
const [rowsShown, columnsShown] = [100, 40];
/** Wide tables show fewer rows at a time: it is cells that take time to show. */
const [cellsShown, fewestRows] = [3000, 25];

/** A report's table with all its rows, to take parts of. */
export interface WholeTable extends Grid {
  readonly report: string;
  /** What each row is known by. */
  readonly ids: readonly string[];
  readonly head: number;
}

/** The table of a report; undefined for one that has none. */
export function wholeTable(review: Review, report: string): WholeTable | undefined {
  const grid = reportOf(report)?.grid?.(review);
  return grid && { report, ...grid, ids: idsOf(review, report, grid), head: headOf(review, report) };
}

/** The rows that are asked for. */
export function partOfTable(whole: WholeTable, ask: TableAsk): TablePart {
  const { header, rows, ids } = whole;
  const words = (ask.filter ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const matching = rows.flatMap((cells, index) => {
    if (words.length === 0) return [index];
    const text = cells.join('\n').toLowerCase();
    return words.every(word => text.includes(word)) ? [index] : [];
  });
  const { sort } = ask;
  if (sort && sort.column < header.length) {
    const cell = (index: number): string | number => rows[index]![sort.column] ?? '';
    const direction = sort.descending ? -1 : 1;
    // What is equal keeps the order of the report, in both directions, and what is empty comes last.
    matching.sort(
      (a, b) => Number(cell(a) === '') - Number(cell(b) === '') || direction * compareCells(cell(a), cell(b)) || a - b,
    );
  }
  const columns = Math.min(header.length, Math.max(1, ask.columns ?? columnsShown));
  const usual = Math.max(fewestRows, Math.min(rowsShown, Math.floor(cellsShown / Math.max(1, columns))));
  return {
    kind: 'table',
    report: whole.report,
    header: header.slice(0, columns),
    rows: matching.slice(0, ask.rows ?? usual).map(index => ({
      id: ids[index]!,
      cells: rows[index]!.slice(0, columns),
      linked: !/^\d+$/.test(ids[index]!),
    })),
    matching: matching.length,
    total: rows.length,
    columns: header.length,
    head: whole.head < columns ? whole.head : 0,
  };
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Numbers before words, and words as in a dictionary, with numbers in them by their size. */
function compareCells(a: string | number, b: string | number): number {
  const [one, other] = [String(a), String(b)];
  const [x, y] = [Number(one), Number(other)];
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
  return collator.compare(one, other);
}

function idsOf(review: Review, report: string, { rows }: Grid): readonly string[] {
  const numbered = rows.map((_, index) => String(index));
  switch (report) {
    case 'synthesis-table':
    case 'appraisal':
      return review.studies.length === rows.length
        ? review.studies.map(study => study.facts.key).map(marked)
        : numbered;
    case 'matrix':
    case 'confidence':
      return rows.map(([name]) => marked(String(name)));
    case 'agreement':
      return rows.map(([what], index) => {
        const key = /\.study-(.+)$/.exec(String(what))?.[1];
        return key === undefined ? numbered[index]! : marked(`${key}@${String(what).split('.')[0]}`);
      });
    default:
      return numbered;
  }
}

function headOf(review: Review, report: string): number {
  if (report === 'matrix') return 1;
  if (report !== 'synthesis-table') return 0;
  const { columns } = synthesisTable(review);
  return Math.max(
    0,
    columns.findIndex(({ name }) => name === 'study'),
  );
}

/** A name is told from a row's number, be it a number itself. */
function marked(name: string): string {
  return `=${name}`;
}

/** Where a cell of a report's table comes from: the field itself where a study says it, else the study; undefined for what is counted. */
export function cellPlace(review: Review, report: string, row: string, column: number): DashboardPlace | undefined {
  if (!row.startsWith('=')) return undefined;
  const name = row.slice(1);
  if (report === 'confidence') return judgedPlace(review, name, column);
  const study = review.studyById.get(foldId(report === 'agreement' ? name.replace(/@[^@]*$/, '') : name));
  return study && fieldPlace(review, report, study, column);
}

function fieldPlace(review: Review, report: string, study: Study, column: number): DashboardPlace {
  const { file, chunk, facts } = study;
  const at = (place: DashboardPlace | undefined): DashboardPlace => place ?? studyPlace(study);
  if (report === 'matrix') {
    const theme = matrixOrder(review).groups.flatMap(group => group.themes)[column - 2];
    const carried = theme && facts.themes.find(each => each.id === theme.id);
    return at(carried && placeOf({ file, chunk, at: carried.at }));
  }
  if (report !== 'synthesis-table') return at(undefined);
  const columnName = synthesisTable(review).columns[column]?.name;
  const field = facts.fields.find(each => each.name === columnName);
  const [theme] = columnName === 'themes' ? facts.themes : [];
  const found = field?.at ?? theme?.at;
  return at(found && placeOf({ file, chunk, at: found }));
}

/** A judged finding: what it says leads to the manuscript, all else to what was judged. */
function judgedPlace(review: Review, name: string, column: number): DashboardPlace | undefined {
  const finding = review.findingByName.get(foldId(name));
  if (column === 1 && finding) return findingPlace(finding);
  const judged = review.judgements.find(({ facts }) => facts.name === name);
  return judged && placeOf({ file: judged.file, chunk: judged.chunk, at: judged.facts.at });
}
