import { expect, test } from 'vitest';
import { readLocator } from '../../../server/src/quotes/locator.js';

test.each<[string, readonly (readonly [number, number])[], string | undefined]>([
  ['P3, p. 12', [[12, 12]], 'P3'],
  ['P12', [], 'P12'],
  ['Keeper 9, p. 202', [[202, 202]], 'Keeper 9'],
  ['p.12', [[12, 12]], undefined],
  ['pp. 12–13', [[12, 13]], undefined],
  ['pp. 112-3', [[112, 113]], undefined],
  ['page 12', [[12, 12]], undefined],
  ['pages 12 to 14, Nurse 3', [[12, 14]], 'Nurse 3'],
  ['S. 12', [[12, 12]], undefined],
  ['Seite 12 f.', [[12, 13]], undefined],
  ['S. 3, p. 12', [[12, 12]], 'S. 3'],
  ['Mr S. Miller, p. 7', [[7, 7]], 'Mr S. Miller'],
  ['pp. 12, 14', [[12, 12], [14, 14]], undefined], // biome-ignore format: one line a case
  ['pp. 12 and 14', [[12, 12], [14, 14]], undefined], // biome-ignore format: one line a case
  ['p. 12, P4', [[12, 12]], 'P4'],
  ['p. 12ff', [[12, 32]], undefined],
  ['Keeper E, p. 34, our translation', [[34, 34]], 'Keeper E, our translation'],
  ['l. 40', [], 'l. 40'],
  ['para 4', [], 'para 4'],
  ['p. xii', [], 'p. xii'],
  ['Group 2', [], 'Group 2'],
  ['12', [], '12'],
])('%s', (written, pages, speaker) => {
  expect(readLocator(written)).toEqual({ pages, speaker });
});
