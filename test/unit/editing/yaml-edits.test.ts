import { describe, expect, test } from 'vitest';
import { applyPieces, type Outcome, type Piece } from '../../../server/src/editing/pieces.js';
import { addEntry, addItem, remove, renameKey, setValue } from '../../../server/src/editing/yaml-edits.js';
import { type YamlSource, yamlSource } from '../../../server/src/editing/yaml-source.js';
import { readYaml } from '../../../server/src/syntax/yaml/read.js';

type Edit = (source: YamlSource) => Outcome<readonly Piece[]>;

/** The text after an edit, or the reason why there is none, with a mark before it. */
function edited(text: string, edit: Edit, markdown = false): string {
  const source = yamlSource(text, 'codebook', markdown);
  if (!source) return '! no head';
  const outcome = edit(source);
  return outcome.ok ? applyPieces(text, outcome.value) : `! ${outcome.reason}`;
}

const codebook = `# All themes.
themes:
  boundaries:
    label: Boundaries # as in the paper
    definition: >-
      Where the role ends

  # Merged twice.
  giving-back:
    label: 'Giving back'
    aliases: [contributing]
    construct: identity
constructs:
`;

describe('a value is set', () => {
  test.each<[string, string, Edit, string]>([
    ['plain', 'label: a # why\n', s => setValue(s, ['label'], 'b c'), 'label: b c # why\n'],
    ['that needs quotation marks', 'label: a\n', s => setValue(s, ['label'], 'b: c'), 'label: "b: c"\n'],
    ['single quotes stay', "label: 'a'\n", s => setValue(s, ['label'], "it's"), "label: 'it''s'\n"],
    ['double quotes stay', 'label: "a"\n', s => setValue(s, ['label'], 'say "b"\\'), 'label: "say \\"b\\"\\\\"\n'],
    ['as the neighbours', "x: 'y'\nlabel: a\n", s => setValue(s, ['label'], 'b: c'), "x: 'y'\nlabel: 'b: c'\n"],
    ['a list between brackets', 'x: [a, b]\n', s => setValue(s, ['x', 1], 'c, d'), 'x: [a, "c, d"]\n'],
    ['nothing there yet', 'label: # why\nx: 1\n', s => setValue(s, ['label'], 'b'), 'label: b # why\nx: 1\n'],
    ['an empty item', 'x:\n  -\n  - b\n', s => setValue(s, ['x', 0], 'a'), 'x:\n  - a\n  - b\n'],
    ['a key that is not there', 'a: 1', s => setValue(s, ['b'], '2'), 'a: 1\nb: 2'],
    ['prose', 'a: 1\nd: x\n', s => setValue(s, ['d'], { prose: 'It: so, #1' }), 'a: 1\nd: >-\n  It: so, #1\n'],
    [
      'prose with its own margin',
      'd: >\n    Old words\n    and more\nb: 1\n',
      s => setValue(s, ['d'], { prose: 'New words' }),
      'd: >-\n    New words\nb: 1\n',
    ],
    [
      'prose of several lines',
      'd:\n  e: >-\n    Old\n',
      s => setValue(s, ['d', 'e'], { prose: 'One\n\nTwo' }),
      'd:\n  e: |-\n    One\n\n    Two\n',
    ],
    [
      'prose with its own sign',
      'd: |- # why\n  A\n  B\n',
      s => setValue(s, ['d'], { prose: 'C\nD' }),
      'd: |- # why\n  C\n  D\n',
    ],
    ['a list', 'a: b\nc: d\n', s => setValue(s, ['a'], { list: ['x', 'y'] }), 'a:\n  - x\n  - y\nc: d\n'],
    ['a list by a word', 'a: [x, y]\nc: d\n', s => setValue(s, ['a'], 'z'), 'a: z\nc: d\n'],
  ])('%s', (_, text, edit, expected) => {
    expect(edited(text, edit)).toBe(expected);
  });
});

describe('an entry is added', () => {
  const entry: Edit = s =>
    addEntry(
      s,
      ['themes'],
      'hope',
      {
        map: [
          ['label', 'Hope'],
          ['construct', 'identity'],
        ],
      },
      'sorted',
    );
  test.each<[string, string, Edit, string]>([
    [
      'in its place in the alphabet',
      'themes:\n  a: A\n  z: Z # last\n',
      entry,
      'themes:\n  a: A\n  hope:\n    label: Hope\n    construct: identity\n  z: Z # last\n',
    ],
    [
      'last, where there is no such order',
      'themes:\n  z: Z\n  a: A\nx: 1\n',
      entry,
      'themes:\n  z: Z\n  a: A\n  hope:\n    label: Hope\n    construct: identity\nx: 1\n',
    ],
    [
      'below a key with nothing after it',
      'themes:\nx: 1\n',
      entry,
      'themes:\n  hope:\n    label: Hope\n    construct: identity\nx: 1\n',
    ],
    [
      'below a comment of that key',
      'themes: # all\n  # of them',
      entry,
      'themes: # all\n  # of them\n  hope:\n    label: Hope\n    construct: identity',
    ],
    [
      'between braces with nothing in them',
      'themes: {}\n',
      entry,
      'themes: {hope: {label: Hope, construct: identity}}\n',
    ],
    ['to a file that says nothing', '', entry, 'themes:\n  hope:\n    label: Hope\n    construct: identity\n'],
    ['below a comment alone', '# note', entry, '# note\nthemes:\n  hope:\n    label: Hope\n    construct: identity'],
    [
      'with Windows line ends',
      'themes:\r\n  a: A\r\n',
      entry,
      'themes:\r\n  a: A\r\n  hope:\r\n    label: Hope\r\n    construct: identity\r\n',
    ],
    [
      'with the blank lines of the others',
      'themes:\n  a: A\n\n  z: Z\n',
      entry,
      'themes:\n  a: A\n\n  hope:\n    label: Hope\n    construct: identity\n\n  z: Z\n',
    ],
    ['after a sibling', 'a: 1\nc: 3\n', s => addEntry(s, [], 'b', '2', { after: 'a' }), 'a: 1\nb: 2\nc: 3\n'],
    ['before all others', 'b: 1\n', s => addEntry(s, [], 'a', '2', 'sorted'), 'a: 2\nb: 1\n'],
    ['behind a dash', '- b: 1\n- c: 1\n', s => addEntry(s, [0], 'a', '2', 'sorted'), '- a: 2\n  b: 1\n- c: 1\n'],
    ['to an item', '- b: 1\n- c: 1\n', s => addEntry(s, [0], 'd', '2'), '- b: 1\n  d: 2\n- c: 1\n'],
    [
      'between braces',
      't: {label: Hope, x: y} # z\n',
      s => addEntry(s, ['t'], 'a', 'b, c', { after: 'label' }),
      't: {label: Hope, a: "b, c", x: y} # z\n',
    ],
    [
      'as prose',
      't:\n  label: Hope\n',
      s => addEntry(s, ['t'], 'definition', { prose: 'A: b' }),
      't:\n  label: Hope\n  definition: >-\n    A: b\n',
    ],
    ['with all above it', 'a: 1\n', s => addEntry(s, ['t', 'u'], 'v', 'w'), 'a: 1\nt:\n  u:\n    v: w\n'],
    [
      'after text that keeps blank lines',
      'a: |+\n  x\n\nb: 1\n',
      s => addEntry(s, [], 'c', '2', { after: 'a' }),
      'a: |+\n  x\n\nc: 2\nb: 1\n',
    ],
    [
      'in a wider step',
      'a:\n    b:\n        c: 1\n',
      s => addEntry(s, ['a'], 'd', { map: [['e', 'f']] }),
      'a:\n    b:\n        c: 1\n    d:\n        e: f\n',
    ],
  ])('%s', (_, text, edit, expected) => {
    expect(edited(text, edit)).toBe(expected);
  });

  test.each<[string, string, Edit]>([
    ['twice', 'a: 1\n', s => addEntry(s, [], 'a', '2')],
    ['as prose between braces', 't: {label: Hope}\n', s => addEntry(s, ['t'], 'definition', { prose: 'A b' })],
    ['to a word', 't: Hope\n', s => addEntry(s, ['t'], 'definition', 'x')],
    ['to an alias', 'a: &a {x: y}\nb: *a\n', s => addEntry(s, ['b'], 'z', 'x')],
    ['to what cannot be read', 'a: "\n', s => addEntry(s, ['a'], 'z', 'x')],
  ])('not %s', (_, text, edit) => {
    expect(edited(text, edit)).toMatch(/^! [A-Z"]/);
  });
});

describe('an item is added', () => {
  const item =
    (where: 'end' | 'sorted' = 'end'): Edit =>
    s =>
      addItem(s, ['x'], 'hope', where);
  test.each<[string, string, Edit, string]>([
    ['to a block', 'x:\n  - a\n  - z # why\ny: 1\n', item(), 'x:\n  - a\n  - z # why\n  - hope\ny: 1\n'],
    ['to a block that is not set in', 'x:\n- a\n- z\n', item('sorted'), 'x:\n- a\n- hope\n- z\n'],
    ['beside wordings', 'x:\n  - a: A\n  - z: Z\n', item('sorted'), 'x:\n  - a: A\n  - hope\n  - z: Z\n'],
    ['with a wording', 'x:\n  - a\n', s => addItem(s, ['x'], { map: [['b', 'B: c']] }), 'x:\n  - a\n  - b: "B: c"\n'],
    ['between brackets', 'x: [a, z] # why\n', item('sorted'), 'x: [a, hope, z] # why\n'],
    ['between empty brackets', 'x: [ ]\n', item(), 'x: [ hope ]\n'],
    ['to a single value', 'x: a # why\n', item(), 'x: [a, hope] # why\n'],
    ['to nothing', 'x:\n', item(), 'x:\n  - hope\n'],
    ['to a list that is not there', 'y: 1\n', item(), 'y: 1\nx:\n  - hope\n'],
    ['on a line of its own', 'x: [\n  a,\n  z # why\n]\n', item(), 'x: [\n  a,\n  z, # why\n  hope\n]\n'],
    ['after a comma that ends the list', 'x: [\n  a, # why\n]\n', item(), 'x: [\n  a, # why\n  hope,\n]\n'],
    ['before all others, on its line', 'x: [\n  i,\n  z\n]\n', item('sorted'), 'x: [\n  hope,\n  i,\n  z\n]\n'],
    ['as prose', 'x:\n  - a\n', s => addItem(s, ['x'], { prose: 'b: c' }), 'x:\n  - a\n  - >-\n    b: c\n'],
    [
      'as a map',
      'x:\n  - a: b\n',
      s =>
        addItem(s, ['x'], {
          map: [
            ['c', 'd'],
            ['e', { prose: 'f' }],
          ],
        }),
      'x:\n  - a: b\n  - c: d\n    e: >-\n      f\n',
    ],
  ])('%s', (_, text, edit, expected) => {
    expect(edited(text, edit)).toBe(expected);
  });
});

describe('what is taken out goes with its line and its own comments', () => {
  test.each<[string, string, Edit, string]>([
    [
      'an entry',
      codebook,
      s => remove(s, ['themes', 'giving-back']),
      codebook.replace(/\n\n {2}# Merged[\s\S]*identity/, ''),
    ],
    ['the first, below a comment on all', '# all\na: 1 # a\n  # of a\nb: 2\n', s => remove(s, ['a']), '# all\nb: 2\n'],
    ['the only one', 'x:\n  a: 1\ny: 2\n', s => remove(s, ['x', 'a']), 'x:\ny: 2\n'],
    ['the last of a file without a last line end', 'a: 1\r\nb: 2', s => remove(s, ['b']), 'a: 1'],
    ['one with blank lines around', 'a: 1\n\nb: 2\n\nc: 3\n', s => remove(s, ['b']), 'a: 1\n\nc: 3\n'],
    ['an item', 'x:\n  - a\n  # of b\n  - b: B\n  - c\n', s => remove(s, ['x', 1]), 'x:\n  - a\n  - c\n'],
    ['the first behind a dash', '- a: 1\n  b: 2\n', s => remove(s, [0, 'a']), '- b: 2\n'],
    ['the first between brackets', 'x: [a, b, c]\n', s => remove(s, ['x', 0]), 'x: [b, c]\n'],
    ['the last between brackets', 'x: [a, b, c]\n', s => remove(s, ['x', 2]), 'x: [a, b]\n'],
    ['the only one between brackets', 'x: [a]\n', s => remove(s, ['x', 0]), 'x: []\n'],
    ['between braces', 'x: {a: 1, b: [c, d], e: f}\n', s => remove(s, ['x', 'b']), 'x: {a: 1, e: f}\n'],
    ['a line between brackets', 'x: [\n  a,\n  b, # of b\n  c\n]\n', s => remove(s, ['x', 1]), 'x: [\n  a,\n  c\n]\n'],
    [
      'the last line between brackets',
      'x: [\n  a, # of a\n  b\n]\n',
      s => remove(s, ['x', 1]),
      'x: [\n  a # of a\n]\n',
    ],
    ['everything', 'a: 1\n', s => remove(s, ['a']), ''],
  ])('%s', (_, text, edit, expected) => {
    expect(edited(text, edit)).toBe(expected);
  });

  test('not what another place refers to', () => {
    expect(edited('a: &a x\nb: *a\n', s => remove(s, ['a']))).toMatch(/^! /);
  });
});

describe('a key gets another name', () => {
  test.each<[string, string, Edit, string]>([
    [
      'plain',
      codebook,
      s => renameKey(s, ['themes', 'boundaries'], 'limits'),
      codebook.replace('boundaries:', 'limits:'),
    ],
    ['in its quotation marks', "'a b': 1\n", s => renameKey(s, ['a b'], 'c d'), "'c d': 1\n"],
    ['that needs quotation marks', 'a: 1\n', s => renameKey(s, ['a'], 'c: d'), '"c: d": 1\n'],
    ['between brackets', 'x: [a: b, c]\n', s => renameKey(s, ['x', 0, 'a'], 'd'), 'x: [d: b, c]\n'],
  ])('%s', (_, text, edit, expected) => {
    expect(edited(text, edit)).toBe(expected);
  });

  test('not one that is there already', () => {
    expect(edited('a: 1\nb: 2\n', s => renameKey(s, ['a'], 'b'))).toBe('! "b" is there already.');
  });
});

describe('the head of a Markdown file', () => {
  const study = '---\r\nkey: a\r\nthemes:\r\n  - b\r\n---\r\n\r\n# Words\r\n\r\nthemes: [b]\r\n';

  test('is edited where it stands', () => {
    expect(edited(study, s => addItem(s, ['themes'], 'c'), true)).toBe(study.replace('- b\r\n', '- b\r\n  - c\r\n'));
    expect(edited(study, s => addEntry(s, [], 'x', { prose: 'y' }), true)).toBe(
      study.replace('- b\r\n', '- b\r\nx: >-\r\n  y\r\n'),
    );
  });

  test('is not made up where there is none, or where it does not end', () => {
    expect(edited('# Words\n', s => addItem(s, ['themes'], 'c'), true)).toBe('! no head');
    expect(edited('---\nkey: a\n\n# Words\n', s => addItem(s, ['themes'], 'c'), true)).toBe('! no head');
  });

  test('can be empty', () => {
    expect(edited('---\n---\nWords\n', s => addItem(s, ['themes'], 'c'), true)).toBe(
      '---\nthemes:\n  - c\n---\nWords\n',
    );
  });
});

test('a file with a mistake in one place is edited in another', () => {
  const broken = 'themes:\n  a:\n    label: "A\n  b:\n    label: B\n';
  const after = edited(broken, s => addEntry(s, ['themes', 'b'], 'aliases', { list: ['c'], flow: true }));
  expect(after).toBe(`${broken}    aliases: [c]\n`);
  expect(readYaml(after).problems).toHaveLength(readYaml(broken).problems.length);
});
