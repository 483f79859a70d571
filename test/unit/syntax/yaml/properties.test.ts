import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Located } from '../../../../server/src/syntax/yaml/located.js';
import { toPlain } from '../../../../server/src/syntax/yaml/plain.js';
import { readYaml } from '../../../../server/src/syntax/yaml/read.js';
import { hang } from '../../support/growth.js';
import { knownKeys, misplaced, oracle } from './reading.js';

/** Text that may stand unquoted anywhere. */
const word = fc.stringMatching(/^[a-z][a-z0-9é-]{0,7}$/).filter(text => !text.endsWith('-'));
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map(parts => parts.join(' '));
const any = fc.string({ unit: fc.constantFrom(...'ab "\'#:,[]{}&*!|>%@`\\-?é😀'.split('')), maxLength: 12 });
const key = fc.oneof(
  word,
  any.map(text => JSON.stringify(text)),
  word.map(text => `'${text}''s'`),
);
const prose = fc.array(
  any.map(text => `t ${text.trim()}`),
  { minLength: 1, maxLength: 3 },
);
const note = fc.constantFrom('', '', '', ' # why', ' #', ' # a: [b', ' ## x');

type Node =
  | { is: 'scalar'; text: string; note: string }
  | { is: 'lines'; sign: string; lines: string[] }
  | { is: 'wrapped'; lines: string[] }
  | { is: 'flow'; text: string; note: string }
  | { is: 'list'; items: Node[]; flush: boolean; blank: string }
  | { is: 'map'; entries: { key: string; value: Node }[]; step: number; blank: string };

const flowScalar = fc.oneof(
  words,
  any.map(text => JSON.stringify(text)),
  any.map(text => `'${text.replace(/'/g, "''")}'`),
);
const flow = fc.letrec<{ value: string }>(tie => ({
  value: fc.oneof(
    { maxDepth: 2 },
    flowScalar,
    fc.array(tie('value'), { maxLength: 3 }).map(items => `[${items.join(', ')}]`),
    fc
      .uniqueArray(fc.tuple(key, tie('value')), { maxLength: 3, selector: ([name]) => name })
      .map(pairs => `{ ${pairs.map(([name, value]) => `${name}: ${value}`).join(', ')} }`),
  ),
})).value;

const blank = fc.constantFrom('', '', '', '\n', '# note: x\n', '  \n');
const tree = fc.letrec<{ node: Node }>(tie => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ is: fc.constant('scalar' as const), text: fc.oneof(flowScalar, fc.constant('')), note }),
    fc.record({
      is: fc.constant('lines' as const),
      sign: fc.constantFrom('|', '>', '|-', '>-', '|+', '| # why', '>- # why'),
      lines: prose,
    }),
    fc.record({ is: fc.constant('wrapped' as const), lines: fc.array(words, { minLength: 2, maxLength: 3 }) }),
    fc.record({ is: fc.constant('flow' as const), text: flow, note }),
    fc.record({
      is: fc.constant('list' as const),
      items: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
      flush: fc.boolean(),
      blank,
    }),
    fc.record({
      is: fc.constant('map' as const),
      entries: fc.uniqueArray(fc.record({ key, value: tie('node') }), {
        minLength: 1,
        maxLength: 4,
        selector: each => String(oracle(each.key)),
      }),
      step: fc.integer({ min: 1, max: 4 }),
      blank,
    }),
  ),
})).node;

/** Writes what follows a key's colon or a dash: on the same line, or set in on lines below. */
function after(node: Node, column: number, inList: boolean): string {
  switch (node.is) {
    case 'scalar':
    case 'flow':
      return `${node.text === '' ? '' : ` ${node.text}`}${node.note}\n`;
    case 'lines':
      return ` ${node.sign}\n${node.lines.map(line => `${' '.repeat(column + 2)}${line}\n`).join('')}`;
    case 'wrapped':
      return ` ${node.lines.join(`\n${' '.repeat(column + 1)}`)}\n`;
    case 'list':
      return `\n${block(node, inList || !node.flush ? column + 2 : column)}`;
    case 'map':
      return inList ? ` ${block(node, column + 2).trimStart()}` : `\n${block(node, column + node.step)}`;
  }
}

function block(node: Node, column: number): string {
  const margin = ' '.repeat(column);
  if (node.is === 'list') {
    return node.items.map(item => `${margin}-${after(item, column, true)}`).join(node.blank);
  }
  if (node.is === 'map') {
    return node.entries.map(each => `${margin}${each.key}:${after(each.value, column, false)}`).join(node.blank);
  }
  return `${margin}-${after(node, column, true)}`;
}

const ordinary = fc
  .tuple(tree, fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([node, end, fence]) => `${fence ? '---\n' : ''}${block(node, 0)}`.replace(/\n/g, end));

const sample = `# A codebook
themes:
  giving-back:
    label: Giving back
    definition: >-
      Repaying help received
      by helping others
    aliases: [contributing, "helping others"]  # merged
    construct: reframing-identity
  boundaries: {label: Boundaries, definition: 'Where the role ends'}
findings:
- quote: |-
    I had been where they were, and I could say so.
  at: P3, p. 12
  themes:
    - giving-back
    - boundaries: Limits
- quote: "She said \\"no\\" to me"
  at: *none
argument: &a [x, {y: z}]
notes: it is
  more than one line
again: *a
casp: 8
`;

function checked(text: string): Located | undefined {
  const started = performance.now();
  const { root, problems } = readYaml(text, { knownKeys });
  expect(performance.now() - started).toBeLessThan(hang);
  for (const { at, code } of problems) {
    expect(at[0] >= 0 && at[0] <= at[1] && at[1] <= text.length, `${code} at ${at}`).toBe(true);
  }
  if (root) expect(misplaced(text, root)).toEqual([]);
  return root;
}

describe('ordinary YAML', () => {
  it('is read as the parser reads it, without problems, and every place fits', () => {
    fc.assert(
      fc.property(ordinary, text => {
        const { root, problems } = readYaml(text);
        expect(problems).toEqual([]);
        expect(JSON.stringify(root && toPlain(root))).toEqual(JSON.stringify(oracle(text)));
        if (root) expect(misplaced(text, root)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

describe('any text', () => {
  it('is read without exception, in time, and every place fits', () => {
    const signs = fc.constantFrom(
      ...'ab:: -- \n\n\r\t  #"\'[]{},&*!|>%@`?<é😀'.split(''),
      'label: ',
      '- ',
      '---',
      '\n  ',
    );
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 60 }), text => void checked(text)),
      { numRuns: 1500 },
    );
  });

  it('and so is ordinary YAML with a stretch replaced', () => {
    const stretch = fc.constantFrom(
      '',
      '',
      '"',
      "'",
      '[',
      '{',
      '}',
      ':',
      ': ',
      '- ',
      '\n',
      '\t',
      ' ',
      '  ',
      '&',
      '*',
      '#',
      'x',
    );
    fc.assert(
      fc.property(ordinary, fc.nat(), fc.integer({ min: 0, max: 6 }), stretch, (text, at, length, sign) => {
        const start = at % (text.length + 1);
        checked(text.slice(0, start) + sign + text.slice(start + length));
      }),
      { numRuns: 800, interruptAfterTimeLimit: 20_000 },
    );
  });

  it('and so is a codebook with any one character gone, doubled or replaced', () => {
    for (let at = 0; at < sample.length; at++) {
      checked(sample.slice(0, at) + sample.slice(at + 1));
      const sign = ['"', '[', '\t', ': ', '\n'][at % 5];
      checked(sample.slice(0, at) + sign + sample.slice(at));
    }
  }, 30_000);

  it('keeps every entry before the place where it was cut off', () => {
    const whole = readYaml(sample, { knownKeys }).root;
    if (whole?.kind !== 'map') throw new Error('no map');
    for (let at = 0; at <= sample.length; at++) {
      const root = checked(sample.slice(0, at));
      const before = whole.entries.filter(each => each.whole[1] <= at);
      const kept = root?.kind === 'map' ? root.entries : [];
      for (const [index, each] of before.entries()) {
        expect(kept[index]?.key).toBe(each.key);
        expect(toPlain(kept[index]!.value)).toEqual(toPlain(each.value));
      }
    }
  });

  it('keeps the other entries when one is broken', () => {
    const lines = sample.split('\n');
    const broken = [
      'label: "x',
      'label: [x',
      'x: y: z',
      'x',
      '\t- x',
      'label: @x',
      '"',
      '}',
      '- x',
      '&',
      'x: "\\q"',
      '? ',
    ];
    for (let line = 0; line < lines.length; line++) {
      for (const each of broken) {
        const indent = /^ */.exec(lines[line]!)?.[0] ?? '';
        const text = [...lines.slice(0, line), indent + each, ...lines.slice(line)].join('\n');
        const root = checked(text);
        const keys = root?.kind === 'map' ? root.entries.map(({ key }) => key) : [];
        const told = `${each} at line ${line}`;
        expect(
          ['themes', 'findings', 'argument', 'again', 'casp'].filter(name => !keys.includes(name)),
          told,
        ).toEqual([]);
      }
    }
  });
});
