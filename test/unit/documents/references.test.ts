import type { PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { cited } from '../../../server/src/documents/citing.js';
import { paragraph, report } from '../../../server/src/reports/tree.js';
import { reviewOf } from '../support/review.js';

type Style = 'apa' | 'vancouver';
type Key = string | readonly [prefix: string, key: string];

/** Words with what leans between asterisks. */
function plain(nodes: readonly PhrasingContent[]): string {
  return nodes.map(node => (node.type === 'emphasis' ? `*${textOf(node)}*` : textOf(node))).join('');
}

/** What stands for groups of citations, and the list of references. */
function written(
  bib: string,
  groups: readonly (readonly Key[])[],
  style: Style,
  studies = '',
  file = 'references.bib',
) {
  const { review } = reviewOf(
    `=== metasynth.yaml ===\ntitle: T\nbibliography: ${file}\nreports: {style: ${style}}\n${studies}=== ${file} ===\n${bib}\n`,
  );
  const made = report(
    groups.map(group =>
      paragraph({
        type: 'citationGroup',
        citations: group.map(each => (typeof each === 'string' ? { key: each } : { prefix: each[0], key: each[1] })),
      }),
    ),
  );
  const { report: words, references } = cited(made, review);
  return {
    citations: words.children.map(node => (node.type === 'paragraph' ? plain(node.children) : '')),
    references: references.map(entry => plain(entry.children)),
  };
}

const entry = (bib: string, style: Style): string => {
  const key = /@\w+\{([^,]+),/.exec(bib)?.[1] ?? '';
  return written(bib, [[key]], style).references[0] ?? '';
};

const article = `@article{g, author = {Gillard, Steven G. and Edwards, Christine and Gibson, Sarah L.}, title = {Introducing peer worker roles: a study},
  journal = {BMC Health Services Research}, volume = 13, number = 1, pages = {188--199}, year = 2013, doi = {10.1186/1472-6963-13-188}}`;
const chapter = `@incollection{c, author = {van der Berg, Jan}, title = {On gifts}, editor = {Mead, George Herbert and Blumer, H.}, booktitle = {The Book of Gifts},
  edition = 2, pages = {10--14}, publisher = {Port Press}, address = {Bath}, year = 1999}`;
const many = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `${String.fromCharCode(65 + index)}son, ${String.fromCharCode(65 + index)}.`,
  ).join(' and ');

describe('a list of references in APA 7', () => {
  test.each<[what: string, bib: string, expected: string]>([
    [
      'an article',
      article,
      'Gillard, S. G., Edwards, C., & Gibson, S. L. (2013). Introducing peer worker roles: a study. *BMC Health Services Research*, *13*(1), 188–199. https://doi.org/10.1186/1472-6963-13-188',
    ],
    [
      'a chapter',
      chapter,
      'van der Berg, J. (1999). On gifts. In G. H. Mead & H. Blumer (Eds.), *The Book of Gifts* (2nd ed., pp. 10–14). Port Press.',
    ],
    [
      'a chapter on one page, with one editor',
      '@incollection{c, author={A, B}, title={T}, editor={Mead, G.}, booktitle={Book}, pages={7}, year=2001}',
      'A, B. (2001). T. In G. Mead (Ed.), *Book* (p. 7).',
    ],
    [
      'a book',
      '@book{b, author={Quillfeather, Leopold}, title={Gifts that pass through: a theory}, publisher={Port Wimble University Press}, edition={3rd}, year=1997}',
      'Quillfeather, L. (1997). *Gifts that pass through: a theory* (3rd ed.). Port Wimble University Press.',
    ],
    [
      'an edited book',
      '@book{b, editor={Mead, G. and Blumer, H.}, title={Peers}, publisher={P}, year=2001}',
      'Mead, G., & Blumer, H. (Eds.). (2001). *Peers*. P.',
    ],
    [
      'a thesis',
      '@phdthesis{t, author={Doe, Jane}, title={On waiting}, school={University of Elsewhere}, year=2010, url={https://elsewhere.example/t}}',
      'Doe, J. (2010). *On waiting* [Doctoral dissertation, University of Elsewhere]. https://elsewhere.example/t',
    ],
    [
      'a report of the organisation that wrote it',
      '@techreport{r, author={{Guild of Shore Lights}}, title={The table}, institution={Guild of Shore Lights}, number={12}, year=2014}',
      'Guild of Shore Lights. (2014). *The table* (Report No. 12).',
    ],
    [
      'a page of the web',
      '@online{w, author={{World Health Organization}}, title={Peer support}, url={https://who.example/peer}, year=2020}',
      'World Health Organization. (2020). *Peer support*. https://who.example/peer',
    ],
    [
      'an article with a number and no pages',
      '@article{a, author={A, B}, title={T}, journal={J}, volume=10, eid={e0141122}, year=2015}',
      'A, B. (2015). T. *J*, *10*, Article e0141122.',
    ],
    ['no author', '@article{x, title={The peer question}, journal={J}, year=2001}', 'The peer question. (2001). *J*.'],
    ['no year', '@article{x, author={Dennis, C.-L.}, title={T}, journal={J}}', 'Dennis, C.-L. (n.d.). T. *J*.'],
    [
      'one in press',
      '@article{x, author={A, B}, title={T}, journal={J}, year={in press}}',
      'A, B. (in press). T. *J*.',
    ],
    ['no more than authors and year', '@misc{x, author={Aiken and Thomson}, year=2013}', 'Aiken & Thomson. (2013).'],
    ['nothing but a key', '@misc{x,}', 'x (n.d.).'],
    ['more authors than are named', '@misc{x, author={Gillard and others}, year=2013}', 'Gillard et al. (2013).'],
    [
      'more authors than are named, with initials',
      '@misc{x, author={Gillard, Steve and others}, title={T}, year=2013}',
      'Gillard, S., et al. (2013). T.',
    ],
    [
      'a title that ends in a question',
      '@article{x, author={A, B}, title={Why?}, journal={J}, year=2001}',
      'A, B. (2001). Why? *J*.',
    ],
    [
      'a name with Jr',
      '@misc{x, author={King, Jr., Martin Luther}, title={T}, year=1963}',
      'King, M. L., Jr. (1963). T.',
    ],
    ['a double first name', '@misc{x, author={Sartre, Jean-Paul}, title={T}, year=1943}', 'Sartre, J.-P. (1943). T.'],
    ['initials without dots', '@misc{x, author={MacLellan, JM}, title={T}, year=2015}', 'MacLellan, J. M. (2015). T.'],
    [
      'twenty authors',
      `@misc{x, author={${many(20)}}, title={T}, year=2001}`,
      `${Array.from({ length: 19 }, (_, at) => `${String.fromCharCode(65 + at)}son, ${String.fromCharCode(65 + at)}., `).join('')}& Tson, T. (2001). T.`,
    ],
    [
      'twenty-one authors',
      `@misc{x, author={${many(21)}}, title={T}, year=2001}`,
      `${Array.from({ length: 19 }, (_, at) => `${String.fromCharCode(65 + at)}son, ${String.fromCharCode(65 + at)}., `).join('')}… Uson, U. (2001). T.`,
    ],
  ])('%s', (_, bib, expected) => {
    expect(entry(bib, 'apa')).toBe(expected);
  });

  test('is in the order of the alphabet: one author before the same with others, the earlier year first, no year before all', () => {
    const bib = `@misc{a, author={Moran, G.}, title={B}, year=2013} @misc{b, author={Moran, G. and Yuen, M.}, title={A}, year=2001}
@misc{c, author={Moran, G.}, title={A}, year=2001} @misc{d, author={aiken, A.}, title={A}, year=2001} @misc{e, author={Moran, G.}, title={E}}`;
    expect(written(bib, [['a', 'b', 'c', 'd', 'e']], 'apa').references).toEqual([
      'aiken, A. (2001). A.',
      'Moran, G. (n.d.). E.',
      'Moran, G. (2001). A.',
      'Moran, G. (2013). B.',
      'Moran, G., & Yuen, M. (2001). A.',
    ]);
  });
});

describe('citations in APA 7', () => {
  const bib = `@misc{one, author={Dennis, C.}, title={D}, year=2002} @misc{two, author={Aiken, A. and Thomson, G.}, title={A}, year=2013}
@misc{three, author={Gillard, S. and Edwards, C. and Owen, K.}, title={G}, year=2013} @misc{none, title={The peer question: an answer}, year=2001}
@misc{m1, author={Moran, G. and Russinova, Z. and Gidugu, V.}, title={Beta}, year=2012} @misc{m2, author={Moran, G. and Russinova, Z. and Gidugu, V.}, title={Alpha}, year=2012}
@misc{n1, author={Norman, J. and Walsh, N. and Mugavin, J.}, title={N}, year=2008} @misc{n2, author={Norman, J. and Field, P. and Mugavin, J.}, title={O}, year=2008}
@misc{undated, author={Freeman, M.}, title={F}}`;

  test.each<[keys: readonly Key[], expected: string]>([
    [['one'], '(Dennis, 2002)'],
    [['two', 'one', 'three'], '(Aiken & Thomson, 2013; Dennis, 2002; Gillard et al., 2013)'],
    [['one', 'two'], '(Aiken & Thomson, 2013; Dennis, 2002)'],
    [['three', ['but see', 'one']], '(Gillard et al., 2013; but see Dennis, 2002)'],
    [['m1', 'm2'], '(Moran et al., 2012a, 2012b)'],
    [['m1'], '(Moran et al., 2012b)'],
    [['n1', 'n2'], '(Norman, Field, & Mugavin, 2008; Norman, Walsh, & Mugavin, 2008)'],
    [['undated'], '(Freeman, n.d.)'],
    [['none'], '(“The peer question,” 2001)'],
    [['gone'], '(gone)'],
    [['gone', 'one'], '(Dennis, 2002; gone)'],
    [['one', 'one'], '(Dennis, 2002)'],
  ])('%j', (keys, expected) => {
    // All works are in the list, so that letters are given.
    const all = ['one', 'two', 'three', 'none', 'm1', 'm2', 'n1', 'n2', 'undated'];
    expect(written(bib, [keys, all], 'apa').citations[0]).toBe(expected);
  });

  test('a letter that the review itself gives a study holds, and the other work takes the next', () => {
    const two = `@misc{m1, author={Moran, G.}, title={Alpha}, year=2012} @misc{m2, author={Moran, G.}, title={Beta}, year=2012}`;
    const study = '=== studies/m1.md ===\n---\ncite: Moran 2012b\n---\n';
    expect(written(two, [['m1'], ['m2']], 'apa').citations).toEqual(['(Moran, 2012a)', '(Moran, 2012b)']);
    expect(written(two, [['m1'], ['m2']], 'apa', study).citations).toEqual(['(Moran, 2012b)', '(Moran, 2012a)']);
  });
});

describe('Vancouver', () => {
  test.each<[what: string, bib: string, expected: string]>([
    [
      'an article',
      article,
      'Gillard SG, Edwards C, Gibson SL. Introducing peer worker roles: a study. BMC Health Services Research. 2013;13(1):188-199. doi: https://doi.org/10.1186/1472-6963-13-188',
    ],
    [
      'a chapter',
      chapter,
      'van der Berg J. On gifts. In: Mead GH, Blumer H, editors. The Book of Gifts. 2nd ed. Bath: Port Press; 1999. p. 10-14.',
    ],
    [
      'a book',
      '@book{b, author={Quillfeather, Leopold}, title={Gifts}, publisher={Press}, address={Bath}, year=1997}',
      'Quillfeather L. Gifts. Bath: Press; 1997.',
    ],
    [
      'a thesis',
      '@phdthesis{t, author={Doe, Jane}, title={On waiting}, school={University of Elsewhere}, year=2010}',
      'Doe J. On waiting [dissertation]. University of Elsewhere; 2010.',
    ],
    [
      'a report',
      '@techreport{r, author={{Guild}}, title={The table}, institution={Guild}, number={12}, year=2014}',
      'Guild. The table. Guild; 2014. Report No.: 12.',
    ],
    [
      'a page of the web',
      '@online{w, author={{WHO}}, title={Peer support}, url={https://who.example/peer}, urldate={2020-05-01}, year=2020, organization={WHO}}',
      'WHO. Peer support [Internet]. WHO; 2020 [cited 2020-05-01]. Available from: https://who.example/peer',
    ],
    [
      'more than six authors',
      `@article{x, author={${many(7)}}, title={T}, journal={J}, year=2001}`,
      'Ason A, Bson B, Cson C, Dson D, Eson E, Fson F, et al. T. J. 2001.',
    ],
    [
      'a double first name and Jr',
      '@misc{x, author={King, Jr., Jean-Luc}, title={T}, year=1963}',
      'King JL Jr. T. 1963.',
    ],
    ['no more than authors and year', '@misc{x, author={Aiken and others}, year=2013}', 'Aiken, et al. 2013.'],
  ])('%s', (_, bib, expected) => {
    expect(entry(bib, 'vancouver')).toBe(expected);
  });

  test('numbers works in the order in which they are first cited, and ranges them', () => {
    const bib = ['a', 'b', 'c', 'd', 'e']
      .map(key => `@misc{${key}, author={${key.toUpperCase()}}, year=2001}`)
      .join('\n');
    const { citations, references } = written(
      bib,
      [['d'], ['b', 'd'], ['a', 'c', 'd', 'b'], ['e', ['but see', 'd'], ['but see', 'a']], ['gone'], [['cf.', 'e']]],
      'vancouver',
    );
    expect(citations).toEqual(['[1]', '[1,2]', '[1–4]', '[5; but see 1; but see 3]', '[gone]', '[cf. 5]']);
    expect(references).toEqual(['D. 2001.', 'B. 2001.', 'A. 2001.', 'C. 2001.', 'E. 2001.']);
  });
});

test('works of CSL-JSON and RIS are listed alike', () => {
  const csl = JSON.stringify([
    {
      id: 'a',
      type: 'article-journal',
      author: [
        { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
        { family: 'King', given: 'Martin', suffix: 'Jr.' },
      ],
      title: 'T',
      'container-title': 'J',
      volume: '3',
      issue: '4',
      page: '1-9',
      issued: { 'date-parts': [[2001]] },
    },
  ]);
  const expected = 'van der Berg, J., & King, M., Jr. (2001). T. *J*, *3*(4), 1–9.';
  expect(written(csl, [['a']], 'apa', '', 'references.json').references).toEqual([expected]);
  const ris = `TY  - JOUR\nID  - a\nAU  - van der Berg, Jan\nAU  - King, Martin, Jr.\nTI  - T\nJO  - J\nVL  - 3\nIS  - 4\nSP  - 1\nEP  - 9\nPY  - 2001\nER  - `;
  expect(written(ris, [['a']], 'apa', '', 'references.ris').references).toEqual([expected]);
});
