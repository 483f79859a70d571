import { describe, expect, test } from 'vitest';
import {
  numbersOf,
  reportingItem,
  reportingNames,
  reportingStandardNamed,
  reportingStandards,
} from '../../../server/src/standards/reporting.js';

const counts = { entreq: 21, emerge: 19, prisma: 10, 'prisma-s': 16 };

test('the standards are those that metasynth.yaml may name', () => {
  expect(reportingStandards.map(each => each.id)).toEqual([...reportingNames]);
});

describe.each(reportingStandards)('$name', standard => {
  test('has its items, each number once, in order', () => {
    const numbers = standard.items.map(each => each.number);
    expect(numbers).toHaveLength(counts[standard.id]);
    expect(new Set([...numbers, ...standard.others]).size).toBe(numbers.length + standard.others.length);
    expect(numbersOf(standard).filter(each => numbers.includes(each))).toEqual(numbers);
    if (standard.covers === undefined) expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)));
  });

  test('says of each item what is asked and where to look, in a few words', () => {
    expect(standard.link).toMatch(/^https:\/\/doi\.org\/10\.\d+\//);
    expect(standard.source).toMatch(/\d{4}/);
    const labels = standard.items.map(each => each.label);
    expect(new Set(labels).size).toBe(labels.length);
    for (const { label, asks, lookFor, section, headings } of standard.items) {
      expect(label.length).toBeGreaterThan(2);
      expect(label.length).toBeLessThan(32);
      expect(asks).toMatch(/^\p{Lu}.{10,140}\?$/u);
      expect(lookFor.length).toBeGreaterThan(0);
      for (const each of lookFor) expect(each).toMatch(/^\S.*[^.\s]$/);
      expect(section).not.toBe('');
      expect(headings.length).toBeGreaterThan(0);
      for (const each of headings) expect(each).toBe(each.toLowerCase());
    }
  });

  test('does not take a part of what is asked for all of it', () => {
    for (const { toldBy = [], partlyToldBy = [] } of standard.items) {
      expect(toldBy.filter(each => partlyToldBy.includes(each))).toEqual([]);
    }
  });
});

test('PRISMA 2020 has all its 42 numbers, and says which of them are asked for', () => {
  const prisma = reportingStandardNamed('prisma')!;
  expect(numbersOf(prisma)).toHaveLength(42);
  expect(new Set(numbersOf(prisma).map(each => Number.parseInt(each, 10))).size).toBe(27);
  expect(prisma.covers).toContain('16a');
});

test.each([
  ['PRISMA-S', 'prisma-s'],
  ['prisma s', 'prisma-s'],
  ['Prisma_S', 'prisma-s'],
  ['PRISMA–S', 'prisma-s'],
  ['PRISMA 2020', 'prisma'],
  ['eMERGe', 'emerge'],
  [' ENTREQ ', 'entreq'],
])('"%s" names %s', (written, id) => {
  expect(reportingStandardNamed(written)?.id).toBe(id);
});

test('what is none of them names none', () => {
  for (const name of ['', 'prisma-x', 'rameses', 'entreq 4']) expect(reportingStandardNamed(name)).toBeUndefined();
  expect(reportingItem(reportingStandardNamed('prisma')!, '16A')?.label).toBe('Flow diagram');
  expect(reportingItem(reportingStandardNamed('entreq')!, '22')).toBeUndefined();
});
