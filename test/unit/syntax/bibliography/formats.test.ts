import { describe, expect, it } from 'vitest';
import { formatOf, readBibliography } from '../../../../server/src/syntax/bibliography/read.js';

describe('the format of a file', () => {
  it.each([
    ['references.bib', 'bibtex'],
    ['a/b.c/Refs.BIB', 'bibtex'],
    ['refs.json', 'csl-json'],
    ['refs.ris', 'ris'],
    ['bib', undefined],
    ['a.bib/file', undefined],
    ['a.constructor', undefined],
    ['refs.txt', undefined],
    ['', undefined],
  ])('%s', (path, format) => {
    expect(formatOf(path)).toBe(format);
  });
});

describe('CSL-JSON', () => {
  const read = (text: string) => readBibliography(text, 'csl-json');
  const item = (rest: string): string => `[{"id": "k", ${rest}}]`;

  it('has names of people, with their particle, and of organisations', () => {
    const text = item(
      '"author": [{"family": "Berg", "given": "J", "non-dropping-particle": "van der"}, ' +
        '{"family": "Beethoven", "dropping-particle": "van"}, {"literal": "World Health Organization"}, {"given": "Plato"}, "et al."]',
    );
    expect(read(text)).toMatchObject({
      works: [{ authors: ['van der Berg', 'Beethoven', 'World Health Organization', 'Plato'], more: true }],
      problems: [],
    });
  });

  it.each([
    ['{"date-parts": [[2013, 5, 1]]}', 2013],
    ['{"date-parts": [["2013"]]}', 2013],
    ['{"raw": "May 2013"}', 2013],
    ['{"literal": "c. 2013"}', 2013],
    ['"2013-05"', 2013],
    ['{"date-parts": [[null]]}', undefined],
    ['{"date-parts": []}', undefined],
    ['null', undefined],
  ])('issued %s', (issued, year) => {
    expect(read(item(`"issued": ${issued}`))).toMatchObject({ works: [{ year }], problems: [] });
  });

  it('reads escapes, and leaves out mark-up in a title', () => {
    const text = item('"title": "Peer \\u201cwork\\u201d <i>in</i> a \\"field\\", p < 0.05", "DOI": null');
    expect(read(text).works[0]).toMatchObject({ title: 'Peer “work” in a "field", p < 0.05', doi: undefined });
  });

  it.each([
    ['an address gives way to a citation key', '[{"id": "http://zotero.org/u/1", "citation-key": "k"}]'],
    ['a number', '[{"id": 12}]'],
    ['a single item', '{"id": "k", "type": "book"}'],
    ['a list under items', '{"items": [{"id": "k"}], "version": 3}'],
    ['a byte-order mark', '\ufeff[{"id": "k"}]'],
  ])('key: %s', (_, text) => {
    const { works, problems } = read(text);
    expect(problems).toEqual([]);
    expect(works).toHaveLength(1);
    expect(text.slice(...works[0]!.keyAt)).toBe(works[0]!.key);
  });

  it.each([
    ['nothing after a name', '[{"id":"a","title": },{"id":"b"}]', 'value-missing', ['a', 'b']],
    ['no quotation mark', '[{"id":"a","title":"x},\n{"id":"b"}]', 'value-unclosed', ['a', 'b']],
    ['no quotation mark, on one line', '[{"id":"a","title":"x},{"id":"b"}]', 'comma-missing', ['a', 'b']],
    ['no bracket', '[{"id":"a","author":[{"family":"X"}\n,{"id":"b"}]', 'never-closed', ['a', 'b']],
    ['no comma between items', '[{"id":"a"} {"id":"b"}]', 'comma-missing', ['a', 'b']],
    ['no end', '[{"id":"a"},{"id":"b"}', 'never-closed', ['a', 'b']],
    ['an end too soon', '[{"id":"a"}],{"id":"b"}]', 'closed-early', ['a', 'b']],
    ['something else', '[{"id":"a"}, 7, {"id":"b"}]', 'not-an-entry', ['a', 'b']],
    ['no colon', '[{"id":"a","title" "x"},{"id":"b"}]', 'equals-missing', ['a', 'b']],
    ['no start', '"id":"a","author":[{"family":"X"}]},\n{"id":"b"}]', 'not-an-entry', ['b']],
  ])('broken: %s', (_, text, detail, keys) => {
    const { works, problems } = read(text);
    expect(works.map(work => work.key)).toEqual(keys);
    expect(problems[0]).toMatchObject({ code: 'bibliography.unreadable', data: { detail } });
  });

  it('tells of an item without a key', () => {
    const { works, problems } = read('[\n{"title": "One"},\n{"id": "", "title": "Two"}]');
    expect(works).toEqual([]);
    expect(problems.map(({ code, data }) => [code, data.title, data.line])).toEqual([
      ['bibliography.no-key', 'One', 2],
      ['bibliography.no-key', 'Two', 3],
    ]);
  });

  it('does not go deeper than any bibliography', () => {
    const text = `[{"id":"a","x":${'['.repeat(100_000)},{"id":"b"}]`;
    expect(read(text).works.map(work => work.key)).toEqual(['a', 'b']);
  });
});

describe('RIS', () => {
  const read = (text: string) => readBibliography(text, 'ris');

  it('is read with what other programs make of it', () => {
    const text =
      '\ufeffProvider: somewhere\r\nTY  - JOUR\r\nAU  - van der Berg, Jan\r\nA1 - World Health Organization\r\n' +
      'AU  - Moran, G; Russinova, Z; et al.\r\nTI  - Peer work:\r\n      the ER  - of it\r\nY1  - 2013/05/01/\r\n' +
      'UR  - https://doi.org/10.1000/ABC\r\nID  - moran2013\r\nER  -\r\n\r\nVN  - Ovid\r\nDB  - Embase\r\n' +
      'TY  - BOOK\r\nED  - Mead, George\r\nPY  - 1934\r\nID  - mead1934';
    const { works, problems } = read(text);
    expect(problems).toEqual([]);
    expect(works).toMatchObject([
      {
        key: 'moran2013',
        type: 'JOUR',
        authors: ['van der Berg', 'World Health Organization', 'Moran', 'Russinova'],
        more: true,
        year: 2013,
        title: 'Peer work: the ER - of it',
        doi: '10.1000/abc',
      },
      { key: 'mead1934', type: 'BOOK', authors: ['Mead'], year: 1934, title: undefined },
    ]);
    expect(text.slice(...works[0]!.whole)).toMatch(/^TY {2}- JOUR[\s\S]*ER {2}-$/);
  });

  it('tells of a record without a key, and of one without its first line', () => {
    const text =
      'TY  - JOUR\nTI  - One\nER  - \n\nTI  - Two\nID  - two\nER  - \nTY  - JOUR\nID  - three\nTY  - JOUR\nID  - four';
    const { works, problems } = read(text);
    expect(works.map(work => work.key)).toEqual(['two', 'three', 'four']);
    expect(problems).toEqual([
      { code: 'bibliography.no-key', at: [0, 10], data: { title: 'One', line: 1 } },
      { code: 'bibliography.unreadable', at: [29, 38], data: { detail: 'no-type', key: 'two', line: 5 } },
    ]);
  });
});
