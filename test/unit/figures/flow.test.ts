import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { flowDiagram, flowKind } from '../../../server/src/reports/flow.js';
import { reviewOf } from '../support/review.js';
import { label, told } from './hostile.js';
import { sampleReview } from './samples.js';
import { boxesOf, complaintsOf, parseSvg, textOf, wordsOf } from './svg.js';

const drawn = (written: string): string => {
  const [figure] = flowKind.figures!(reviewOf(`=== metasynth.yaml ===\n${written}`).review);
  return figure!.svg;
};

const boxTexts = (svg: string): string[] =>
  boxesOf(parseSvg(svg)).map(({ texts }) =>
    texts
      .map(textOf)
      .join(' ')
      .replace(/\u00a0/g, ' '),
  );

describe('the flow diagram', () => {
  test.each(['peer-support', 'worked-example'])('of %s', async sample => {
    const [figure] = flowKind.figures!(sampleReview(sample));
    expect(complaintsOf(figure!.svg)).toEqual([]);
    await expect(figure!.svg).toMatchFileSnapshot(`snapshots/${sample}-flow.svg`);
  });

  test('fills nothing in: what is not told is not reported', () => {
    const boxes = boxTexts(drawn('flow: {records-screened: 1528, new-studies: 34, duplicates: not reported}'));
    expect(boxes).toContain('Records screened (n = 1,528)');
    expect(boxes).toContain('Records excluded (n = not reported)');
    expect(boxes).toContain('Records identified from: Databases (n = not reported)');
    expect(boxes).toContain('Studies included in review (n = 34) Reports of included studies (n = not reported)');
    expect(boxes.join()).not.toContain('Registers');
  });

  test('of a review that tells no numbers has all its boxes, and none with a number', () => {
    const svg = drawn('title: A review');
    expect(boxTexts(svg)).toHaveLength(10);
    expect(wordsOf(svg).join(' ')).not.toMatch(/\d/);
  });

  test('has an arm for other methods where there is one, and leads it into the included studies', () => {
    const boxes = boxTexts(drawn('flow: {citations-results: 8, other-assessed: 3}'));
    expect(boxes.filter(words => words.startsWith('Reports sought for retrieval'))).toHaveLength(2);
    expect(boxes).toContain('Identification of studies via other methods');
  });

  test('has one way down where both arms are counted together', () => {
    const boxes = boxTexts(drawn('flow: {citations-results: 8, reports-assessed: 39, merged-arms: true}'));
    expect(boxes.filter(words => words.startsWith('Reports sought for retrieval'))).toHaveLength(1);
    expect(boxes).toContain('Reports assessed for eligibility (n = 39)');
    expect(boxes).toContain('Identification of studies via other methods');
  });

  test('of an update has the previous studies and the total', () => {
    const boxes = boxTexts(drawn('flow: {previous-studies: 12, new-studies: 3, total-studies: 15}'));
    expect(boxes).toContain(
      'Studies included in previous version of review (n = 12) Reports of studies included in previous version of review (n = not reported)',
    );
    expect(boxes).toContain(
      'New studies included in review (n = 3) Reports of new included studies (n = not reported)',
    );
    expect(boxes).toContain(
      'Total studies included in review (n = 15) Reports of total included studies (n = not reported)',
    );
  });

  test('names sources, reasons and boxes of the review’s own with their numbers', () => {
    const boxes = boxTexts(
      drawn(
        'flow: {database-results: 30, database-specific-results: {CINAHL: 20, Scopus: not reported}, dbr-excluded: {no peer: 4, online: 1}, extra: {awaiting classification: 2}}',
      ),
    );
    expect(boxes).toContain('Records identified from: Databases (n = 30): CINAHL (n = 20) Scopus (n = not reported)');
    expect(boxes).toContain('Reports excluded (n = 5): no peer (n = 4) online (n = 1)');
    expect(boxes).toContain('awaiting classification (n = 2)');
  });

  test('is well-formed and readable whatever the labels and numbers', () => {
    const parts = fc.array(fc.tuple(label, told), { maxLength: 14 });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.constantFrom(...keys), told), { selector: ([key]) => key }),
        fc.tuple(parts, parts, parts),
        fc.boolean(),
        (boxes, [sources, reasons, extra], merged) => {
          const entries = (list: readonly (readonly [string, number | null])[]): string =>
            `{${list.map(([key, n], at) => `${JSON.stringify(`${key} ${at}`)}: ${n ?? 'not reported'}`).join(', ')}}`;
          const svg = drawn(
            `flow: {${boxes.map(([key, n]) => `${key}: ${n ?? 'not reported'}`).join(', ')}${boxes.length > 0 ? ', ' : ''}database-specific-results: ${entries(sources)}, ${merged ? 'reports-excluded' : 'dbr-excluded'}: ${entries(reasons)}, extra: ${entries(extra)}, merged-arms: ${merged}}`,
          );
          expect(complaintsOf(svg)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('has the same bytes twice', () => {
    expect(drawn('flow: {new-studies: 3}')).toBe(drawn('flow: {new-studies: 3}'));
  });

  test('tells its boxes as data, with null for what is not reported', () => {
    expect(flowKind.data(sampleReview('peer-support'))).toMatchObject({
      mergedArms: true,
      boxes: expect.arrayContaining([
        { key: 'records-screened', label: 'Records screened', n: 1528 },
        { key: 'records-excluded', label: 'Records excluded', n: null },
        { key: 'reports-excluded', label: 'Reports excluded', n: 5, parts: [{ label: 'no peer perspective', n: 5 }] },
      ]),
    });
  });
});

const keys = [
  'previous-studies',
  'database-results',
  'register-results',
  'databases-after-duplicates',
  'website-results',
  'citations-results',
  'duplicates',
  'excluded-automatic',
  'records-screened',
  'records-excluded',
  'dbr-sought-reports',
  'other-assessed',
  'new-studies',
  'total-reports',
];

describe('the data file of the PRISMA2020 package', () => {
  const rowsOf = (sample: string): Record<string, string | number>[] => {
    const { header, rows } = flowKind.grid!(sampleReview(sample));
    return rows.map(row => Object.fromEntries(header.map((name, at) => [name, row[at]!])));
  };

  test('has its columns, its keys and a node and a box for each', () => {
    expect(flowKind.grid!(sampleReview('worked-example')).header).toEqual(
      'data,node,box,description,boxtext,tooltips,url,n'.split(','),
    );
    const rows = rowsOf('worked-example');
    const n = Object.fromEntries(rows.map(row => [row.data, row.n]));
    expect(n).toMatchObject({
      database_results: 21,
      database_specific_results: 'Saltwind Index, 12; Outer Isles Horticultural Abstracts, 9',
      register_results: 3,
      duplicates: 5,
      records_screened: 18,
      dbr_excluded: 'no words of keepers or their households, 2; garden mentioned only in passing, 1',
      other_excluded: 'no words of keepers or their households, 1',
      new_studies: 5,
      total_studies: 'NA',
    });
    expect(rows.every(({ box }) => box !== '')).toBe(true);
    expect(rows.map(({ data }) => data).join()).not.toContain('-');
  });

  test('puts what both arms share into that of the databases, and NA where nothing is told', () => {
    const n = Object.fromEntries(rowsOf('peer-support').map(row => [row.data, row.n]));
    expect(n).toMatchObject({ dbr_assessed: 39, dbr_excluded: 'no peer perspective, 5', records_excluded: 'NA' });
    expect(n).toMatchObject({ citations_results: 8, other_assessed: 'NA' });
  });

  test('gives a number without reasons a reason that says so, and leaves out sources that are not told', () => {
    const { review } = reviewOf('=== metasynth.yaml ===\nflow: {dbr-excluded: 3}');
    const rows = flowKind.grid!(review).rows;
    expect(rows.find(row => row[0] === 'dbr_excluded')?.[7]).toBe('reason not reported, 3');
    expect(rows.find(row => row[0] === 'other_excluded')?.[7]).toBe('NA');
    expect(rows.map(row => row[0])).not.toContain('database_specific_results');
  });

  test('keeps a reason with a comma in one piece', () => {
    const { review } = reviewOf('=== metasynth.yaml ===\nflow: {dbr-excluded: {"online; by phone, or chat": 2}}');
    expect(flowKind.grid!(review).rows.find(row => row[0] === 'dbr_excluded')?.[7]).toBe('online by phone or chat, 2');
  });
});

test('every box that metasynth.yaml knows is drawn where it is told', () => {
  const schema = readFileSync(join(import.meta.dirname, '../../../docs/schemas/review.schema.json'), 'utf8');
  const { properties } = JSON.parse(schema) as {
    properties: { flow: { anyOf: { properties?: Record<string, unknown> }[] } };
  };
  const known = Object.keys(properties.flow.anyOf[0]!.properties!).filter(key => !/specific|merged/.test(key));
  expect(known).toContain('extra');
  for (const key of known) {
    const merged = /^reports-/.test(key);
    const { review } = reviewOf(
      `=== metasynth.yaml ===\nflow: {${key}: ${key === 'extra' ? '{pending: 77}' : '77'}, merged-arms: ${merged}}`,
    );
    const told = flowDiagram(review).rows.flatMap(({ boxes }) => boxes.flatMap(({ numbers }) => numbers));
    expect(
      told.filter(({ n }) => n === 77),
      key,
    ).toHaveLength(1);
  }
});

test('a file for R is plain CSV', async () => {
  const { toCsv } = await import('../../../server/src/documents/csv.js');
  const { header, rows } = flowKind.grid!(sampleReview('worked-example'));
  const text = toCsv(
    header,
    rows.map(row => row.map(String)),
  );
  expect(Papa.parse<string[]>(text.trimEnd()).data).toHaveLength(rows.length + 1);
});
