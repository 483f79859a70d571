import { describe, expect, it } from 'vitest';
import { Candidates, foldId, foldLabel, listWords, nearest, plural } from '../../../server/src/text/words.js';

describe('names', () => {
  it('are compared without case, composed, and trimmed', () => {
    expect(foldId(' Giving-Back ')).toBe('giving-back');
    expect(foldId('Cafe\u0301')).toBe('café');
  });

  it.each([
    ['givng-back', ['boundaries', 'giving-back', 'giving-way'], ['giving-back']],
    ['Giving Back', ['giving-back'], ['giving-back']],
    ['giving_back', ['giving-back', 'taking'], ['giving-back']],
    ['identity', ['reframing-identity', 'identify'], ['identify', 'reframing-identity']],
    ['x', ['y', 'abc'], ['y']],
    ['an', ['boundaries', 'an'], ['an']],
    ['', ['a'], []],
    ['boundaries', [''], []],
  ])('%j most likely means one of these', (name, candidates, expected) => {
    expect(nearest(name, candidates)).toEqual(expected);
  });

  it('are suggested up to a number, each once, in one order whatever the order of the candidates', () => {
    const candidates = ['theme-4', 'theme-2', 'theme-1', 'theme-3', 'theme-2'];
    expect(nearest('theme-9', candidates)).toEqual(['theme-1', 'theme-2', 'theme-3']);
    expect(nearest('theme-9', new Set(candidates).values(), 1)).toEqual(['theme-1']);
  });

  it('that are at hand give the same answer as often as they are asked', () => {
    const names = ['giving-back', 'boundaries', 'identity'];
    const candidates = new Candidates(names);
    for (const name of ['givng-back', 'nothing-like-it', 'givng-back', 'identty', 'nothing-like-it']) {
      expect(candidates.nearTo(name)).toEqual(nearest(name, names));
    }
  });

  it('are compared fast even when they are prose', () => {
    const long = 'peer support worker '.repeat(2000);
    expect(nearest(long, [`${long}x`, `y${long}`])).toHaveLength(2);
  });
});

describe('words', () => {
  it('are listed as a sentence lists them', () => {
    expect(listWords([])).toBe('');
    expect(listWords(['a'])).toBe('a');
    expect(listWords(['a', 'b'])).toBe('a and b');
    expect(listWords(['a', 'b', 'c'])).toBe('a, b and c');
    expect(listWords(['a', 'b', 'c'], 2)).toBe('a, b …');
    expect(listWords(['a', 'b'], 2, 'or')).toBe('a or b');
  });

  it('of headings are compared without case and punctuation, but with their letters', () => {
    expect(foldLabel('  Reframing of *identity*: a “journey”! ')).toBe('reframing of identity a journey');
    expect(foldLabel('Workers’ own')).toBe(foldLabel("workers' own"));
    expect(foldLabel("can't")).toBe(foldLabel('can’t'));
    expect(foldLabel('Über')).not.toBe(foldLabel('Uber'));
  });

  it('agree with their number', () => {
    expect(plural(1, 'study', 'studies')).toBe('1 study');
    expect(plural(0, 'study', 'studies')).toBe('0 studies');
  });
});
