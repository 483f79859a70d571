import { describe, expect, it } from 'vitest';
import { partOfTable, type WholeTable } from '../../../server/src/features/dashboard/table.js';
import { type DashboardAsk, type DashboardPart, dashboard } from '../../../server/src/features/dashboard.js';
import { exampleOf, reviewOf, type WrittenReview } from '../support/review.js';

/** One part, of the kind that was asked for. */
function part<K extends DashboardAsk['kind']>(
  { review, diagnoses }: WrittenReview,
  ask: DashboardAsk & { readonly kind: K },
): Extract<DashboardPart, { readonly kind: K }> {
  const { part } = dashboard(review, diagnoses(), ask);
  if (part.kind !== ask.kind) throw new Error(`It is ${part.kind}.`);
  return part as Extract<DashboardPart, { readonly kind: K }>;
}

const all = (four: string): string =>
  `{1: yes, 2: yes, 3: yes, 4: ${four}, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}`;

/** Two raters, of whom one has not finished; what the other says is nobody's to know yet. */
const rated = `
=== metasynth.yaml ===
title: Peer workers
appraisal: {checklist: casp-qualitative, raters: [JM, JS]}
characteristics: {country: {type: text}}
table: {columns: [study, country, themes]}
=== studies/aiken2013.md ===
---
country: «UK»
themes: [giving]
---
=== studies/moran2012.md ===
---
country: Australia
themes: [giving, «belonging»]
---
=== appraisals/JM.yaml ===
aiken2013: ${all('no')}
moran2012: ${all('maybe, secretly')}
=== appraisals/JS.yaml ===
aiken2013: {1: yes}
=== codebook.yaml ===
themes:
  giving: {label: Giving back, construct: identity}
  belonging: {label: Belonging, construct: identity}
constructs:
  «identity»: {label: Identity, order: 1}
=== synthesis.md ===
## Identity {#identity}

### Strengths

Work gives back [@aiken2013; @moran2012]. «It gives a place [@moran2012].»
`;

describe('the overview', () => {
  const review = reviewOf(rated);
  const overview = part(review, { kind: 'overview' });

  it('counts what there is, and what is left of the appraisal', () => {
    expect(overview).toMatchObject({ studies: 2, themes: 2, constructs: 1, findings: 2 });
    expect(overview.appraisal).toEqual({
      raters: [
        { rater: 'JM', done: 1, begun: 1 },
        { rater: 'JS', done: 0, begun: 1 },
      ],
      settled: 0,
      of: 2,
    });
  });

  it('tells of each construct how far it is carried and supported, and where it stands', () => {
    expect(overview.coverage).toMatchObject([{ label: 'Identity', carrying: 2, cited: 2, findings: 2 }]);
    expect(overview.coverage[0]!.place).toEqual({ path: 'codebook.yaml', ...review.marks[2]!.range });
  });

  it('groups problems by kind, the gravest first, each with its place', () => {
    const wrong = part(exampleOf('=== codebook.yaml ===\nthemes:\n  lonely: {label: Lonely}\n'), { kind: 'overview' });
    const order = ['error', 'warning', 'info', 'hint'];
    const severities = wrong.problems.map(each => order.indexOf(each.severity));
    expect(severities).toEqual([...severities].sort());
    const unused = wrong.problems.find(each => each.code === 'theme.unused')!;
    expect(unused.count).toBe(unused.problems.first.length + unused.problems.more);
    expect(unused.problems.first[0]!.place).toMatchObject({ path: 'codebook.yaml', line: 1 });
  });

  it('tells of complaints that show answers how many there are, and nothing else', () => {
    for (const code of ['appraisal.unknown-answer', 'yaml.comma-cuts']) {
      const group = overview.problems.find(each => each.code === code);
      expect(group).toMatchObject({ count: 1, untold: 1, problems: { first: [], more: 0 } });
    }
    // An answer may stand in the study itself, which is no rater's file.
    const inStudy = reviewOf(rated.replace('themes: [giving]\n---', 'themes: [giving]\ncasp: {JS: {2: perhaps}}\n---'));
    const group = part(inStudy, { kind: 'overview' }).problems.find(each => each.code === 'appraisal.unknown-answer');
    expect(group).toMatchObject({ count: 2, untold: 2, problems: { first: [] } });
  });
});

it('no part says what a rater has answered before it holds', () => {
  const asks: DashboardAsk[] = [
    { kind: 'overview' },
    { kind: 'constructs' },
    ...['synthesis-table', 'appraisal', 'agreement', 'matrix'].map(report => ({ kind: 'table', report }) as const),
    ...['appraisal', 'characteristics'].map(report => ({ kind: 'figures', report }) as const),
  ];
  const { review, diagnoses } = reviewOf(rated);
  for (const ask of asks) expect(JSON.stringify(dashboard(review, diagnoses(), ask))).not.toContain('secretly');
  const table = part(reviewOf(rated), { kind: 'table', report: 'appraisal' });
  expect(table.rows.flatMap(each => each.cells)).not.toContain('N');
  // Once the other agrees it holds, and is shown.
  const settled = reviewOf(rated.replace('aiken2013: {1: yes}', `aiken2013: ${all('no')}`));
  expect(part(settled, { kind: 'table', report: 'appraisal' }).rows[0]!.cells).toContain('N');
});

describe('constructs', () => {
  const written = reviewOf(rated);
  const [construct] = part(written, { kind: 'constructs' }).constructs;

  it('tell what supports them, and which findings are thin', () => {
    expect(construct).toMatchObject({ label: 'Identity', carrying: 2, cited: 2, onOne: 1, onNone: 0 });
    const findings = construct!.divisions.flatMap(each => each.findings.first);
    expect(findings.map(({ studies, thin }) => [studies, thin])).toEqual([
      [2, false],
      [1, true],
    ]);
    expect(findings[1]!.place.path).toBe('synthesis.md');
    expect(construct!.themes.first.map(({ name, studies }) => [name, studies])).toEqual([
      ['Giving back', 2],
      ['Belonging', 1],
    ]);
  });

  it('tell only as many of each list as are asked for, and how many more there are', () => {
    const [few] = part(written, { kind: 'constructs', most: 1 }).constructs;
    expect(few!.citedStudies).toMatchObject({ first: [{ name: expect.any(String) }], more: 1 });
  });
});

describe('a table', () => {
  const written = reviewOf(rated);
  const cell = (row: string, column: number, report = 'synthesis-table') =>
    part(written, { kind: 'cell', report, row, column }).place;

  it('is sorted and filtered, and its rows keep what they are known by', () => {
    const ask = { kind: 'table', report: 'synthesis-table', sort: { column: 1, descending: false } } as const;
    expect(part(written, ask).rows.map(each => each.id)).toEqual(['=moran2012', '=aiken2013']);
    const one = part(written, { kind: 'table', report: 'synthesis-table', filter: 'belong AUSTR' });
    expect(one).toMatchObject({
      rows: [{ id: '=moran2012', linked: true }],
      matching: 1,
      total: 2,
      columns: 3,
      head: 0,
    });
  });

  it('leads from a cell to the field, and from anything else to the study', () => {
    expect(cell('=aiken2013', 1)).toEqual({ path: 'studies/aiken2013.md', ...written.marks[0]!.range });
    expect(cell('=aiken2013', 0)?.path).toBe('studies/aiken2013.md');
    expect(cell('=gone2020', 0)).toBeUndefined();
    expect(cell('0', 0, 'flow')).toBeUndefined();
  });

  it('names its rows by their study, wherever that column is', () => {
    const numbered = reviewOf(rated.replace('columns: [study, country', 'columns: [no, study, country'));
    expect(part(numbered, { kind: 'table', report: 'synthesis-table' }).head).toBe(1);
    expect(part(written, { kind: 'table', report: 'matrix' }).head).toBe(1);
  });

  it('leads from a mark of the matrix to the theme in the study', () => {
    const { header } = part(written, { kind: 'table', report: 'matrix' });
    const place = cell('=moran2012', header.indexOf('Belonging'), 'matrix');
    expect(place).toEqual({ path: 'studies/moran2012.md', ...written.marks[1]!.range });
  });

  it('sorts numbers by their size, words by the alphabet and what is empty last, in both directions', () => {
    const rows = [['10'], ['b'], [''], [9], ['Item 10'], ['item 9'], ['A']];
    const whole: WholeTable = { report: 'x', head: 0, header: ['n'], rows, ids: rows.map((_, at) => String(at)) };
    const sorted = (descending: boolean) =>
      partOfTable(whole, { kind: 'table', report: 'x', sort: { column: 0, descending } }).rows.map(
        each => each.cells[0],
      );
    expect(sorted(false)).toEqual([9, '10', 'A', 'b', 'item 9', 'Item 10', '']);
    expect(sorted(true)).toEqual(['Item 10', 'item 9', 'b', 'A', '10', 9, '']);
  });

  it('is given in parts: a hundred rows, fewer where it is wide', () => {
    const grid = (width: number): WholeTable => ({
      report: 'x',
      head: 0,
      header: Array.from({ length: width }, (_, at) => String(at)),
      rows: Array.from({ length: 1000 }, () => Array.from({ length: width }, () => 'x')),
      ids: Array.from({ length: 1000 }, (_, at) => String(at)),
    });
    expect(partOfTable(grid(5), { kind: 'table', report: 'x' }).rows).toHaveLength(100);
    const wide = partOfTable(grid(300), { kind: 'table', report: 'x' });
    expect([wide.rows.length, wide.header.length, wide.columns, wide.total]).toEqual([75, 40, 300, 1000]);
    expect(partOfTable(grid(5), { kind: 'table', report: 'x', rows: 250 }).rows).toHaveLength(250);
  });
});

it('figures are those of one report, each with words for those who do not see it', () => {
  const { figures } = part(exampleOf(), { kind: 'figures', report: 'flow' });
  expect(figures).toMatchObject([{ name: 'flow', svg: expect.stringContaining('<svg') }]);
  expect(figures[0]!.alt).not.toBe('');
  const { review } = exampleOf();
  expect(dashboard(review, [], { kind: 'figures', report: 'nothing' }).part).toEqual({ kind: 'none' });
  expect(dashboard(review, [], { kind: 'table', report: 'outline' }).part).toEqual({ kind: 'none' });
});
