import type { Filter } from '../../syntax/filters/filter.js';
import { namesIn, type Tally, talliesOf, tallyKey, valuesIn } from '../counting/parts.js';
import {
  type FilterContext,
  groupNamed,
  isDeclared,
  itemField,
  numberOf,
  ownFields,
  predicateOf,
} from '../counting/predicate.js';
import type { Study } from '../model.js';
import type { Cells } from './cells.js';
import type { Effects } from './effects.js';
import { isKind, type Member } from './member.js';
import type { IndexedStudy } from './study.js';

let asked = 0;

/** How often a study has been asked so far whether it passes a filter: a measure of work that is the same on any machine. */
export function studiesAsked(): number {
  return asked;
}

/** The studies that are counted, each with its number under the field that is summed up; undefined where it gives none. */
export type Counted = ReadonlyMap<Study, number | undefined>;

interface Entry {
  readonly key: string;
  readonly value: (study: Study) => { readonly number: number | undefined } | undefined;
  /** The columns of the extraction grid that it looks at. */
  readonly columns: readonly string[];
  /** Whether it depends on what the codebook says. */
  readonly byCodebook: boolean;
  /** How many checked numbers and criteria ask for it. */
  uses: number;
  filled: boolean;
  readonly members: Map<Study, number | undefined>;
  /** The numbers that are there, sorted; undefined while nobody has asked since one of them changed. */
  sorted: readonly number[] | undefined;
}

/**
 * How many studies pass each filter of the manuscript's numbers. A study that changes is looked at by itself; the others are
 * not counted again.
 */
export class Counts {
  private readonly entries = new Map<string, Entry>();
  private readonly waiting = new Set<Entry>();

  constructor(
    private readonly effects: Effects,
    private readonly context: FilterContext,
    private readonly cells: Cells,
    private readonly studies: () => Iterable<IndexedStudy>,
  ) {}

  /** Sections have come or gone: what their numbers count is kept from now on, or no more. */
  use(members: readonly Member[], by: 1 | -1): void {
    for (const member of members) {
      if (!isKind(member, 'section')) continue;
      for (const { readings } of member.facts.numbers) {
        for (const { result } of readings) {
          if ('definition' in result) for (const tally of talliesOf(result.definition)) this.hold(tally, by);
        }
      }
    }
  }

  /** A filter of the settings, whose names are looked up at every change: what each of its values counts is kept at hand. */
  useFilter(filter: Filter): void {
    for (const tally of valuesIn(filter)) this.hold(tally, 1);
  }

  /** Looks at studies again that have changed or gone. */
  look(studies: Iterable<IndexedStudy>, there: (study: IndexedStudy) => boolean): void {
    if (this.entries.size === 0) return;
    for (const study of studies) {
      const is = there(study);
      for (const entry of this.entries.values()) if (entry.filled) this.weigh(entry, study, is);
    }
  }

  /** The codebook says something else: what is counted by themes or constructs is counted anew. */
  recount(): void {
    for (const entry of this.entries.values()) if (entry.byCodebook && entry.filled) this.waiting.add(entry);
    this.settle();
  }

  /** Counts what is asked for the first time, all of it in one walk through the studies. */
  settle(): void {
    if (this.waiting.size === 0) return;
    const entries = [...this.waiting];
    this.waiting.clear();
    this.cells.need(entries.flatMap(entry => entry.columns));
    for (const study of this.studies()) for (const entry of entries) this.weigh(entry, study, true);
    for (const entry of entries) entry.filled = true;
  }

  /** What is counted for a tally; counted on the spot where no number of the manuscript asks for it. */
  of(tally: Tally): Counted {
    return this.entry(tally).members;
  }

  /** The numbers of a tally that are there, the smallest first. */
  numbers(tally: Tally): readonly number[] {
    const entry = this.entry(tally);
    entry.sorted ??= [...entry.members.values()].filter(each => each !== undefined).sort((a, b) => a - b);
    return entry.sorted;
  }

  private entry(tally: Tally): Entry {
    const key = tallyKey(tally);
    const known = this.entries.get(key);
    if (known) return known;
    const entry = this.make(key, tally);
    this.cells.need(entry.columns);
    for (const study of this.studies()) this.weigh(entry, study, true);
    return entry;
  }

  private hold(tally: Tally, by: 1 | -1): void {
    const key = tallyKey(tally);
    let entry = this.entries.get(key);
    if (!entry) {
      if (by < 0) return;
      entry = this.make(key, tally);
      this.entries.set(key, entry);
      this.waiting.add(entry);
    }
    entry.uses += by;
    if (entry.uses > 0) return;
    this.entries.delete(key);
    this.waiting.delete(entry);
  }

  private make(key: string, { where, field }: Tally): Entry {
    // A field that the review does not have is a slip of the pen, or half written: studies are not opened to look for it.
    const passes = where ? (this.isKnown(where) ? predicateOf(where, this.context) : () => false) : () => true;
    const { context } = this;
    return {
      key,
      value: study =>
        passes(study) ? { number: field === undefined ? undefined : numberOf(study, field, context) } : undefined,
      columns: this.columnsOf({ where, field }),
      byCodebook: where !== undefined && speaksOfCodebook(where, context),
      uses: 0,
      filled: false,
      members: new Map(),
      sorted: undefined,
    };
  }

  private isKnown(where: Filter): boolean {
    const { settings } = this.context;
    if (settings.characteristics.length === 0) return true;
    return namesIn(where).fields.every(
      ({ text }) =>
        isDeclared(settings, text) || (ownFields as readonly string[]).includes(text) || itemField.test(text),
    );
  }

  /** The columns that a tally looks at: those that the review declares, others being derived perhaps. */
  private columnsOf({ where, field }: Tally): readonly string[] {
    const { settings } = this.context;
    const names = where ? namesIn(where) : { fields: [], groups: [] };
    const inGroups = names.groups.flatMap(({ text }) => groupNamed(settings.groups, text)?.fields ?? []);
    const all = [...names.fields.map(each => each.text), ...inGroups.map(each => each.name), ...(field ? [field] : [])];
    return all.filter(name => isDeclared(settings, name));
  }

  private weigh(entry: Entry, study: Study, there: boolean): void {
    asked++;
    const { members } = entry;
    const now = there ? entry.value(study) : undefined;
    if (!now) {
      if (!members.delete(study)) return;
      entry.sorted = undefined;
      this.effects.facets.add(`count ${entry.key}`);
      return;
    }
    if (members.has(study) && members.get(study) === now.number) return;
    members.set(study, now.number);
    entry.sorted = undefined;
    this.effects.facets.add(`count ${entry.key}`);
  }
}

function speaksOfCodebook(where: Filter, { settings }: FilterContext): boolean {
  return namesIn(where).fields.some(({ text }) => /^(?:theme|construct)$/.test(text) && !isDeclared(settings, text));
}
