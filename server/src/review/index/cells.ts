import { foldValue } from '../../syntax/filters/filter.js';
import { cellOf } from '../counting/predicate.js';
import type { Study } from '../model.js';
import type { Effects } from './effects.js';
import type { IndexedStudy } from './study.js';

interface Column {
  readonly cells: Map<string, Set<Study>>;
  readonly keys: Map<Study, string>;
}

/**
 * Which included studies say the same in a column of the extraction grid. A column is sorted when somebody first asks for it, and
 * kept up to date from then on.
 */
export class Cells {
  private readonly columns = new Map<string, Column>();

  constructor(
    private readonly effects: Effects,
    private readonly studies: () => Iterable<IndexedStudy>,
  ) {}

  /** What stands in a column, by its folded words; studies that say nothing are under the empty text. */
  of(name: string): ReadonlyMap<string, ReadonlySet<Study>> {
    let column = this.columns.get(name);
    if (!column) {
      column = { cells: new Map(), keys: new Map() };
      this.columns.set(name, column);
      for (const study of this.studies()) put(column, study, cellOf(study.facts, name));
    }
    return column.cells;
  }

  /** Looks at studies again that have changed or gone. */
  look(studies: Iterable<IndexedStudy>, there: (study: IndexedStudy) => boolean): void {
    if (this.columns.size === 0) return;
    for (const study of studies) {
      for (const [name, column] of this.columns) {
        const items = there(study) ? cellOf(study.facts, name) : undefined;
        const changed = items ? put(column, study, items) : take(column, study);
        if (changed) this.effects.facets.add(`cells ${name}`);
      }
    }
  }
}

/** The same text for cells that say the same, in whatever order and case. */
function cellKey(items: readonly string[]): string {
  return [...new Set(items.map(foldValue))].sort().join('\n');
}

function put(column: Column, study: Study, items: readonly string[]): boolean {
  const key = cellKey(items);
  if (column.keys.get(study) === key) return false;
  take(column, study);
  column.keys.set(study, key);
  const cell = column.cells.get(key);
  if (cell) cell.add(study);
  else column.cells.set(key, new Set([study]));
  return true;
}

function take(column: Column, study: Study): boolean {
  const key = column.keys.get(study);
  if (key === undefined) return false;
  column.keys.delete(study);
  const cell = column.cells.get(key);
  cell?.delete(study);
  if (cell?.size === 0) column.cells.delete(key);
  return true;
}
