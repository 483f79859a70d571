import { describe, expect, test } from 'vitest';
import { readingOrder } from '../../../server/src/review/reading-order.js';
import { reviewOf } from '../support/review.js';

/** Three studies, one of them without a year, and a translation. The table is sorted by name. */
function order(translation: string): { manner: string; keys: string; told: number } {
  const { review } = reviewOf(`
=== metasynth.yaml ===
title: Keepers
=== references.bib ===
@article{zeta, author = {Abel, A.}, year = 2004}
@article{mid, author = {Mole, M.}, year = 1999}
@article{alpha, author = {Zorn, Z.}, year = 2004}
@article{undated, author = {Bond, B.}, title = {No year}}
=== studies/zeta.md ===
---
country: UK
---
=== studies/mid.md ===
---
country: UK
---
=== studies/alpha.md ===
---
country: UK
---
=== studies/undated.md ===
---
country: UK
---
=== translation.yaml ===
${translation}
`);
  const { manner, studies, told } = readingOrder(review);
  return { manner, keys: studies.map(study => study.id).join(' '), told };
}

describe('the order of reading', () => {
  test('without one is that of the table', () => {
    expect(order('cells: []')).toEqual({ manner: 'table', keys: 'zeta undated mid alpha', told: 0 });
  });

  test('is the one that is listed, and those left out come after it in the order of the table', () => {
    expect(order('reading-order: [Alpha, mid]')).toEqual({ manner: 'listed', keys: 'alpha mid zeta undated', told: 2 });
  });

  test('passes over keys that no study has, and names a study once', () => {
    expect(order('reading-order: [mid, nobody, MID, zeta]').keys).toBe('mid zeta undated alpha');
  });

  test('is that of names', () => {
    expect(order('reading-order: Alphabetical')).toEqual({
      manner: 'alphabetical',
      keys: 'zeta undated mid alpha',
      told: 4,
    });
  });

  test('is that of years, those of a year by name and those without one last', () => {
    expect(order('reading-order: chronological')).toEqual({
      manner: 'chronological',
      keys: 'mid zeta alpha undated',
      told: 4,
    });
  });

  test('begins with the index paper', () => {
    const after = { manner: 'index', keys: 'alpha mid zeta undated', told: 4 };
    expect(order('reading-order: {index: alpha}')).toEqual(after);
    expect(order('reading-order:\n  index: ALPHA')).toEqual(after);
  });

  test('goes by year where no study has the key of the index paper', () => {
    expect(order('reading-order: {index: nobody}').keys).toBe('mid zeta alpha undated');
  });

  test('takes a word for what it is, and a single key for a list of one', () => {
    expect(order('reading-order: alpha')).toEqual({ manner: 'listed', keys: 'alpha zeta undated mid', told: 1 });
    expect(order('reading-order: by mood').manner).toBe('table');
  });
});
