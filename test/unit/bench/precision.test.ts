import { describe, expect, test } from 'vitest';
import { rules } from '../../../server/src/rules/index.js';
import { type FaultOptions, faultyReview, kinds } from '../../bench/generate/faults/plant.js';
import { type Files, faultlessReview } from '../../bench/generate/review.js';
import { reviewOf } from '../support/review.js';

/** What is told of a review, a line for each: code, file, and the number of the line from 0. */
function told(files: Files): string[] {
  const written = [...files].map(([path, text]) => `=== ${path} ===\n${text}`).join('');
  return reviewOf(written)
    .diagnoses()
    .map(each => `${each.code} ${each.path} ${each.range.line}`)
    .sort();
}

function check(options: FaultOptions, at: (faults: readonly string[]) => void = () => {}): void {
  const { files, faults } = faultyReview(options);
  const expected = faults.map(fault => `${fault.code} ${fault.path} ${fault.line}`).sort();
  expect(told(files)).toEqual(expected);
  at(expected);
}

/** Codes of rules that rest, and that a generated review, a draft where much of it is, is not asked about. */
const resting = [
  'appraisal.screening-no',
  'citation.without-theme',
  'construct.carrier-not-cited',
  'construct.section-on-one-study',
  'reporting.missing-item',
  'translation.contrary-citation',
  'translation.not-compared',
  'translation.theme-elsewhere',
];

/** Codes that speak of bytes, of a disk, of megabytes, or of full texts, of which a generated review has none. */
const unplanted = [
  'file.encoding',
  'file.too-large',
  'file.unreadable',
  'quote.no-full-text',
  'quote.not-found',
  'quote.not-in-study',
  'quote.wrong-page',
  'yaml.too-large',
];

describe('a generated review', () => {
  test.each([34, 100])('of %i studies in which nothing is the matter is told of nothing', studies => {
    expect(told(faultlessReview({ studies }).files)).toEqual([]);
  });

  test('is the same for the same seed, and another for another', () => {
    const texts = (seed: number): string[] => [...faultlessReview({ studies: 34, seed }).files.values()];
    expect(texts(3)).toEqual(texts(3));
    expect(texts(3)).not.toEqual(texts(4));
  });

  test.each([5, 6, 7])('is faultless for seed %i as well', seed => {
    expect(told(faultlessReview({ studies: 34, seed }).files)).toEqual([]);
  });
});

describe('planted mistakes', () => {
  test.each(kinds.map(kind => kind.name))('%s is told, and nothing else', name => {
    check({ studies: 34, faults: 1, only: [name] }, expected => expect(expected).not.toEqual([]));
  });

  test('are all told, one of each kind, among 100 studies', () => {
    check({ studies: 100, faults: kinds.length });
  });

  test('are all told where studies are broken too', () => {
    check({ studies: 100, faults: kinds.length, breaking: true });
  });

  test('are of all codes but those that no text can show', () => {
    const planted = new Set(
      kinds.flatMap(kind => faultyReview({ studies: 34, faults: 1, only: [kind.name] }).faults).map(each => each.code),
    );
    expect(rules.filter(rule => rule.off || rule.final).map(rule => rule.code)).toEqual(resting);
    const others = rules.filter(rule => !rule.off && !rule.final).map(rule => rule.code);
    expect(others.filter(code => !planted.has(code))).toEqual(unplanted);
  });
});
