import type { CheckedNumber, Field } from '../../syntax/facts.js';
import type { Filter } from '../../syntax/filters/filter.js';
import type { Definition } from '../../syntax/numbers/definition.js';
import type { Review, Study } from '../model.js';
import { byName } from '../order.js';
import { filtersOf, namesIn, shareTally, type Tally, tallyKey } from './parts.js';
import { cellOf, groupNamed, isDeclared, itemField, ownFields, type Predicate, predicateOf } from './predicate.js';
import { isSaid } from './quantifiers.js';
import { verdictOf } from './verdict.js';

/**
 * The smallest change of one column of the extraction grid that makes all numbers of a section true which count by it. It is told
 * where it is smaller than the change of the numbers themselves: where one study that moved would mend two of them.
 */
export interface Repair {
  readonly column: string;
  /** How many numbers count by the column, all of which would be true. */
  readonly numbers: number;
  /** Those of them that disagree now. */
  readonly disagreeing: readonly CheckedNumber[];
  /** How many cells would change. */
  readonly cells: number;
  /**
   * The changes. Of a single cell these are all that do it, each an alternative to the others; of several cells they are one way
   * of doing it, to be done together.
   */
  readonly changes: readonly CellChange[];
}

/** A cell that would say something else, in any one of some studies. */
export interface CellChange {
  /** What it says now, as written in the first of the studies; empty where it says nothing. */
  readonly from: readonly string[];
  /** What it could say instead: what other studies say there. */
  readonly to: readonly (readonly string[])[];
  /** The studies of which one would change, by name. */
  readonly studies: readonly Study[];
}

/** More studies than these are not told apart by several columns at once: nobody looks through them for the one. */
const mostStudies = 1000;
/** So many ways of changing a cell are tried at most, and so many of changing several. */
const mostTried = 20_000;
/** More cells than these at once are no small repair. */
const mostCells = 3;

/** The repairs of a section's numbers, one for each column by which at least two of them disagree. */
export function smallestRepairs(numbers: readonly CheckedNumber[], review: Review): Repair[] {
  const told = numbers.flatMap(number => {
    const { kind } = verdictOf(number, review);
    return kind === 'agrees' || kind === 'one-reading' || kind === 'disagrees' ? [{ number, kind }] : [];
  });
  const wrong = told.filter(each => each.kind === 'disagrees').map(each => each.number);
  if (wrong.length < 2) return [];
  const columns = new Set(wrong.flatMap(number => [...columnsOf(number, review)]));
  return [...columns].flatMap(column => {
    const involved = told.map(each => each.number).filter(number => columnsOf(number, review).has(column));
    const disagreeing = wrong.filter(number => involved.includes(number));
    if (disagreeing.length < 2) return [];
    return new Search(column, involved, disagreeing, review).run() ?? [];
  });
}

function definitionsOf({ readings }: CheckedNumber): Definition[] {
  return readings.flatMap(({ result }) => ('definition' in result ? [result.definition] : []));
}

/** The columns that the filters of a number look at, those of groups among them. */
function columnsOf(number: CheckedNumber, review: Review): Set<string> {
  const columns = new Set<string>();
  for (const filter of definitionsOf(number).flatMap(filtersOf)) {
    const { fields, groups } = namesIn(filter);
    for (const { text } of fields) columns.add(text);
    for (const { text } of groups) {
      for (const { name } of groupNamed(review.settings.groups, text)?.fields ?? []) columns.add(name);
    }
  }
  return columns;
}

/** Studies that say the same in all columns concerned. */
interface Alike {
  readonly studies: readonly Study[];
  /** What they say, by column. */
  readonly cells: ReadonlyMap<string, readonly string[]>;
}

/** Changes of one cell that do the same to all numbers. */
interface Move {
  /** By how much each tally grows. */
  readonly by: readonly number[];
  readonly ways: readonly { readonly from: Alike; readonly to: readonly string[] }[];
}

/** One number that is to be true, in one of its readings. */
interface Goal {
  readonly number: CheckedNumber;
  readonly readings: readonly { readonly part: number; readonly whole?: number; readonly rounded: boolean }[];
}

class Search {
  private readonly tallies: { readonly tally: Tally; readonly passes: Predicate; readonly fixed: boolean }[] = [];
  private readonly tallyAt = new Map<string, number>();
  private now: readonly number[] = [];

  constructor(
    private readonly column: string,
    private readonly involved: readonly CheckedNumber[],
    private readonly disagreeing: readonly CheckedNumber[],
    private readonly review: Review,
  ) {}

  run(): Repair | undefined {
    const { column, involved, disagreeing } = this;
    const columns = new Set(involved.flatMap(number => [...columnsOf(number, this.review)]));
    if (![...columns].every(each => this.isColumn(each))) return undefined;
    const goals = involved.map(number => this.goalOf(number));
    const classes = this.classes([...columns]);
    if (!classes) return undefined;
    const moves = this.moves(classes);
    if (!moves) return undefined;
    // Of a sum it does not matter how many studies there are: nothing but that they stay.
    this.now = this.tallies.map(({ tally, fixed }) => (fixed ? 0 : this.review.tally(tally).size));
    const most = Math.min(mostCells, disagreeing.length - 1);
    for (let cells = 1; cells <= most; cells++) {
      const found = this.combine(moves, goals, cells);
      if (found.length === 0) continue;
      return {
        column,
        numbers: involved.length,
        disagreeing,
        cells,
        changes:
          cells === 1
            ? changesOf(found.flat(), column)
            : found[0]!.flatMap(move => changesOf([move], column).slice(0, 1)),
      };
    }
    return undefined;
  }

  /** Whether a field of a filter is a column of the extraction grid, and not something that the review derives. */
  private isColumn(name: string): boolean {
    if (isDeclared(this.review.settings, name)) return true;
    return !(ownFields as readonly string[]).includes(name) && !itemField.test(name);
  }

  private goalOf(number: CheckedNumber): Goal {
    const readings = definitionsOf(number).flatMap((definition): Goal['readings'] => {
      switch (definition.what) {
        case 'studies':
          return [{ part: this.tally({ where: definition.where, field: undefined }), rounded: false }];
        case 'share': {
          const whole = this.tally({ where: definition.of, field: undefined });
          return [{ part: this.tally(shareTally(definition)), whole, rounded: true }];
        }
        case 'statistic':
          // What it sums up differs from study to study: it stays true as long as none comes or goes.
          this.tally({ where: definition.where, field: undefined }, true);
          return [];
        default:
          return [];
      }
    });
    return { number, readings };
  }

  private tally(tally: Tally, fixed = false): number {
    const key = `${fixed} ${tallyKey(tally)}`;
    const known = this.tallyAt.get(key);
    if (known !== undefined) return known;
    const where: Filter | undefined = tally.where;
    const { settings, checklist } = this.review;
    const context = { settings, checklist, theme: () => undefined, construct: () => undefined };
    this.tallies.push({ tally, passes: where ? predicateOf(where, context) : () => true, fixed });
    this.tallyAt.set(key, this.tallies.length - 1);
    return this.tallies.length - 1;
  }

  private classes(columns: readonly string[]): Alike[] | undefined {
    const cellsOf = (studies: readonly Study[]): Alike['cells'] =>
      new Map(columns.map(name => [name, cellOf(studies[0]!.facts, name)]));
    const cells = columns.map(name => this.review.cells(name));
    if (columns.length === 1) {
      return [...cells[0]!.values()].map(set => {
        const studies = byName(set);
        return { studies, cells: cellsOf(studies) };
      });
    }
    const keys = new Map<Study, string>();
    for (const column of cells) {
      for (const [key, studies] of column) {
        for (const study of studies) keys.set(study, `${keys.get(study) ?? ''}\n\n${key}`);
      }
      if (keys.size > mostStudies) return undefined;
    }
    const classes = new Map<string, Study[]>();
    for (const [study, key] of keys) {
      const known = classes.get(key);
      if (known) known.push(study);
      else classes.set(key, [study]);
    }
    return [...classes.values()].map(set => {
      const studies = byName(set);
      return { studies, cells: cellsOf(studies) };
    });
  }

  /** All changes of one cell to what another study says there, those together that do the same. */
  private moves(classes: readonly Alike[]): Move[] | undefined {
    const { column, tallies } = this;
    const targets = [...this.review.cells(column)]
      .filter(([key]) => key !== '')
      .map(([key, studies]) => ({ key, items: cellOf(byName(studies)[0]!.facts, column) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    if (classes.length * targets.length * tallies.length > mostTried) return undefined;
    const moves = new Map<string, { by: readonly number[]; ways: Move['ways'][number][] }>();
    const sorted = [...classes].sort((a, b) => (a.studies[0]!.id < b.studies[0]!.id ? -1 : 1));
    for (const from of sorted) {
      const before = tallies.map(({ passes }) => passes(withCells(from.cells)));
      for (const { items } of targets) {
        const there = withCells(new Map(from.cells).set(column, items));
        const by = tallies.map(({ passes }, index) => Number(passes(there)) - Number(before[index]));
        if (by.every(each => each === 0) || by.some((each, index) => each !== 0 && tallies[index]!.fixed)) continue;
        const key = by.join();
        const known = moves.get(key);
        if (known) known.ways.push({ from, to: items });
        else moves.set(key, { by, ways: [{ from, to: items }] });
      }
    }
    return [...moves.values()];
  }

  /** Sets of moves that make all numbers true: of one move all that do, of several the first. */
  private combine(moves: readonly Move[], goals: readonly Goal[], cells: number): Move[][] {
    const found: Move[][] = [];
    let tried = 0;
    const go = (from: number, chosen: readonly Move[], sums: readonly number[]): void => {
      if (chosen.length === cells) {
        if (goals.every(goal => this.holds(goal, sums)) && isEnough(chosen)) found.push([...chosen]);
        return;
      }
      for (let index = from; index < moves.length; index++) {
        if (++tried > mostTried || (cells > 1 && found.length > 0)) return;
        const move = moves[index]!;
        go(
          index,
          [...chosen, move],
          sums.map((sum, at) => sum + move.by[at]!),
        );
      }
    };
    go(0, [], this.now);
    return found;
  }

  private holds({ number, readings }: Goal, sums: readonly number[]): boolean {
    // One of statistics alone is kept as it is by what may not move.
    if (readings.length === 0) return true;
    return readings.some(({ part, whole, rounded }) => {
      const of = whole === undefined ? undefined : sums[whole]!;
      if (of === 0) return false;
      const value = of === undefined ? sums[part]! : (100 * sums[part]!) / of;
      const percent = of === undefined ? (100 * value) / this.review.studyCount : value;
      return isSaid(number.written!, { value, rounded, percent }, this.review.settings) !== false;
    });
  }
}

/** Whether there are studies enough to do each of the moves. */
function isEnough(chosen: readonly Move[]): boolean {
  const wanted = new Map<Move, number>();
  for (const move of chosen) wanted.set(move, (wanted.get(move) ?? 0) + 1);
  return [...wanted].every(([{ ways }, count]) => {
    const studies = new Set(ways.flatMap(({ from }) => from.studies));
    return studies.size >= count;
  });
}

/** What moves do, as changes of cells: studies that say the same now and could say the same instead are told of together. */
function changesOf(moves: readonly Move[], column: string): CellChange[] {
  const ends = new Map<Alike, Map<string, readonly string[]>>();
  for (const { from, to } of moves.flatMap(({ ways }) => ways)) {
    ends.set(from, (ends.get(from) ?? new Map()).set(to.join('\n'), to));
  }
  const changes = new Map<string, { from: readonly string[]; to: (readonly string[])[]; in: Study[] }>();
  for (const [{ cells, studies }, to] of ends) {
    const from = cells.get(column) ?? [];
    const key = [from.join('\n'), ...[...to.keys()].sort()].join('\n\n');
    const known = changes.get(key);
    if (known) known.in.push(...studies);
    else changes.set(key, { from, to: [...to.keys()].sort().map(each => to.get(each)!), in: [...studies] });
  }
  return [...changes.values()].map(each => ({ from: each.from, to: each.to, studies: byName(each.in) }));
}

const nowhere = { line: 0, character: 0, endLine: 0, endCharacter: 0 };

/** A study of which nothing is known but some cells: all that a filter by columns looks at. */
function withCells(cells: Alike['cells']): Study {
  const fields = [...cells].map(
    ([name, items]): Field => ({
      name,
      nameAt: nowhere,
      at: nowhere,
      items: items.map(value => ({ value, at: nowhere })),
      list: items.length !== 1,
      nested: false,
    }),
  );
  return { facts: { fields } } as unknown as Study;
}
