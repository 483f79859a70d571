import { describe, expect, it } from 'vitest';
import { readNames } from '../../../../server/src/syntax/bibliography/bibtex-names.js';
import { latexToText } from '../../../../server/src/syntax/bibliography/latex.js';
import { citeName } from '../../../../server/src/syntax/bibliography/name.js';
import { type Names, noNames } from '../../../../server/src/syntax/bibliography/values.js';

function read(source: string): Names {
  const names = noNames();
  readNames(source, names);
  return names;
}

function names(source: string): Pick<Names, 'authors' | 'more'> {
  const { authors, more } = read(source);
  return { authors, more };
}

describe('BibTeX names', () => {
  it.each([
    ['Gillard, Steve', ['Gillard']],
    ['Steve Gillard', ['Gillard']],
    ['Gillard', ['Gillard']],
    ['van der Berg, Jan', ['van der Berg']],
    ['Jan van der Berg', ['van der Berg']],
    ["Gabriele d'Annunzio", ["d'Annunzio"]],
    ['Gerard ’t Hooft', ['’t Hooft']],
    ['King, Jr., Martin Luther', ['King']],
    ["Garc{\\'\\i}a M{\\'a}rquez, Gabriel", ['García Márquez']],
    ["Gabriel {Garc{\\'\\i}a M{\\'a}rquez}", ['García Márquez']],
    ['{World Health Organization}', ['World Health Organization']],
    ['{Centre for Health and Care} and Smith, J', ['Centre for Health and Care', 'Smith']],
    ["{\\'E}tienne de la Bo{\\'e}tie", ['de la Boétie']],
    ['Aiken, A and\n  Thomson, G\tAND Walker, B', ['Aiken', 'Thomson', 'Walker']],
    ['Anderson, A and Sandand, B', ['Anderson', 'Sandand']],
    ['family=Berg, given=Jan, prefix=van der, useprefix=true', ['van der Berg']],
    ['Aiken, A and', ['Aiken']],
    [' and ', []],
    ['', []],
    ['Donald~E. Knuth', ['Knuth']],
    ['Pe\\~na, A', ['Peña']],
    ['Ana Pe\\~na', ['Peña']],
  ])('%j', (source, authors) => {
    expect(names(source)).toEqual({ authors, more: false });
  });

  it.each([
    'Gillard, S and others',
    'Gillard, S and et al.',
    'Gillard, S. et al.',
    'Gillard et al',
    'Steve Gillard et al.',
  ])('more than are named: %s', source => {
    expect(names(source)).toEqual({ authors: ['Gillard'], more: true });
  });
});

describe('LaTeX', () => {
  it.each([
    // A command takes the space after it.
    ["\\'e {\\'e} \\'{e} {\\'{e}}", 'é é é é'],
    ["\\'\\i {\\'\\i} \\'{\\i} \\\"{\\i}", 'íí í ï'],
    ['\\c{c}\\c c \\v{s} \\H{o} \\k{a} \\r{a} \\u{g} \\={a} \\.{z}', 'çç š ő ą å ğ ā ż'],
    ["\\'{\\^e}", 'ế'],
    ["Stra{\\ss}e, \\o re, {\\O}re, \\aa, \\L\\'od\\'z, \\ae", 'Straße, øre, Øre, å, Łódź, æ'],
    ['1--2 --- 3', '1–2 — 3'],
    ['a \\& b \\% \\$ \\# \\_ \\{c\\}', 'a & b % $ # _ {c}'],
    ["``self'' and `use'", "“self” and ‘use'"],
    ['\\emph{Peer} \\textbf{work}~here', 'Peer work here'],
    ['{{UK}}\n   peers', 'UK peers'],
    ['$\\alpha_2$ and $x^{2}$', 'α2 and x2'],
    ['plain   text', 'plain text'],
    ['broken \\', 'broken'],
    ["lost accent \\'{} here \\'", 'lost accent here'],
  ])('%j', (source, text) => {
    expect(latexToText(source)).toBe(text);
  });
});

describe('a work as readers know it', () => {
  it.each([
    [['Dennis'], false, 2002, 'Dennis 2002'],
    [['Aiken', 'Thomson'], false, 2013, 'Aiken & Thomson 2013'],
    [['Gillard', 'Edwards', 'Gibson'], false, 2013, 'Gillard et al. 2013'],
    [['Gillard'], true, 2013, 'Gillard et al. 2013'],
    [['Gillard', 'Edwards'], true, undefined, 'Gillard et al.'],
    [['Dennis'], false, undefined, 'Dennis'],
    [[], false, 2002, ''],
    [[], true, undefined, ''],
  ])('%j, more %s, %s', (authors, more, year, name) => {
    expect(citeName({ authors, more, year })).toBe(name);
  });
});

describe('given names', () => {
  it.each([
    ['Gillard, Steve', 'Steve'],
    ['Steve G. Gillard', 'Steve G.'],
    ['Jan van der Berg', 'Jan'],
    ['van der Berg, Jan', 'Jan'],
    ['King, Jr., Martin Luther', 'Martin Luther, Jr.'],
    ['{World Health Organization}', ''],
    ['family=Berg, given=Jan, prefix=van der', 'Jan'],
    ["Gonz{\\'a}lez, Jos{\\'e}", 'José'],
    ['Gillard', ''],
    ['Gillard, S. et al.', 'S.'],
    ['Steve Gillard et al.', 'Steve'],
  ])('of %s', (source, given) => {
    expect(read(source).givens).toEqual([given]);
  });
});
