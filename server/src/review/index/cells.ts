import { type Cell, cellIn } from '../counting/predicate.js';
import type { Study } from '../model.js';
import type { Effects } from './effects.js';
import type { IndexedStudy } from './study.js';

interface Column {
  /** The studies of each cell, by its key. */
  readonly studies: Map<string, Set<Study>>;
  readonly cells: Map<Study, Cell>;
  /** Cells that are alike are one object: there are few of them, and many studies. */
  readonly known: Map<string, Cell>;
}

/**
 * What the included studies say in the columns of the extraction grid that somebody asks for: filters, and whoever looks for studies
 * that say the same. A column is read when it is first needed, and kept up to date from then on, so that a filter that is being
 * written does not open all studies at every letter.
 */
export class Cells {
  private readonly columns = new Map<string, Column>();

  constructor(
    private readonly effects: Effects,
    private readonly studies: () => Iterable<IndexedStudy>,
  ) {}

  /** The studies by what stands in a column, in its folded words; those that say nothing are under the empty text. */
  of(name: string): ReadonlyMap<string, ReadonlySet<Study>> {
    this.need([name]);
    return this.columns.get(name)!.studies;
  }

  /** What a study says in a column; undefined where the column has not been read. */
  cell(study: Study, name: string): Cell | undefined {
    return this.columns.get(name)?.cells.get(study);
  }

  /** Reads columns that are not there yet, all of them in one walk through the studies. */
  need(names: Iterable<string>): void {
    const missing = [...new Set(names)].filter(name => !this.columns.has(name));
    if (missing.length === 0) return;
    for (const name of missing) this.columns.set(name, { studies: new Map(), cells: new Map(), known: new Map() });
    for (const study of this.studies()) {
      const { facts } = study;
      for (const name of missing) put(this.columns.get(name)!, study, cellIn(facts, name));
    }
  }

  /** Looks at studies again that have changed or gone. */
  look(studies: Iterable<IndexedStudy>, there: (study: IndexedStudy) => boolean): void {
    if (this.columns.size === 0) return;
    for (const study of studies) {
      const facts = there(study) ? study.facts : undefined;
      for (const [name, column] of this.columns) {
        const changed = facts ? put(column, study, cellIn(facts, name)) : take(column, study);
        if (changed) this.effects.facets.add(`cells ${name}`);
      }
    }
  }
}

/** True when the study says something else than before. */
function put(column: Column, study: Study, cell: Cell): boolean {
  const { studies, cells, known } = column;
  const before = cells.get(study);
  if (before && before.key === cell.key && before.number === cell.number) return false;
  take(column, study);
  const name = `${cell.key}\n${cell.number ?? ''}`;
  const shared = known.get(name) ?? cell;
  if (shared === cell) known.set(name, cell);
  cells.set(study, shared);
  studies.set(shared.key, (studies.get(shared.key) ?? new Set()).add(study));
  return true;
}

function take({ studies, cells, known }: Column, study: Study): boolean {
  const cell = cells.get(study);
  if (!cell) return false;
  cells.delete(study);
  const alike = studies.get(cell.key);
  alike?.delete(study);
  if (alike?.size === 0) {
    studies.delete(cell.key);
    known.delete(`${cell.key}\n${cell.number ?? ''}`);
  }
  return true;
}
