import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../../../server/src/syntax/bibliography/read.js';

function read(text: string) {
  return readBibliography(text, 'bibtex');
}

/** The text that each problem points at, with what it says. */
function troubles(text: string): string[] {
  return read(text).problems.map(({ at, data, code }) => `${data.detail ?? code} ${text.slice(...at)}`);
}

describe('a BibTeX entry', () => {
  it('gives what a review needs', () => {
    const text =
      '@Article{gillard2013,\n author = {Gillard, Steve and Edwards, Christine and others},\n title = {Peer {UK} work}, year = 2013, doi = {https://doi.org/10.1080/ABC}}';
    const [work] = read(text).works;
    expect(work).toEqual({
      key: 'gillard2013',
      keyAt: [9, 20],
      whole: [0, text.length],
      type: 'Article',
      authors: ['Gillard', 'Edwards'],
      more: true,
      year: 2013,
      title: 'Peer UK work',
      doi: '10.1080/abc',
      source: { type: 'Article', givens: ['Steve', 'Christine'] },
    });
  });

  it('tells where the work can be found, under the names of BibTeX and of biblatex', () => {
    const [one, two, three] = read(
      `@string{joc = "Journal of {C}are"}
@article{a, author = {A, B}, journal = joc, volume = 3, number = {4}, pages = {1--9}, year = 2001}
@incollection{b, author = {A, B}, editor = {Mead, George}, booktitle = {A Book}, location = {Bath}, publisher = {P \\& Q}, date = {2001-05}, edition = 2}
@techreport{c, editor = {Mead, George}, institution = {An Institute}, number = 7, year = {in press}, url = {https://a.example/x_y}, urldate = {2020-01-02}}`,
    ).works;
    expect(one?.source).toEqual({
      type: 'article',
      givens: ['B'],
      container: 'Journal of Care',
      volume: '3',
      issue: '4',
      pages: '1–9',
    });
    expect(two?.source).toEqual({
      type: 'incollection',
      givens: ['B'],
      editors: [{ family: 'Mead', given: 'George' }],
      container: 'A Book',
      publisher: 'P & Q',
      place: 'Bath',
      edition: '2',
    });
    expect(three?.source).toEqual({
      type: 'techreport',
      givens: ['George'],
      edited: true,
      date: 'in press',
      publisher: 'An Institute',
      number: '7',
      url: 'https://a.example/x_y',
      accessed: '2020-01-02',
    });
  });

  it.each([
    ['round brackets', '@book(k, title = "A {(nested)} title", year = 2001)', 'A (nested) title'],
    ['a macro', '@STRING{peer = "Peer"}\n@misc{k, title = PEER # { work }, year = 2001}', 'Peer work'],
    ['a macro of macros', '@string{a = "A"}@string{b = a # " and " # a}\n@misc{k, title = b, year = 2001}', 'A and A'],
    ['a word that is no macro', '@misc{k, title = forthcoming, year = 2001}', 'forthcoming'],
    ['quotes in braces', '@misc{k, title = "The {"}good{"} peer", year = 2001}', 'The "good" peer'],
    ['capitals and stray commas', '@misc{k,, TITLE = {T},, YEAR = {2001},}', 'T'],
    ['a byte-order mark', '\ufeff@misc{k, title={T}, year=2001}', 'T'],
    ['an entry quoted in an abstract', '@misc{k, title={T}, abstract={see\n@misc{no, x={y}}\n}, year=2001}', 'T'],
    ['spaces everywhere', '@misc {\r\n k ,\r\n title\t= {T} ,\r\n year = 2001\r\n }', 'T'],
  ])('may have %s', (_, text, title) => {
    const { works, problems } = read(text);
    expect(problems).toEqual([]);
    expect(works.map(work => [work.key, work.title, work.year])).toEqual([['k', title, 2001]]);
  });

  it.each([
    ['date = {2013-05-01}, year = 2012', 2013],
    ['date = {2012/2014}', 2012],
    ['date = {in press}, year = {2012a}', 2012],
    ['year = {in press}', undefined],
    ['year = {20123}', undefined],
  ])('has the year of %s', (fields, year) => {
    expect(read(`@misc{k, ${fields}}`).works[0]!.year).toBe(year);
  });

  it.each([
    ['doi = {DOI: 10.1000/A_B}', '10.1000/a_b'],
    ['doi = {10.1000/a\\_b--c}', '10.1000/a_b--c'],
    ['doi = {http://dx.doi.org/10.1002/%28SICI%29x.}', '10.1002/(sici)x'],
    ['url = {https://doi.org/10.1000/xyz}', '10.1000/xyz'],
    ['url = {https://example.org/10.1000/xyz}', undefined],
    ['doi = {none}', undefined],
  ])('has the DOI of %s', (fields, doi) => {
    expect(read(`@misc{k, ${fields}}`).works[0]!.doi).toBe(doi);
  });

  it('is cited by its editors when it has no author', () => {
    expect(read('@book{k, editor = {Mead, George}}').works[0]!.authors).toEqual(['Mead']);
    expect(read('@book{k, editor = {Mead, George}, author = {Blumer, H}}').works[0]!.authors).toEqual(['Blumer']);
  });
});

describe('what stands between entries', () => {
  it('is left alone', () => {
    const text =
      'Write to me@example.org\n@comment{ @misc{hidden, title={x}} }\n@preamble{"\\newcommand{x}"}\n@misc{k}';
    expect(read(text)).toMatchObject({ works: [{ key: 'k' }], problems: [] });
  });

  it('is a slip when it is an entry without its bracket', () => {
    expect(troubles('@article gillard, title={x}}\n@misc{k}')).toEqual(['bracket-missing @article']);
  });
});

describe('a broken entry', () => {
  const whole = '\n\n@misc{next, title = {Next}}\n';

  it.each([
    [
      'a title that is not closed',
      '@misc{k, title = {T,\n  author = {A, B},\n  year = 2001\n}',
      'value-unclosed title = {',
    ],
    [
      'a quote that is not closed',
      '@misc{k, title = "T,\n  author = {A, B},\n  year = 2001\n}',
      'value-unclosed title = "',
    ],
    ['a missing comma', '@misc{k, title = {T}\n  author = {A, B},\n  year = 2001\n}', 'comma-missing author'],
    ['a missing end', '@misc{k, title = {T},\n  author = {A, B},\n  year = 2001\n', 'never-closed @misc{k'],
    ['an end too soon', '@misc{k, title = {T}},\n  author = {A, B},\n  year = 2001\n}', 'closed-early }'],
    [
      'an empty field',
      '@misc{k, month = ,\n  title = {T},\n  author = {A, B},\n  year = 2001\n}',
      'value-missing month =',
    ],
    [
      'a field without =',
      '@misc{k, month {5},\n  title = {T},\n  author = {A, B},\n  year = 2001\n}',
      'equals-missing month',
    ],
    ['something odd', '@misc{k, "odd",\n  title = {T},\n  author = {A, B},\n  year = 2001\n}', 'name-missing "'],
  ])('with %s keeps its fields, and the next entry', (_, text, trouble) => {
    expect(read(text + whole).works).toMatchObject([
      { key: 'k', title: 'T', authors: ['A'], year: 2001 },
      { key: 'next', title: 'Next' },
    ]);
    expect(troubles(text + whole)).toEqual([trouble]);
  });

  it('is a work as soon as its key is typed', () => {
    expect(read(`@misc{half${whole}`).works.map(work => work.key)).toEqual(['half', 'next']);
  });

  it('without a key is not a work', () => {
    const text = '@misc{, title = {One}}\n@misc{title = {Two}, year = 2001}\n@misc{}\n@misc{k}';
    const { works, problems } = read(text);
    expect(works.map(work => work.key)).toEqual(['k']);
    expect(problems.map(({ code, data }) => [code, data])).toEqual([
      ['bibliography.no-key', { title: 'One', line: 1 }],
      ['bibliography.no-key', { title: 'Two', line: 2 }],
      ['bibliography.no-key', { title: '', line: 3 }],
    ]);
  });
});

describe('a key that comes twice', () => {
  it('is a problem at the later one, whatever the case', () => {
    const text = '@misc{Moran2012}\r\n\r\n@misc{moran2012}\r\n@misc{other}';
    const { works, problems } = read(text);
    expect(works.map(work => work.key)).toEqual(['Moran2012', 'moran2012', 'other']);
    expect(problems).toEqual([
      {
        code: 'bibliography.duplicate-key',
        at: [26, 35],
        data: { key: 'moran2012', first: 'Moran2012', line: 3, firstLine: 1 },
      },
    ]);
  });
});
