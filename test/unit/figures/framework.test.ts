import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawFramework } from '../../../server/src/figures/framework.js';
import type { Framework } from '../../../server/src/figures/framework-data.js';
import { frameworkKind, frameworkOf } from '../../../server/src/reports/framework.js';
import { exampleOf, reviewOf } from '../support/review.js';
import { label } from './hostile.js';
import { sampleReview } from './samples.js';
import { boxesOf, complaintsOf, elementsOf, parseSvg, textOf, wordsOf } from './svg.js';

const heads = (svg: string): number =>
  elementsOf(parseSvg(svg)).filter(({ name, attributes }) => name === 'path' && attributes.fill !== 'none').length;

const drawn = (written: string): string => frameworkKind.figures!(reviewOf(written).review)[0]!.svg;

const constructs = `
=== codebook.yaml ===
themes:
  giving-back: {label: Giving back, construct: identity}
constructs:
  identity: {label: Reframing of identity, order: 1, leads-to: {self: as identity is reframed}}
  self: {label: Use of self, order: 2}
  alone: {label: Nothing leads here, order: 3}
`;

describe('the conceptual framework', () => {
  test.each(['peer-support', 'worked-example'])('of %s', async sample => {
    const [figure] = frameworkKind.figures!(sampleReview(sample));
    expect(complaintsOf(figure!.svg)).toEqual([]);
    await expect(figure!.svg).toMatchFileSnapshot(`snapshots/${sample}-framework.svg`);
  });

  test('has a box for each construct, and an arrow with its words for each that it leads to', () => {
    const svg = drawn(constructs);
    const boxes = boxesOf(parseSvg(svg)).map(({ texts }) => texts.map(textOf).join(' '));
    expect(boxes).toEqual([
      'as identity is reframed',
      'Reframing of identity cited: 0 of 0 studies carrying its themes: 0',
      'Use of self cited: 0 of 0 studies carrying its themes: 0',
      'Nothing leads here cited: 0 of 0 studies carrying its themes: 0',
    ]);
    expect(heads(svg)).toBe(1);
  });

  test('lists themes in the boxes where that is asked for', () => {
    expect(wordsOf(drawn(constructs))).not.toContain('• Giving back (0)');
    expect(wordsOf(drawn(`=== metasynth.yaml ===\nframework: {themes: true}${constructs}`))).toContain(
      '• Giving back (0)',
    );
  });

  test('is a plane where axes are declared: constructs may be the axes, or have places in it', () => {
    const svg = drawn(`=== metasynth.yaml ===
framework:
  axes: {x: {construct: self, from: little, to: much}, y: Time}
  places: {identity: {x: 10, y: 90}, alone: {x: 80, y: 20}, nobody: {x: 1, y: 1}}
  says: To and fro${constructs}`);
    expect(complaintsOf(svg)).toEqual([]);
    const words = wordsOf(svg);
    expect(words).toEqual(expect.arrayContaining(['Use of self', 'little', 'much', 'Time', 'To and fro']));
    const boxes = boxesOf(parseSvg(svg));
    const box = (name: string) => boxes.find(({ texts }) => texts.map(textOf).join(' ').startsWith(name))!.area;
    expect(box('Reframing').y).toBeLessThan(box('Nothing').y);
    expect(box('Reframing').x).toBeLessThan(box('Nothing').x);
    expect(words.join(' ')).toContain('Reframing of identity → Use of self: as identity is reframed');
  });

  test('leaves out arrows to nowhere, and finds constructs by former names', () => {
    const { review } = reviewOf(`=== codebook.yaml ===
constructs:
  a: {label: A, leads-to: {gone: x, old-b: y}}
  b: {label: B, aliases: [old-b]}
`);
    expect(frameworkOf(review).arrows).toEqual([{ from: 'a', to: 'b', how: 'y' }]);
  });

  test('without constructs has no figure', () => {
    expect(frameworkKind.figures!(reviewOf('=== metasynth.yaml ===\ntitle: None').review)).toEqual([]);
  });

  test('is told of when it names a construct that the codebook does not have', () => {
    const { marks, diagnoses } = exampleOf(
      '=== metasynth.yaml ===\ntitle: A review\nframework: {axes: {x: {construct: «idntity»}, y: Time}}\n',
    );
    expect(diagnoses('construct.unknown').map(({ path, range }) => ({ path, range }))).toEqual(marks);
  });

  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'constructor', '__proto__'];
  const place = fc.record({
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const axis = fc.record({
    label,
    support: fc.array(label, { maxLength: 2 }),
    from: label,
    to: label,
    bothWays: fc.boolean(),
  });
  const framework: fc.Arbitrary<Framework> = fc
    .tuple(
      fc.uniqueArray(
        fc.record({
          id: fc.constantFrom(...ids),
          label,
          support: fc.array(label, { maxLength: 2 }),
          themes: fc.array(label, { maxLength: 5 }),
          place: fc.option(place, { nil: undefined }),
        }),
        { selector: ({ id }) => id, maxLength: 8 },
      ),
      fc.array(fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids), how: label }), {
        maxLength: 12,
      }),
      fc.option(fc.record({ x: axis, y: axis }), { nil: undefined }),
      label,
    )
    .map(([nodes, arrows, axes, says]) => {
      const known = new Set(nodes.map(({ id }) => id));
      return {
        title: says,
        nodes: nodes.map(({ place: at, ...node }) => ({ ...node, ...(at && { place: at }) })),
        arrows: arrows.filter(({ from, to }) => known.has(from) && known.has(to)),
        ...(axes && { axes }),
        says,
      };
    });

  test('is well-formed whatever the words, and no word lies over a box or another', () => {
    fc.assert(
      fc.property(framework, one => {
        const { svg } = drawFramework(one);
        expect(complaintsOf(svg)).toEqual([]);
        expect(drawFramework(one).svg).toBe(svg);
      }),
      { numRuns: 200 },
    );
  });

  test('moves boxes that would overlap, also where one makes way into another', () => {
    const node = (id: string, x: number, y: number, themes: number) => ({
      id,
      label: id,
      support: [],
      themes: Array.from({ length: themes }, (_, at) => `theme ${at}`),
      place: { x, y },
    });
    const axis = { label: 'axis', support: [], from: '', to: '', bothWays: false };
    const { svg } = drawFramework({
      title: 'Crowded',
      nodes: [node('a', 0, 1, 20), node('b', 0.3, 0.99, 0), node('c', 1, 0.98, 8), node('d', 0.8, 0.97, 20)],
      arrows: [],
      axes: { x: axis, y: axis },
      says: '',
    });
    expect(complaintsOf(svg)).toEqual([]);
  });

  test('of more constructs than anybody could follow is a list of boxes that says so', () => {
    const nodes = Array.from({ length: 70 }, (_, at) => ({
      id: `c${at}`,
      label: `Construct ${at}`,
      support: [],
      themes: [],
    }));
    const arrows = nodes.slice(1).map(({ id }) => ({ from: 'c0', to: id, how: '' }));
    const { svg } = drawFramework({ title: 'Many', nodes, arrows, says: '' });
    expect(complaintsOf(svg)).toEqual([]);
    expect(wordsOf(svg).join(' ')).toContain('There are 69 arrows between them, too many to draw.');
  });
});
