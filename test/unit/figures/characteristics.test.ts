import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Characteristics, drawCharacteristics } from '../../../server/src/figures/characteristics.js';
import { characteristicsKind } from '../../../server/src/reports/characteristics.js';
import { reviewOf } from '../support/review.js';
import { label } from './hostile.js';
import { sampleReview } from './samples.js';
import { complaintsOf, wordsOf } from './svg.js';

const study = (key: string, rest: string): string => `=== studies/${key}.yaml ===\n${rest}\n`;

const settings = `=== metasynth.yaml ===
characteristics:
  country: {type: text}
  method: {type: set, label: How}
  participants: {type: count}
missing: {not reported: NR}
`;

describe('the characteristics', () => {
  test.each(['peer-support', 'worked-example'])('of %s', async sample => {
    for (const { name, svg } of characteristicsKind.figures!(sampleReview(sample))) {
      expect(complaintsOf(svg)).toEqual([]);
      await expect(svg).toMatchFileSnapshot(`snapshots/${sample}-${name}.svg`);
    }
  });

  test('count studies by value: the most frequent first, lists once for each item, missing ones last', () => {
    const { review } = reviewOf(
      settings +
        study('a', 'country: uk\nmethod: [interview, diary, interview]') +
        study('b', 'country: UK\nmethod: [interview]') +
        study('c', 'country: not reported') +
        study('d', 'country: Ireland\nmethod: unclear'),
    );
    expect(characteristicsKind.grid!(review).rows).toEqual([
      ['Country', 'uk', 2],
      ['Country', 'Ireland', 1],
      ['Country', 'NR', 1],
      ['How', 'interview', 2],
      ['How', 'diary', 1],
      ['How', 'NR', 1],
      ['How', 'unclear', 1],
      ['Year', 'NR', 4],
    ]);
  });

  test('agree with the seed: countries and fields of the published review', () => {
    const rows = characteristicsKind.grid!(sampleReview('peer-support')).rows;
    expect(
      rows
        .filter(row => row[0] === 'Country')
        .map(row => Number(row[2]))
        .reduce((a, b) => a + b),
    ).toBe(34);
    expect(rows).toContainEqual(['Discipline', 'Mental health', 15]);
    expect(rows).toContainEqual(['Discipline', 'Breastfeeding', 5]);
  });

  test('show each year from the first to the last, and gaps as gaps', () => {
    const { review } = reviewOf(
      `=== references.bib ===\n@article{a, year = {2001}}\n@article{b, year = {2004}}\n${study('a', 'key: a')}${study('b', 'key: b')}`,
    );
    expect(characteristicsKind.data(review)).toMatchObject({
      years: [
        { year: 2001, studies: 1 },
        { year: 2004, studies: 1 },
      ],
    });
    const words = wordsOf(characteristicsKind.figures!(review)[0]!.svg);
    expect(words).toEqual(expect.arrayContaining(['Year of publication', '2001']));
    expect(words.filter(word => word === '0')).toHaveLength(1);
  });

  test('leave out what is prose', () => {
    const studies = Array.from({ length: 12 }, (_, at) =>
      study(`s${at}`, `country: UK\nmethod: Something else each time ${at}`),
    );
    const { review } = reviewOf(settings + studies.join(''));
    expect(characteristicsKind.grid!(review).rows.map(row => row[0])).toEqual(['Country', 'Year']);
  });

  test('of nothing have no figure', () => {
    const { review } = reviewOf('=== metasynth.yaml ===\ntitle: A\n');
    expect(characteristicsKind.figures!(review)).toEqual([]);
    expect(JSON.stringify(characteristicsKind.make(review, 1))).toContain('no characteristics');
  });

  const counts = fc.array(
    fc.record({
      label,
      values: fc.array(fc.record({ label, count: fc.nat({ max: 3000 }), missing: fc.boolean() }), { maxLength: 12 }),
      more: fc.nat({ max: 4 }),
    }),
    { maxLength: 6 },
  );
  const years = fc.option(
    fc.record({
      axis: label,
      note: label,
      columns: fc.array(
        fc.record({ label: fc.integer({ min: 1800, max: 2100 }).map(String), count: fc.nat({ max: 400 }) }),
        {
          maxLength: 60,
        },
      ),
    }),
    { nil: undefined },
  );

  test('are well-formed and readable whatever they are, with the same bytes twice', () => {
    fc.assert(
      fc.property(label, counts, years, (title, each, when) => {
        const one: Characteristics = { title, studies: 3, counts: each, ...(when && { years: when }) };
        const { svg } = drawCharacteristics(one);
        expect(complaintsOf(svg)).toEqual([]);
        expect(drawCharacteristics(one).svg).toBe(svg);
      }),
      { numRuns: 100 },
    );
  });
});
