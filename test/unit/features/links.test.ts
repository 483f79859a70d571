import { describe, expect, test } from 'vitest';
import type { Link } from '../../../server/src/features/link.js';
import { linksIn } from '../../../server/src/features/links.js';
import { growth } from '../support/growth.js';
import { exampleOf } from '../support/review.js';

/** The links of the first file with marks are exactly the marks; gives back where they lead. */
function check(written: string, pages = true): Link['to'][] {
  const { review, texts, cursor, marks, marked } = exampleOf(written);
  const { path } = cursor;
  const links = linksIn(review, path, texts.get(path) ?? '', pages);
  expect(marked(links.map(({ range }) => ({ path, range })))).toBe(marked(marks));
  return [...links]
    .sort((a, b) => a.range.line - b.range.line || a.range.character - b.range.character)
    .map(link => link.to);
}

/** A file without links. */
function none(path: string, text: string, pages = true): Link[] {
  const { review, texts } = exampleOf(`=== ${path} ===\n${text}`);
  return linksIn(review, path, texts.get(path) ?? '', pages);
}

const file = (path: string): Link['to'] => ({ kind: 'file', path });

describe('links of metasynth.yaml', () => {
  test('are the paths that it names, its strategies and its codes', () => {
    expect(
      check(`
=== metasynth.yaml ===
title: T
appraisal: {checklist: «own/list.yaml»}
studies: «extraction/»
codebook: «codebook.yaml»
bibliography: [«a.bib», «b/c.json»]
manuscript: «synthesis.md»
search:
  - {source: CINAHL, strategy: «search/cinahl.txt»}
  - {source: Hand, strategy: 'peer AND (work OR support)'}
  - {source: Long, strategy: peer support.}
severities:
  «theme.unused»: off
  theme: hint
`),
    ).toEqual([
      file('own/list.yaml'),
      file('extraction'),
      file('codebook.yaml'),
      file('a.bib'),
      file('b/c.json'),
      file('synthesis.md'),
      file('search/cinahl.txt'),
      { kind: 'page', code: 'theme.unused' },
    ]);
  });

  test('leave out what is left out, what comes with the software, and what leads outside', () => {
    expect(none('metasynth.yaml', 'title: T\nappraisal: {checklist: casp-qualitative}\n')).toEqual([]);
    expect(none('metasynth.yaml', 'codebook: ../codebook.yaml\nmanuscript: /etc/passwd\nstudies: "."\n')).toEqual([]);
  });

  test('have no pages where none can be shown', () => {
    check('=== metasynth.yaml ===\ncodebook: «codebook.yaml»\nseverities: {theme.unused: off}\n', false);
  });
});

test('the marker of a generated block leads to what it is made from', () => {
  expect(
    check(`
=== synthesis.md ===
«<!-- metasynth:synthesis-table -->»
<!-- /metasynth:synthesis-table -->

«<!-- metasynth:outline -->»
<!-- /metasynth:outline -->

<!-- metasynth:nobody -->
<!-- /metasynth:nobody -->
=== metasynth.yaml ===
title: T
table: {sort: study}
`),
  ).toEqual([
    { kind: 'file', path: 'metasynth.yaml', line: 1 },
    { kind: 'file', path: 'codebook.yaml', line: 9 },
  ]);
});

test('a link of Obsidian leads to the study', () => {
  expect(check('=== synthesis.md ===\nSee [[«Gillard2013»]] and [[«moran2012»|Moran]], not [[nobody]].\n')).toEqual([
    file('studies/gillard2013.md'),
    file('studies/moran2012.md'),
  ]);
});

describe('a DOI', () => {
  test.each([
    ['references.bib', '@article{a, doi = {«10.1371/journal.pone.0141122»}}', '10.1371/journal.pone.0141122'],
    ['references.bib', '@article{a, doi = "«10.1002/(SICI)1097-4679(1998)»"}', '10.1002/(SICI)1097-4679(1998)'],
    ['references.bib', '@article{a, doi = {«10.1007/s_1»}}', '10.1007/s_1'],
    ['synthesis.md', 'As told (doi «10.1371/x.1»).', '10.1371/x.1'],
    ['synthesis.md', 'As told in doi:«10.1371/x.1». Then more.', '10.1371/x.1'],
  ])('in %s: %s', (path, text, doi) => {
    expect(check(`=== ${path} ===\n${text}\n`)).toEqual([{ kind: 'address', address: `https://doi.org/${doi}` }]);
  });

  test('that BibTeX escapes', () => {
    expect(check('=== references.bib ===\n@article{a, doi = {«10.1007/s\\_1»}}\n')).toEqual([
      { kind: 'address', address: 'https://doi.org/10.1007/s_1' },
    ]);
  });

  test('within an address is left to the editor, and a number is none', () => {
    expect(none('synthesis.md', 'https://doi.org/10.1371/x.1 and 10.1234 and 110.1371/x and 10.1371/\n')).toEqual([]);
  });
});

test('a file that is no part of the review, and one that is broken, have links as far as they can be read', () => {
  expect(none('notes/own.md', '10.1371/x.1\n')).toEqual([]);
  expect(check('=== metasynth.yaml ===\ntitle: "T\ncodebook: «codebook.yaml»\n')).toEqual([file('codebook.yaml')]);
});

test('takes time in proportion to the text', () => {
  const { review } = exampleOf();
  const text = '10.1371/a((( [[x [[ 10.1371/ '.repeat(4000);
  expect(growth(times => () => linksIn(review, 'synthesis.md', text.repeat(times), true), 8)).toBeLessThan(8);
});

describe('links of a study', () => {
  const quoted = (locators: string): string => `
=== fulltext/moran2012.txt ===
All of the workers had been patients themselves, in the same hospital or in another one, for years.
"I had been where they were, and I could say so." (P3)
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes:
  - giving-back
casp: 9
---

## Findings

${locators}
`;

  test('lead from the locator of a quote to its words in the full text', () => {
    const to = check(
      quoted(`> I had been where they were, and I could say so. («P3») #giving-back

> I had been where they are, and I could say so. («P3, p. 12») #giving-back

> All of the workers had been patients themselves. #giving-back

> Nothing of this kind was said by anybody in it. (P4) #giving-back`),
    );
    const place = { kind: 'file', path: 'fulltext/moran2012.txt', line: 1 };
    expect(to).toEqual([place, place]);
  });
});
