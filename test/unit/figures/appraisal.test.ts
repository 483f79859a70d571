import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawBars } from '../../../server/src/figures/appraisal-bars.js';
import type { AppraisalDrawn } from '../../../server/src/figures/appraisal-data.js';
import { drawLights } from '../../../server/src/figures/appraisal-lights.js';
import { drawColumns } from '../../../server/src/figures/columns.js';
import { appraisalKind } from '../../../server/src/reports/appraisal.js';
import { reviewOf } from '../support/review.js';
import { label } from './hostile.js';
import { sampleReview } from './samples.js';
import { complaintsOf, wordsOf } from './svg.js';

const twoRaters = `
=== metasynth.yaml ===
appraisal: {checklist: casp-qualitative, raters: [JM, JS], scoring: sum-of-yes, bands: {low: 0, high: 2}}
=== studies/a.yaml ===
cite: A 2001
=== studies/b.yaml ===
cite: B 2002
=== appraisals/JM.yaml ===
a: {1: yes, 2: yes, 3: no, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
b: {1: yes}
=== appraisals/JS.yaml ===
a: {1: yes, 2: no, 3: no, 4: no, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}
=== appraisals/consensus.yaml ===
a: {4: can't tell}
`;

describe('the appraisal', () => {
  test.each(['peer-support', 'worked-example'])('of %s', async sample => {
    for (const { name, svg } of appraisalKind.figures!(sampleReview(sample))) {
      expect(complaintsOf(svg)).toEqual([]);
      await expect(svg).toMatchFileSnapshot(`snapshots/${sample}-${name}.svg`);
    }
  });

  test('shows settled answers alone, and nothing of what single raters said', () => {
    const { review } = reviewOf(twoRaters);
    const { header, rows } = appraisalKind.grid!(review);
    expect(header).toEqual(['Study', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    expect(rows[0]?.slice(0, 6)).toEqual(['A 2001', 'Y', 'to do', 'N', 'CT', 'Y']);
    // One rater of two has answered: that settles nothing.
    expect(rows[1]?.slice(0, 3)).toEqual(['B 2002', 'to do', 'to do']);
    expect(JSON.stringify(appraisalKind.data(review))).not.toMatch(/JM|JS/);
    expect(appraisalKind.data(review)).toMatchObject({
      studies: [
        { key: 'a', answers: { 1: 'yes', 2: null, 3: 'no', 4: 'cant-tell' }, complete: false, total: null },
        {},
      ],
    });
    const [lights] = appraisalKind.figures!(review);
    // In the grid: yes, no, can't tell; and each once more in the legend, with what no study has.
    const signs = wordsOf(lights!.svg).filter(sign => /^[+?−]$/.test(sign));
    expect(signs).toEqual(['+', '−', '?', ...'++++++', '+', '?', '−']);
  });

  test('of a total without items says that they are not reported, and shows how many studies have each total', () => {
    const review = sampleReview('peer-support');
    const { header, rows } = appraisalKind.grid!(review);
    expect(header).toEqual(['Study', 'Items', 'Total']);
    expect(rows[0]?.slice(1)).toEqual(['not reported', '8']);
    expect(appraisalKind.figures!(review).map(({ name }) => name)).toEqual(['appraisal-totals']);
    expect(wordsOf(appraisalKind.figures!(review)[0]!.svg)).toContain('Answers to the items are not reported.');
  });

  test('counts the answers to each item', () => {
    const bars = appraisalKind.figures!(sampleReview('worked-example')).find(({ name }) => name === 'appraisal-bars')!;
    expect(bars.svg).toContain('6 Reflexivity: Yes 2, No 3.');
  });

  test('has a table with bands and totals where they are declared', () => {
    const { review } = reviewOf(
      `${twoRaters}\n=== studies/c.yaml ===\ncite: C 2003\ncasp: {${Array.from({ length: 10 }, (_, at) => `${at + 1}: ${at < 3 ? 'yes' : 'no'}`).join(', ')}}\n`,
    );
    const { header, rows } = appraisalKind.grid!(review);
    expect(header.slice(-2)).toEqual(['Total', 'Band']);
    expect(rows.find(row => row[0] === 'C 2003')?.slice(-2)).toEqual(['3', 'high']);
    expect(rows.find(row => row[0] === 'A 2001')?.slice(-2)).toEqual(['to do', 'not reported']);
  });

  test('of JBI has its own answers', () => {
    const { review } = reviewOf(
      '=== metasynth.yaml ===\nappraisal: {checklist: jbi-qualitative}\n=== studies/a.yaml ===\njbi: {1: unclear, 2: not applicable}\n',
    );
    expect(appraisalKind.grid!(review).rows[0]?.slice(1, 3)).toEqual(['U', 'NA']);
    expect(wordsOf(appraisalKind.figures!(review)[0]!.svg)).toContain('Not applicable');
  });

  test('of very many studies is drawn in several figures', () => {
    const files = Array.from({ length: 130 }, (_, at) => `=== studies/s${at}.yaml ===\ncasp: {1: yes}\n`).join('');
    const figures = appraisalKind.figures!(reviewOf(files).review);
    expect(figures.map(({ name }) => name)).toEqual(['appraisal', 'appraisal-2', 'appraisal-3', 'appraisal-bars']);
    expect(figures.every(({ height }) => height < 1700)).toBe(true);
  });

  test('of nothing has no figure', () => {
    expect(appraisalKind.figures!(reviewOf('=== metasynth.yaml ===\ntitle: A\n').review)).toEqual([]);
  });

  const ids = ['yes', 'no', 'cant-tell', 'unclear', 'not-applicable', 'partly', 'constructor'];
  const appraisal: fc.Arbitrary<AppraisalDrawn> = fc
    .tuple(
      label,
      fc.array(label, { minLength: 1, maxLength: 12 }),
      fc.array(fc.tuple(label, label, fc.array(fc.option(fc.constantFrom(...ids)), { maxLength: 12 })), {
        maxLength: 20,
      }),
      fc.tuple(...ids.map(() => label)),
    )
    .map(([title, items, studies, labels]) => ({
      title,
      items: items.map((each, at) => ({ number: at + 1, label: each })),
      answers: ids.map((id, at) => ({ id, label: labels[at]! })),
      studies: studies.map(([name, total, answers]) => ({
        name,
        total,
        answers: items.map((_, at) => answers[at] ?? null),
      })),
    }));

  test('is well-formed and readable whatever it holds, with the same bytes twice', () => {
    fc.assert(
      fc.property(appraisal, one => {
        for (const draw of [drawLights, drawBars]) {
          expect(complaintsOf(draw(one).svg)).toEqual([]);
          expect(draw(one).svg).toBe(draw(one).svg);
        }
      }),
      { numRuns: 100 },
    );
  });
});

test('columns are well-formed and readable whatever they hold', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ label, count: fc.oneof(fc.nat({ max: 30 }), fc.nat({ max: 1_000_000 })) }), {
        maxLength: 90,
      }),
      label,
      label,
      (columns, axis, note) => {
        const { svg } = drawColumns({ title: axis, axis, columns, note, description: note });
        expect(complaintsOf(svg)).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});
