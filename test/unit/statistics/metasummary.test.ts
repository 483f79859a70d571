import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EffectSize, effectSize, metasummary } from '../../../server/src/statistics/metasummary.js';

function numberOf(size: EffectSize | undefined): number {
  if (!size || !('value' in size)) throw new Error('undefined');
  return size.value;
}

describe('the metasummary of 2003: 45 reports', () => {
  test('27 of them are 60 %, 4 are below 9 %, and 1 is 2 %', () => {
    expect(numberOf(effectSize(27, 45))).toBeCloseTo(0.6, 4);
    expect(numberOf(effectSize(4, 45))).toBeCloseTo(0.0889, 4);
    expect(numberOf(effectSize(1, 45))).toBeCloseTo(0.0222, 4);
  });

  test('comes to the same when the reports are counted', () => {
    const reports = Array.from({ length: 45 }, (_, at) => ({
      parent: `r${at}`,
      findings: [...(at < 27 ? ['most'] : []), ...(at < 4 ? ['few'] : []), ...(at < 1 ? ['one'] : [])],
    }));
    const { frequency } = metasummary(reports, ['most', 'few', 'one']);
    expect([...frequency.values()]).toEqual([
      { value: 27 / 45, count: 27, n: 45 },
      { value: 4 / 45, count: 4, n: 45 },
      { value: 1 / 45, count: 1, n: 45 },
    ]);
  });
});

describe('studies A, B, C and D, of which C and D share a sample', () => {
  const { parents, frequency, intensity, intensityOfFrequent } = metasummary(
    [
      { parent: 'a', findings: ['f1'] },
      { parent: 'b', findings: ['f2'] },
      { parent: 'c', findings: ['f1'] },
      { parent: 'c', findings: ['f1'] },
    ],
    ['f1', 'f2'],
  );

  test('count as three: 2 of 3, where papers would give 3 of 4', () => {
    expect(parents).toEqual(['a', 'b', 'c']);
    expect(frequency.get('f1')).toEqual({ value: 2 / 3, count: 2, n: 3 });
    expect(frequency.get('f2')).toEqual({ value: 1 / 3, count: 1, n: 3 });
  });

  test('each report half of all findings', () => {
    expect([...intensity.values()].map(numberOf)).toEqual([0.5, 0.5, 0.5]);
    expect([...intensityOfFrequent.values()].map(numberOf)).toEqual([0.5, 0.5, 0.5]);
  });
});

describe('what is a share of nothing', () => {
  test('is undefined and says so', () => {
    const { frequency } = metasummary([], ['f1']);
    expect(frequency.get('f1')).toEqual({ undefined: 'empty', n: 0 });
    const none = metasummary([{ parent: 'a', findings: [] }], ['f1']);
    expect(none.frequency.get('f1')).toEqual({ value: 0, count: 0, n: 1 });
    // Nobody reports the only finding, so that it is none.
    expect(none.intensity.get('a')).toEqual({ undefined: 'empty', n: 0 });
  });

  test('a finding of exactly a quarter is not above it', () => {
    const reports = ['a', 'b', 'c', 'd'].map(parent => ({ parent, findings: parent === 'a' ? ['f1'] : [] }));
    expect(metasummary(reports, ['f1']).intensityOfFrequent.get('a')).toEqual({ undefined: 'empty', n: 0 });
  });

  test('no value is ever NaN or outside of 0 to 1', () => {
    const reports = fc.array(
      fc.record({ parent: fc.constantFrom('a', 'b', 'c'), findings: fc.array(fc.constantFrom('f', 'g', 'h', 'i')) }),
    );
    fc.assert(
      fc.property(reports, fc.array(fc.constantFrom('f', 'g', 'h')), (given, findings) => {
        const { frequency, intensity, intensityOfFrequent } = metasummary(given, findings);
        for (const size of [...frequency.values(), ...intensity.values(), ...intensityOfFrequent.values()]) {
          if ('value' in size)
            expect(size.value >= 0 && size.value <= 1 && size.value === size.count / size.n).toBe(true);
          else expect(size.n).toBe(0);
        }
      }),
    );
  });
});
