import { describe, expect, test } from 'vitest';
import { staleBlocks } from '../../../server/src/documents/blocks.js';
import { toMarkdown } from '../../../server/src/documents/markdown.js';
import { type Checklists, stateWords } from '../../../server/src/reports/checklist.js';
import { reportOf } from '../../../server/src/reports/reports.js';
import { sectionNumbers } from '../../../server/src/reports/section-numbers.js';
import { exampleOf, reviewOf, type WrittenReview } from '../support/review.js';

const kind = reportOf('checklist')!;
const data = ({ review }: WrittenReview): Checklists => kind.data(review) as Checklists;

const review = (more = ''): WrittenReview =>
  exampleOf(`=== synthesis.md ===
# Peer workers

## Methods

### Search

The search was planned beforehand. <!-- reports: entreq 3 -->

## Reframing of identity

Helping others feels worthwhile [@gillard2013; @moran2012]. <!-- reports: entreq 3, entreq 21 -->
${more}`);

describe('the filled checklists', () => {
  test('name every item with its state and where it is reported, lines as an editor counts them', () => {
    const { standards, items } = data(review());
    expect(standards).toMatchObject([
      { standard: 'entreq', name: 'ENTREQ', total: 21, present: 4, derivable: 2, missing: 15 },
    ]);
    expect(items).toHaveLength(21);
    expect(items[2]).toEqual({
      standard: 'entreq',
      number: '3',
      label: 'Approach to searching',
      asks: expect.any(String),
      state: 'present',
      places: [
        { file: 'synthesis.md', line: 7, section: '1.1 Search', by: 'passage' },
        { file: 'synthesis.md', line: 11, section: '2 Reframing of identity', by: 'passage' },
      ],
      shownBy: null,
      perhaps: null,
    });
    expect(items[0]?.places).toEqual([{ file: 'metasynth.yaml', line: 2, section: 'question', by: 'field' }]);
    expect(items[7]).toMatchObject({ state: 'derivable', places: [], shownBy: 'synthesis-table' });
    expect(items[13]).toMatchObject({ state: 'missing', places: [], perhaps: null });
  });

  test('as a document of their own tell lines', () => {
    const text = toMarkdown(kind.make(review().review, 1, true));
    expect(text).toContain('# Reporting checklists\n\n## ENTREQ\n');
    expect(text).toContain('Table: ENTREQ: 4 of 21 items are reported.');
    expect(text).toContain(
      '| reported | 1.1 Search (synthesis.md, line 7); 2 Reframing of identity (synthesis.md, line 11) |',
    );
    expect(text).toContain('| reported | metasynth.yaml, question: (line 2) |');
    expect(text).toContain('| can be generated | The block "synthesis-table" would show it. |');
    expect(text).toContain('10.1186/1471-2288-12-181');
  });

  test('offer a section whose heading sounds like it, and a field that tells a part, as hints', () => {
    const { items } = data(review('\n## Coding\n\nWe coded.\n'));
    expect(items[16]).toMatchObject({ number: '17', state: 'missing', perhaps: '3 Coding' });
    const text = toMarkdown(kind.make(review('\n## Coding\n\nWe coded.\n').review, 1, true));
    expect(text).toContain(
      '| not reported yet | Perhaps in "3 Coding": if so, say "reports: entreq 17" there in a comment. |',
    );
    expect(text).toContain('metasynth.yaml tells a part of it (approach).');
  });

  test('have a row for each item in a spreadsheet', () => {
    const { header, rows } = kind.grid!(review().review);
    expect(header).toHaveLength(6);
    expect(rows).toHaveLength(21);
    for (const row of rows) expect(row).toHaveLength(6);
    expect(rows[20]?.slice(0, 3)).toEqual(['ENTREQ', '21', 'What the synthesis adds']);
    expect(rows[20]?.slice(4)).toEqual(['reported', '2 Reframing of identity (synthesis.md, line 11)']);
    expect(new Set(['present', 'derivable', 'missing'].map(each => stateWords(each as 'present'))).size).toBe(3);
  });

  test('in the manuscript tell sections alone, so that a line more above leaves the block as it is', () => {
    const block = (above: string, inside: string): string =>
      `${above}\n## Checklists\n\n<!-- metasynth:checklist -->${inside}<!-- /metasynth:checklist -->\n`;
    const [stale] = [...staleBlocks(review(block('', '\n')).review)];
    expect(stale?.text).toContain('### ENTREQ');
    expect(stale?.text).toContain('| 1.1 Search; 2 Reframing of identity |');
    expect(stale?.text).not.toMatch(/line \d/);
    expect([...staleBlocks(review(block('', stale!.text)).review)]).toEqual([]);
    expect([...staleBlocks(review(block('More.\n\nAnd more.\n', stale!.text)).review)]).toEqual([]);
    const another = review(block('We coded. <!-- reports: entreq 17 -->\n', stale!.text));
    expect([...staleBlocks(another.review)]).toHaveLength(1);
  });
});

describe('the numbers of sections', () => {
  const numbers = (...headings: string[]): string[] => {
    const { review } = reviewOf(`=== synthesis.md ===\n${headings.map(each => `${each}\n\nWords.\n`).join('\n')}`);
    const all = sectionNumbers(review);
    return review.sections.flatMap(({ chunk, facts }) => (facts.level > 0 ? [all.get(chunk) ?? '–'] : []));
  };

  test.each([
    [
      ['# Title', '## A', '### B', '### C', '## D', '### E'],
      ['–', '1', '1.1', '1.2', '2', '2.1'],
    ],
    [
      ['# A', '## B', '# C', '## D'],
      ['1', '1.1', '2', '2.1'],
    ],
    [
      ['## A', '### B', '## C'],
      ['1', '1.1', '2'],
    ],
    [
      ['# Title', '## A', '#### B', '### C'],
      ['–', '1', '1.1.1', '1.2'],
    ],
    [['# Only'], ['1']],
    [[], []],
  ])('%j', (headings, expected) => {
    expect(numbers(...headings)).toEqual(expected);
  });
});
