import type { Settings } from '../syntax/facts.js';
import type { Study } from './model.js';

/** What a study is sorted by, key after key; undefined where it does not tell. */
export type SortKeys = readonly (string | number | undefined)[];

/** How the included studies are put in order. */
export interface StudyOrder {
  keysOf(study: Study): SortKeys;
  compare(a: SortKeys, b: SortKeys): number;
}

/**
 * The order that `table.sort` asks for: by `study` (the name as printed), `year`, `casp`, or any characteristic; `-year`
 * turns the order round. Ties fall to the name and then to the key, so that the order never depends on the file system.
 */
export function studyOrder(settings: Settings): StudyOrder {
  const keys = [
    ...settings.table.sort.map(key => ({ name: key.replace(/^-/, ''), sign: key.startsWith('-') ? -1 : 1 })),
    { name: 'study', sign: 1 },
  ];
  return {
    keysOf: study => [...keys.map(({ name }) => sortValue(study, name)), study.id],
    compare(a, b) {
      for (let index = 0; index < keys.length; index++) {
        const [one, other] = [a[index], b[index]];
        const order = compare(one, other);
        // What is missing comes last, whichever way round the rest is.
        if (order !== 0) return one === undefined || other === undefined ? order : keys[index]!.sign * order;
      }
      return compare(a[keys.length], b[keys.length]);
    },
  };
}

function sortValue(study: Study, name: string): string | number | undefined {
  switch (name) {
    case 'study':
      return study.name;
    case 'key':
      return study.id;
    case 'year':
      return study.year;
    case 'casp':
    case 'jbi':
    case 'appraisal':
      return study.total;
    default: {
      const value = study.facts.fields.find(field => field.name === name)?.items[0]?.value;
      return value !== undefined && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
    }
  }
}

const words = new Intl.Collator('en', { sensitivity: 'base' });

/** Numbers before words, and what is missing last. */
export function compare(a: string | number | undefined, b: string | number | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number' || typeof b === 'number') return typeof a === 'number' ? -1 : 1;
  return words.compare(a, b) || (a < b ? -1 : 1);
}

/** Studies as a reader looks for them: by name, and those of one name by key. */
export function byName(studies: Iterable<Study>): Study[] {
  return [...studies].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
}
