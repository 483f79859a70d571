import { describe, expect, it } from 'vitest';
import { problemLimit } from '../../../../server/src/syntax/yaml/problems.js';
import { readYaml } from '../../../../server/src/syntax/yaml/read.js';
import { growth, hang } from '../../support/growth.js';
import { knownKeys, named, readMarked } from './reading.js';

/** A text with its problems marked, what is read of it, and the problems by name. */
type Case = [marked: string, plain: unknown, ...problems: string[]];

const comma: Case[] = [
  ['{label: «Foo, bar and baz»}\n', { label: 'Foo, bar and baz' }, 'yaml.comma-cuts'],
  [
    'a: {label: «Foo, bar, and baz», country: UK}\n',
    { a: { label: 'Foo, bar, and baz', country: 'UK' } },
    'yaml.comma-cuts',
  ],
  ['{label: Foo, country, casp: 1}\n', { label: 'Foo', country: '', casp: '1' }],
  ['{label: "Foo", bar}\n', { label: 'Foo', bar: '' }],
  ['[Foo, bar and baz]\n', ['Foo', 'bar and baz']],
];

const colon: Case[] = [
  ['label: «Recovery: a journey»\ncasp: 1\n', { label: 'Recovery: a journey', casp: '1' }, 'yaml.colon-swallows'],
  ['label: «Foo:»\ncasp: 1\n', { label: 'Foo:', casp: '1' }, 'yaml.colon-swallows'],
  ['label: «A: b» # why\ncasp: 1\n', { label: 'A: b', casp: '1' }, 'yaml.colon-swallows'],
  ['- label: «A: b»\n  casp: 1\n', [{ label: 'A: b', casp: '1' }], 'yaml.colon-swallows'],
  ['{label: «A: b», casp: 1}\n', { label: 'A: b', casp: '1' }, 'yaml.colon-swallows'],
  [
    'definition: «it goes\n  on and on: so»\ncasp: 1\n',
    { definition: 'it goes on and on: so', casp: '1' },
    'yaml.colon-swallows',
  ],
  [
    'definition:\n  «it goes\n  on and on: so»\ncasp: 1\n',
    { definition: 'it goes on and on: so', casp: '1' },
    'yaml.colon-swallows',
  ],
  ["- «Peers' own words: they said so»\n- b\n", ["Peers' own words: they said so", 'b'], 'yaml.colon-swallows'],
  [
    'themes:\n  - giving-back: Contributing\n  - boundaries\n',
    { themes: [{ 'giving-back': 'Contributing' }, 'boundaries'] },
  ],
  ['excluded:\n  no peer perspective: 5\n', { excluded: { 'no peer perspective': '5' } }],
  ['at: 10:30\nlink: https://example.org/a:b\n', { at: '10:30', link: 'https://example.org/a:b' }],
];

const comment: Case[] = [
  ['label: «Theme #1 of two»\n', { label: 'Theme #1 of two' }, 'yaml.comment-cuts'],
  ['a: {label: «Theme #1 of two»}\nb: 1\n', { a: { label: 'Theme #1 of two' }, b: '1' }, 'yaml.comment-cuts'],
  ['label: «Theme #1\n  of two»\nb: 1\n', { label: 'Theme #1 of two', b: '1' }, 'yaml.comment-cuts'],
  ['- «#giving-back»\n- b\n', ['#giving-back', 'b'], 'yaml.comment-cuts'],
  ['label: Theme # one\n', { label: 'Theme' }],
  ['label: Theme ## one\nb: C#\n', { label: 'Theme', b: 'C#' }],
  ['label: Theme #------\nb: 1 #\n', { label: 'Theme', b: '1' }],
  ['#label: x\nthemes: #mine\n  - a\nkey: "a" #b\nat: [a] #b\n', { themes: ['a'], key: 'a', at: ['a'] }],
];

const special: Case[] = [
  ['label: «[Un]certain roles»\ncasp: 1\n', { label: '[Un]certain roles', casp: '1' }, 'yaml.special-start'],
  ['label: «"Quote" and more»\ncasp: 1\n', { label: '"Quote" and more', casp: '1' }, 'yaml.special-start'],
  ["label: «'Quote' and more»\ncasp: 1\n", { label: "'Quote' and more", casp: '1' }, 'yaml.special-start'],
  ['label: «{Un}certain»\ncasp: 1\n', { label: '{Un}certain', casp: '1' }, 'yaml.special-start'],
  ['label: «@key text» # why\ncasp: 1\n', { label: '@key text', casp: '1' }, 'yaml.special-start'],
  ['label: «`code` text»\ncasp: 1\n', { label: '`code` text', casp: '1' }, 'yaml.special-start'],
  ['label: «%foo»\ncasp: 1\n', { label: '%foo', casp: '1' }, 'yaml.special-start'],
  ['label: «@key: text»\ncasp: 1\n', { label: '@key: text', casp: '1' }, 'yaml.special-start'],
  ['label: «> text\n  and more»\ncasp: 1\n', { label: '> text and more', casp: '1' }, 'yaml.special-start'],
  ['label: «& more»\ncasp: 1\n', { label: '& more', casp: '1' }, 'yaml.special-start'],
  ['label: «&c others»\ncasp: 1\n', { label: '&c others', casp: '1' }, 'yaml.special-start'],
  ['- «*emphasis* text»\n- b\n', ['*emphasis* text', 'b'], 'yaml.special-start'],
  ['- «*emphasis*»\n- b\n', ['*emphasis*', 'b'], 'yaml.special-start'],
  ['label: «- a dash»\ncasp: 1\n', { label: '- a dash', casp: '1' }, 'yaml.special-start'],
  ['[«@a», «"b" c», d]\n', ['@a', '"b" c', 'd'], 'yaml.special-start', 'yaml.special-start'],
  ['label: 50% of them\n', { label: '50% of them' }],
  ['a: &x text\nb: *x\n', { a: 'text', b: 'text' }],
];

const open: Case[] = [
  [
    'label: «"»Foo\ndefinition: bar\nnotes: "baz"\n',
    { label: 'Foo', definition: 'bar', notes: 'baz' },
    'yaml.unclosed quote',
  ],
  ["label: «'»tis so\ndefinition: it's\n", { label: 'tis so', definition: "it's" }, 'yaml.unclosed quote'],
  [
    'a:\n  label: «"»Foo\n  definition: bar\nb: "x"\n',
    { a: { label: 'Foo', definition: 'bar' }, b: 'x' },
    'yaml.unclosed quote',
  ],
  ['label: «"»Foo\\\nb: 1\n', { label: 'Foo\\', b: '1' }, 'yaml.unclosed quote'],
  ['themes: «[»a, b\ncasp: 1\n', { themes: ['a', 'b'], casp: '1' }, 'yaml.unclosed bracket'],
  ['themes: «[»a, b # c\ncasp: 1\n', { themes: ['a', 'b'], casp: '1' }, 'yaml.unclosed bracket'],
  ['themes: «[»a, b}\ncasp: 1\n', { themes: ['a', 'b'], casp: '1' }, 'yaml.unclosed bracket'],
  ["themes: [a, «'»b]\ncasp: 1\n", { themes: ['a', 'b'], casp: '1' }, 'yaml.unclosed quote'],
  ['a:\n  x: «{»label: Foo\n  y: 1\n', { a: { x: { label: 'Foo' }, y: '1' } }, 'yaml.unclosed brace'],
  ['- «"»a\n- b\n', ['a', 'b'], 'yaml.unclosed quote'],
];

const unreadable: Case[] = [
  ['label: Foo\n«defin»\ncasp: 1\n', { label: 'Foo', casp: '1' }, 'yaml.unreadable missing-colon'],
  ['label: Foo\n«some words»\nmore words\ncasp: 1\n', { label: 'Foo', casp: '1' }, 'yaml.unreadable missing-colon'],
  ['«findings»\n  - quote: x\ncasp: 1\n', { findings: [{ quote: 'x' }], casp: '1' }, 'yaml.unreadable missing-colon'],
  ['«label» Foo\ncasp: 1\n', { label: 'Foo', casp: '1' }, 'yaml.unreadable missing-colon'],
  ['«label:»Foo\ncasp: 1\n', { label: 'Foo', casp: '1' }, 'yaml.unreadable missing-space'],
  [
    'label: A\n  «definition»: B\n  construct: C\ncasp: 1\n',
    { label: 'A', definition: 'B', construct: 'C', casp: '1' },
    'yaml.unreadable bad-indent',
  ],
  [
    'x:\n  y:\n    label: A\n   «definition»: B\n    construct: c\n  z:\n    label: D\n',
    { x: { y: { label: 'A', definition: 'B', construct: 'c' }, z: { label: 'D' } } },
    'yaml.unreadable bad-indent',
  ],
  [
    'findings:\n  - quote: x\n  «at»: y\n  - quote: z\n',
    { findings: [{ quote: 'x', at: 'y' }, { quote: 'z' }] },
    'yaml.unreadable bad-indent',
  ],
  ['themes:\n  - a\n  «b»\n  - c\n', { themes: ['a', 'b', 'c'] }, 'yaml.unreadable missing-dash'],
  ['casp: 1\n«- x»\n- y\nlabel: b\n', { casp: '1', label: 'b' }, 'yaml.unreadable unexpected'],
  [
    'a: {label: Foo «definition»: Bar}\nb: 1\n',
    { a: { label: 'Foo', definition: 'Bar' }, b: '1' },
    'yaml.unreadable missing-comma',
  ],
  ['themes: [a, «,» b]\ncasp: 1\n', { themes: ['a', 'b'], casp: '1' }, 'yaml.unreadable unexpected'],
  ['label: "C:«\\d»ata"\ncasp: 1\n', { label: 'C:\\data', casp: '1' }, 'yaml.unreadable bad-escape'],
];

const others: Case[] = [
  ['a: 1\n«a»: 2\n', { a: '1' }, 'yaml.duplicate-key'],
  ['a: 1\nA: 2\n', { a: '1', A: '2' }],
  ['b: &b {x: 1}\na:\n  «<<»: *b\n  y: 2\n', { b: { x: '1' }, a: { y: '2' } }, 'yaml.merge-key'],
  ['a: «!!python/name» foo\nb:\n  - «!x» [1]\n', { a: 'foo', b: [['1']] }, 'yaml.tag', 'yaml.tag'],
  ['---\na: 1\n«---»\nb: 2\n', { a: '1' }, 'yaml.many-documents'],
  ['---\na: 1\n---\n# the end\n', { a: '1' }],
  ['themes:\n«\t»- a\n\t- b\ncasp: 9\n', { themes: ['a', 'b'], casp: '9' }, 'yaml.tab'],
  ['a:\n«\t»b: |\n\t\tx\n\t\t\ty\nc: 1\n', { a: { b: 'x\n\ty\n' }, c: '1' }, 'yaml.tab'],
  ['a: &a [«*a»]\n', { a: [''] }, 'yaml.alias-bomb'],
];

describe.each([
  ['a comma in braces', comma],
  ['a colon in a text', colon],
  ['a hash in a text', comment],
  ['a sign at the start of a text', special],
  ['a quote or bracket left open', open],
  ['a line that is not YAML', unreadable],
  ['what is read otherwise than YAML says', others],
] as [string, Case[]][])('%s', (_name, cases) => {
  it.each(cases.map(each => ({ each, name: each[0] })))('$name', ({ each: [marked, plain, ...problems] }) => {
    const read = readMarked(marked);
    const text = marked.replace(/[«»]/g, '');
    expect(readYaml(text, { knownKeys }).problems.map(named)).toEqual(problems);
    expect(read.plain).toEqual(plain);
    expect(read.found).toEqual(read.wanted);
  });
});

describe('limits', () => {
  const codes = (text: string): string[] => readYaml(text).problems.map(({ code }) => code);

  it('does not read a text that is too large', () => {
    const { root, problems } = readYaml('label: äää\n', { maxBytes: 10 });
    expect(root).toBeUndefined();
    expect(problems).toEqual([{ code: 'yaml.too-large', at: [0, 1], data: { bytes: 14, most: 10 } }]);
  });

  it.each([
    ['brackets', '['.repeat(20_000)],
    ['braces', '{a: '.repeat(20_000)],
    ['colons in braces', `{${'a: '.repeat(20_000)}}`],
    ['dashes', '- '.repeat(20_000)],
    ['question marks', '? '.repeat(20_000)],
    ['colons', 'a: '.repeat(20_000)],
    ['lines', Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['brackets on lines', '[\n'.repeat(20_000)],
  ])('leaves out an entry with too many %s, and reads the others', (_name, deep) => {
    const text = `first: 1\nx:\n ${deep.replace(/\n/g, '\n ')}\nlast: 2\n`;
    const started = performance.now();
    const { root, problems } = readYaml(text);
    expect(problems.map(({ code }) => code)).toEqual(['yaml.too-deep']);
    expect(root?.kind === 'map' && root.entries.map(({ key }) => key)).toEqual(['first', 'last']);
    expect(performance.now() - started).toBeLessThan(hang);
  });

  it('reads a text with too many values as far as it may', () => {
    const text = 'a: 1\n'.repeat(200_000);
    const { root, problems } = readYaml(`first: 1\n${text}last: 2\n`);
    expect(problems).toHaveLength(problemLimit);
    expect(problems.at(-1)?.code).toBe('yaml.too-large');
    expect(root?.kind === 'map' && root.entries[0]?.key).toBe('first');
    expect(root?.kind === 'map' && root.entries.at(-1)?.key).toBe('a');
  });

  it('is linear in mistakes', () => {
    const mistakes = ['a: b: c\n', 'a: "\n', 'a: [\n', 'a\n', 'a: @b\n', '  a: b\n b: c\n', '%\n'];
    const wide = ['a: {b: c', ', d', 'a: [', "'x, ", 'x: y: z, ', '"x" y, ', 'x #y ', ',', '&a ', '[', '"', "'", ': '];
    const starts = ['', 'a: {b: c', 'a: ['];
    for (const [index, each] of [...mistakes, ...wide].entries()) {
      const text = (length: number): string => starts[index % 3] + each.repeat(length / each.length);
      const read = (times: number) => {
        const given = text(4_000 * times);
        return () => readYaml(given);
      };
      expect(growth(read, 8), each).toBeLessThan(10);
    }
  }, 120_000);

  it('is not alarmed by signs in a text', () => {
    expect(codes(`notes: |\n${'  [[ {{ - : ? : '.repeat(10)}\n${'  [ ( [\n'.repeat(200)}`)).toEqual([]);
    expect(codes(`a: {${Array.from({ length: 300 }, (_, i) => `k${i}: 1`).join(', ')}}\n`)).toEqual([]);
  });

  it('stops aliases that multiply', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(10)}]`);
    const { root, problems } = readYaml(`a0: &a0 [x, y]\n${levels.join('\n')}\nlast: 1\n`);
    expect(problems.map(({ code }) => code)).toEqual(['yaml.alias-bomb']);
    expect(root?.kind === 'map' && root.entries.length).toBe(11);
  });
});

it('a tab among spaces is one mistake, and says that what belongs to what is a guess', () => {
  const { problems } = readYaml('themes:\n  a:\n\tlabel: A\n    construct: c\n  b:\n    label: B\n');
  expect(problems.map(each => each.code)).toEqual(['yaml.tab']);
  expect(problems[0]?.data.unsure).toBe('yes');
});
