import type { Characteristic, Field, MissingName, Told } from '../syntax/facts.js';

/**
 * In what way a value differs from what its column declares. `one`: a list stands where one value is expected; `missing`:
 * it is an office's word for a missing value, which says nothing of why it is missing.
 */
export type Expectation = 'missing' | 'count' | 'thousands' | 'number' | 'year' | 'flag' | 'known' | 'one' | 'value';

const missingNames: readonly MissingName[] = ['not reported', 'not applicable', 'unclear', 'to do'];

/** The name of a missing value, however it is written (`N/A` is no name: it says nothing of why). */
export function missingName(value: string): MissingName | undefined {
  // Nearly all values are longer or start with another letter, and are not worth looking at closely.
  if (!/^[\s]*[natu]/i.test(value)) return undefined;
  const folded = value
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  return missingNames.find(name => name === folded);
}

/** The name that is probably meant by `N/A`, `n.a.`, `NR` or a dash; undefined for any other value. */
export function officeMissing(value: string): MissingName | undefined {
  if (!/^[.\s]*[n\-–—?]/i.test(value)) return undefined;
  const folded = value.trim().toLowerCase().replace(/[.\s]/g, '');
  if (/^n\/?a$/.test(folded)) return 'not applicable';
  return /^(n\/?r|[-–—?]+)$/.test(folded) ? 'not reported' : undefined;
}

const fitting: readonly never[] = [];

/** What does not fit the column's declared type; `item` is undefined where the whole value is of another shape. */
export function misfit(
  field: Field,
  { type, values }: Characteristic,
): readonly { item: Told | undefined; expected: Expectation }[] {
  if (field.nested) return [{ item: undefined, expected: 'value' }];
  if (field.list && type !== 'set' && field.items.length > 1) return [{ item: undefined, expected: 'one' }];
  let found: { item: Told; expected: Expectation }[] | undefined;
  for (const item of field.items) {
    if (missingName(item.value)) continue;
    const expected = officeMissing(item.value) ? 'missing' : unlike(item.value.trim(), type, values);
    if (!expected) continue;
    found ??= [];
    found.push({ item, expected });
  }
  return found ?? fitting;
}

function unlike(value: string, type: Characteristic['type'], values: readonly string[]): Expectation | undefined {
  switch (type) {
    case 'count':
      if (/^\d{1,3}([,.\u00a0\u202f ]\d{3})+$/.test(value)) return 'thousands';
      return /^\d+$/.test(value) ? undefined : 'count';
    case 'number':
      return /^[-+]?\d+(\.\d+)?$/.test(value) ? undefined : 'number';
    case 'year':
      return /^(1[5-9]|20|21)\d\d$/.test(value) ? undefined : 'year';
    case 'flag':
      return /^(yes|y|true|on|no|n|false|off)$/i.test(value) ? undefined : 'flag';
    case 'set':
    case 'text':
      return values.length > 0 && !values.includes(value) ? 'known' : undefined;
  }
}
