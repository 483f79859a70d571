import { expect, test } from 'vitest';
import { pageRuns } from '../../../server/src/documents/pages.js';
import { captioned, heading, paragraph, report, table } from '../../../server/src/reports/tree.js';

const content = table(['A'], [['1']]);
const wide = captioned('Wide', content, { wide: true });
const upright = captioned('Upright', content);
const long = paragraph('Many words. '.repeat(100));

const runs = (...blocks: Parameters<typeof report>[0]): [boolean, string][] =>
  pageRuns(report(blocks)).map(({ wide: side, nodes }) => [side, nodes.map(node => node.type).join(' ')]);

test('a report without wide tables never turns its pages', () => {
  expect(runs()).toEqual([]);
  expect(runs(heading(1, 'One'), upright, long)).toEqual([[false, 'heading captioned paragraph']]);
});

test('headings and a few words go with the wide table that they lead to, and longer text keeps its own pages', () => {
  expect(runs(heading(1, 'One'), paragraph('Few words.'), wide)).toEqual([[true, 'heading paragraph captioned']]);
  expect(runs(long, heading(1, 'One'), heading(2, 'Two'), wide, heading(1, 'Three'), long)).toEqual([
    [false, 'paragraph'],
    [true, 'heading heading captioned'],
    [false, 'heading paragraph'],
  ]);
});

test('a few words between wide tables and after the last do not turn the page back, a table does', () => {
  expect(runs(wide, paragraph('Few.'), wide, paragraph('Few.'))).toEqual([
    [true, 'captioned paragraph captioned paragraph'],
  ]);
  expect(runs(wide, upright, wide)).toEqual([
    [true, 'captioned'],
    [false, 'captioned'],
    [true, 'captioned'],
  ]);
});

test('a table whose words would break on an upright page lies on its side, captioned as wide or not', () => {
  const many = table(
    Array.from({ length: 13 }, (_, at) => `Abandoned${at}`),
    [],
  );
  expect(runs(captioned('Many', many))).toEqual([[true, 'captioned']]);
  expect(runs(many)).toEqual([[true, 'table']]);
});
