import type { Band, Criterion, Flow, FlowBox, Group } from './facts.js';
import { kept, type Notes } from './notes.js';
import { asList, entriesOf, entry } from './yaml/access.js';
import type { Located, LocatedEntry, LocatedMap } from './yaml/located.js';

/** Reads `groups:` of `metasynth.yaml`. */
export function readGroups(map: LocatedMap | undefined, notes: Notes): Group[] {
  return entriesOf(map).map(({ key, keyAt, value }) => ({
    name: kept(key),
    at: notes.place(keyAt),
    fields: entriesOf(value).map(each => ({
      name: kept(each.key),
      at: notes.place(each.keyAt),
      values: notes.toldList(each.value),
    })),
  }));
}

/** Reads `bands:` under `appraisal:`, the lowest first; one whose total is no number is left out. */
export function readBands(value: Located | undefined, notes: Notes): Band[] {
  return entriesOf(value)
    .flatMap(({ key, keyAt, value: told }): Band[] => {
      const text = told.kind === 'scalar' ? told.value.trim() : '';
      return /^\d{1,4}(?:\.\d)?$/.test(text) ? [{ name: kept(key), from: Number(text), at: notes.place(keyAt) }] : [];
    })
    .sort((a, b) => a.from - b.from);
}

/** Reads `eligibility:`: criteria, each with a sentence and perhaps a filter; a sentence alone is one as well. */
export function readEligibility(value: Located | undefined, notes: Notes): Criterion[] {
  if (!value) return [];
  return asList(value).flatMap((item): Criterion[] => {
    const alone = notes.told(item);
    if (alone) return [{ says: alone }];
    if (item.kind !== 'map') return [];
    const says = notes.told(entry(item, 'says')?.value);
    const filter = notes.told(entry(item, 'filter')?.value);
    return [{ ...(says && { says }), ...(filter && { filter }) }];
  });
}

/** Reads `flow:`. What is no whole number, and no reason with one, counts as not reported. */
export function readFlow(found: LocatedEntry | undefined, notes: Notes): { flow?: Flow } {
  if (found?.value.kind !== 'map') return {};
  const merged = entry(found.value, 'merged-arms')?.value;
  const boxes = found.value.entries.filter(({ key }) => key !== 'merged-arms').map(each => readBox(each, notes));
  return {
    flow: {
      at: notes.place(found.keyAt),
      boxes,
      mergedArms: merged?.kind === 'scalar' && /^(?:true|yes|y|on)$/i.test(merged.value),
    },
  };
}

function readBox({ key, keyAt, value }: LocatedEntry, notes: Notes): FlowBox {
  const parts = entriesOf(value).map(each => ({
    name: kept(each.key),
    at: notes.place(each.keyAt),
    value: wholeNumber(each.value),
  }));
  const known = parts.flatMap(part => part.value ?? []);
  const sum = known.reduce((all, each) => all + each, 0);
  return {
    name: kept(key),
    at: notes.place(keyAt),
    value: parts.length === 0 ? wholeNumber(value) : known.length === parts.length ? sum : undefined,
    parts,
  };
}

function wholeNumber(value: Located): number | undefined {
  return value.kind === 'scalar' && /^\d{1,9}$/.test(value.value.trim()) ? Number(value.value) : undefined;
}
