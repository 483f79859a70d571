import { describe, expect, test } from 'vitest';
import { at } from './support.js';

const references = `
=== references.bib ===
@article{gillard2013, author = {Gillard, Steve and Edwards, Chris and Gibson, Sarah}, year = 2013, title = {Peer workers in mental health}}
@article{moran2012, author = {Moran, Galia and Russinova, Zlatka}, year = 2012, title = {Benefits and mechanisms}}
@book{mead1934, author = {Mead, George}, year = 1934, title = {Mind, self and society}}
@book{goffman1959, author = {Goffman, Erving}, year = 1959, title = {The presentation of self}}
@misc{odd key, author = {Müller, Anna}, year = 2001, title = {Odd}}
`;

const background = `
=== metasynth.yaml ===
title: Peer workers
background: [mead1934]
characteristics:
  country: {type: text}
`;

const manuscript = (text: string): string =>
  `${references}${background}=== synthesis.md ===\n## Reframing of identity\n\n${text}\n`;

describe('citations', () => {
  test('offer included studies, then background, then other works', () => {
    const { labels, item } = at(manuscript('Helping feels good [@«»].'));
    expect(labels).toEqual([
      'Gillard et al. 2013',
      'Moran & Russinova 2012',
      'Mead 1934',
      'Goffman 1959',
      'Müller 2001',
    ]);
    expect(item('Gillard et al. 2013')).toMatchObject({
      text: 'gillard2013',
      detail: 'Peer workers in mental health',
      description: 'gillard2013',
    });
    expect(item('Mead 1934').description).toBe('mead1934 · background');
  });

  test.each([
    ['behind a bracket', 'Good [@«»', 'Good [@gillard2013'],
    ['behind a semicolon', 'Good [@mead1934; @gi«»]', 'Good [@mead1934; @gillard2013]'],
    ['bare', '@«» say so.', '@gillard2013 say so.'],
    ['without the name', 'Gillard says so [-@«»].', 'Gillard says so [-@gillard2013].'],
    ['in braces', 'Good [@{gi«»}].', 'Good [@{gillard2013}].'],
    ['in braces that are open', 'Good [@{gi«»].', 'Good [@{gillard2013}].'],
    ['in the middle of a key', 'Good [@gil«»lar2013].', 'Good [@gillard2013].'],
    ['before a full stop', 'So says @gill«».', 'So says @gillard2013.'],
    ['behind words', 'Good [but see @g«», p. 3].', 'Good [but see @gillard2013, p. 3].'],
    ['in a heading', '### As @g«»', '### As @gillard2013'],
  ])('%s', (_what, text, line) => {
    expect(at(manuscript(text)).line('Gillard et al. 2013')).toBe(line);
  });

  test('give a key that would not end by itself its braces', () => {
    expect(at(manuscript('Good [@mül«»].')).line('Müller 2001')).toBe('Good [@{odd key}].');
  });

  test.each([
    ['an author who is not in the name', 'edwards'],
    ['a year', '2013'],
    ['a word of the title', 'mental'],
    ['the beginning of the name', 'Gill'],
    ['several words, between brackets', 'mental peer'],
  ])('are found by %s', (_what, typed) => {
    expect(at(manuscript(`Good [@${typed}«»].`)).labels[0]).toBe('Gillard et al. 2013');
    expect(at(manuscript(`Good [@${typed}«»].`)).line('Gillard et al. 2013')).toBe('Good [@gillard2013].');
  });

  test('that stand in the sentence already are left out, and those of its neighbours are not', () => {
    expect(at(manuscript('Before [@moran2012]. Good [@gillard2013; @«»].')).labels).toEqual([
      'Moran & Russinova 2012',
      'Mead 1934',
      'Goffman 1959',
      'Müller 2001',
    ]);
    expect(at(manuscript('Good [@gillard2013; @«»\n\nAfter [@moran2012].')).labels).toContain('Moran & Russinova 2012');
  });

  test('offer the one at the cursor itself', () => {
    expect(at(manuscript('Good [@gillard2013«»].')).labels).toEqual(['Gillard et al. 2013']);
  });

  test.each([
    ['an address', 'Write to me@«»'],
    ['a path', 'See https://example.org/@«»'],
    ['a handle behind a colon', 'Follow:@«»'],
    ['code', 'Use `@«»`'],
    ['a block of code', '```\n@«»\n```'],
    ['a comment', 'Words <!-- ask @«» -->'],
    ['a locator', 'Good [@gillard2013 p«»].'],
    ['the words of a sentence', 'Helping «»'],
    ['a link', 'See [gi«»](x)'],
    ['a generated block', '<!-- metasynth:outline -->\n@«»\n<!-- /metasynth:outline -->'],
  ])('are not offered in %s', (_what, text) => {
    expect(at(manuscript(text)).labels).toEqual([]);
  });

  test('are not offered in the head of the manuscript', () => {
    expect(at('=== synthesis.md ===\n---\ntitle: a @«»\n---\n').labels).toEqual([]);
  });
});

describe('keys in YAML', () => {
  test.each([
    ['background', '=== metasynth.yaml ===\ntitle: x\nbackground: [mead1934, «»]\n', ['Goffman 1959', 'Müller 2001']],
    [
      'reports',
      '=== studies/gillard2013.md ===\n---\nreports: «»\n---\n',
      ['Mead 1934', 'Goffman 1959', 'Müller 2001'],
    ],
    ['parent', '=== studies/gillard2013.md ===\n---\nparent: «»\n---\n', ['Moran & Russinova 2012']],
    [
      'synthesises',
      '=== studies/gillard2013.md ===\n---\nsynthesises:\n  - «»\n---\n',
      ['Moran & Russinova 2012', 'Mead 1934', 'Goffman 1959', 'Müller 2001'],
    ],
    ['a coder’s file', '=== coding/AB.yaml ===\nmoran2012: [boundaries]\n«»\n', ['Gillard et al. 2013']],
    ['a cell', '=== translation.yaml ===\ncells:\n  - study: «»\n', ['Gillard et al. 2013', 'Moran & Russinova 2012']],
    ['a judgement', '=== confidence.yaml ===\nworth:\n  studies: [moran2012, «»]\n', ['Gillard et al. 2013']],
  ])('of %s', (_what, written, labels) => {
    expect(at(`${references}${written}`).labels).toEqual(labels);
  });

  test('the order of reading, or a word for it', () => {
    expect(at('=== translation.yaml ===\nreading-order: «»\n').labels).toEqual([
      'alphabetical',
      'chronological',
      'Gillard et al. 2013',
      'Moran et al. 2012',
    ]);
    expect(at('=== translation.yaml ===\nreading-order: [moran2012, «»]\n').labels).toEqual(['Gillard et al. 2013']);
  });
});
