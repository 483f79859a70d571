import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../../server/src/documents/markdown.js';
import { synthesisTableKind, synthesisTableReport } from '../../../server/src/reports/synthesis-table.js';
import { reviewOf } from '../support/review.js';

const studies = `=== studies/a2001.md ===
---
cite: Aiken 2001
country: UK
setting: Ward
participants: 12
---
=== studies/b2002.md ===
---
cite: Berg 2002
country: AUS
setting: Home
participants: not reported
---
=== studies/c2003.md ===
---
cite: Croft 2003
country: UKR
setting: Ward
participants: 7
---
`;
const characteristics = `characteristics:
  country: {type: text}
  setting: {type: set, values: [Ward, Home]}
  participants: {type: count}
`;
const review = (table: string) =>
  reviewOf(`=== metasynth.yaml ===\ntitle: T\n${characteristics}${table}\n${studies}`).review;

const plain = 'table: {columns: [no, study, country, participants]}';

describe('the synthesis table', () => {
  test('stands bare in a manuscript that asks for nothing more, and under a caption in a document of its own', () => {
    expect(synthesisTableReport(review(plain)).children.map(node => node.type)).toEqual(['table']);
    expect(toMarkdown(synthesisTableReport(review(plain), true))).toContain(
      '\nTable: Characteristics of the included studies\n',
    );
  });

  test('explains the abbreviations that occur in it as words of their own, in the order of the alphabet, and no others', () => {
    const made = review(`table:
  columns: [study, country]
  abbreviations: {UK: United Kingdom}
abbreviations: {AUS: Australia, UK: never said, KR: Korea, CASP: Critical Appraisal Skills Programme}`);
    expect(toMarkdown(synthesisTableReport(made))).toMatch(
      /\n\nAbbreviations: AUS = Australia; UK = United Kingdom\.\n$/,
    );
    const none = review('table: {columns: [study]}\nabbreviations: {AUS: Australia}');
    expect(synthesisTableReport(none).children.map(node => node.type)).toEqual(['table']);
  });

  test('explains what is printed for what is missing only where it stands under a caption anyway', () => {
    const missing = 'missing: {not reported: NR}\n';
    expect(toMarkdown(synthesisTableReport(review(missing + plain)))).not.toContain('NR = not reported');
    expect(toMarkdown(synthesisTableReport(review(missing + plain), true))).toContain(
      'Abbreviations: NR = not reported.',
    );
  });

  test('marks the headings of columns that have notes', () => {
    const made = review(`table:
  columns: [study, country, participants]
  caption: The studies
  footnotes: {participants: Peers only, gone: Of no column}`);
    const text = toMarkdown(synthesisTableReport(made));
    expect(text).toContain('| Study | Country | Participants† |');
    expect(text).toMatch(/\nTable: The studies\n\n† Peers only\n\nOf no column\n$/);
    const list = review('table: {columns: [study], footnotes: [One, Two]}');
    expect(toMarkdown(synthesisTableReport(list))).toMatch(/\n\nOne\n\nTwo\n$/);
  });

  test('is divided by a column: its values in their declared order, each a row of its own, rows numbered as they stand', () => {
    const made = review('table: {columns: [no, study, setting], group-by: setting}');
    const [table] = synthesisTableReport(made).children;
    const rows = table?.type === 'table' ? table.children.map(row => row.children.map(cell => textOf(cell))) : [];
    expect(rows).toEqual([
      ['No.', 'Study'],
      ['Ward'],
      ['1', 'Aiken 2001'],
      ['2', 'Croft 2003'],
      ['Home'],
      ['3', 'Berg 2002'],
    ]);
    // For a spreadsheet the column stays a column.
    expect(synthesisTableKind.grid?.(made)).toEqual({
      header: ['No.', 'Study', 'Setting'],
      rows: [
        [1, 'Aiken 2001', 'Ward'],
        [2, 'Croft 2003', 'Ward'],
        [3, 'Berg 2002', 'Home'],
      ],
    });
  });

  test('is divided by a column that it does not list, and by none that there is not', () => {
    const made = review('table: {columns: [study], group-by: country}');
    expect(toMarkdown(synthesisTableReport(made))).toContain('| AUS |\n| Berg 2002 |\n| UK |');
    expect(synthesisTableKind.grid?.(made).header).toEqual(['Country', 'Study']);
    const gone = review('table: {columns: [study], group-by: gone}');
    expect(toMarkdown(synthesisTableReport(gone))).toContain('| Aiken 2001 |\n| Berg 2002 |');
  });

  test('gives numbers that count as numbers, and what is printed for a missing one as text', () => {
    expect(synthesisTableKind.grid?.(review(plain)).rows.map(row => row[3])).toEqual([12, 'not reported', 7]);
  });
});
