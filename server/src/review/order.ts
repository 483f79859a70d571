import type { Settings } from '../syntax/facts.js';
import type { Study } from './model.js';

/**
 * The included studies in the order that `table.sort` asks for: by `study` (the name as printed), `year`, `casp`, or any
 * characteristic; `-year` turns the order round. Ties fall to the name, so that the order never depends on the file system.
 */
export function orderStudies(studies: readonly Study[], settings: Settings): Study[] {
  const keys = settings.table.sort.map(key => ({
    name: key.replace(/^-/, ''),
    sign: key.startsWith('-') ? -1 : 1,
  }));
  return [...studies].sort((a, b) => {
    for (const { name, sign } of [...keys, { name: 'study', sign: 1 }]) {
      const [one, other] = [sortValue(a, name), sortValue(b, name)];
      const order = compare(one, other);
      // What is missing comes last, whichever way round the rest is.
      if (order !== 0) return one === undefined || other === undefined ? order : sign * order;
    }
    return compare(a.id, b.id);
  });
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
      return study.appraisal.total;
    default: {
      const value = study.facts.fields.find(field => field.name === name)?.items[0]?.value;
      return value !== undefined && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
    }
  }
}

const words = new Intl.Collator('en', { sensitivity: 'base' });

/** Numbers before words, and what is missing last. */
function compare(a: string | number | undefined, b: string | number | undefined): number {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number' || typeof b === 'number') return typeof a === 'number' ? -1 : 1;
  return words.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
