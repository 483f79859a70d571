import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accepts } from '../../../../server/src/syntax/definitions/accept.js';
import { definitions, type Part, parts } from '../../../../server/src/syntax/definitions/parts.js';
import { validateFully } from '../../../../server/src/syntax/definitions/validate.js';
import type { Located } from '../../../../server/src/syntax/yaml/located.js';
import { readYaml } from '../../../../server/src/syntax/yaml/read.js';
import { examples } from './examples.js';

const texts = parts.flatMap(part => examples[part].map(text => ({ part, text })));

/** What may stand in place of a value or a key: every kind of scalar, nothing, and keys that are special somewhere. */
const odd = fc.constantFrom(
  ...['', '~', 'null', '"null"', 'true', 'yes', '12', '-1', '1.5', '.inf', '-.inf', '.nan', '0x1f', '1e400', '"12"'],
  ...['[]', '{}', '[~]', '{a: }', '{a: {b: }}', '[a, b]', '{a: b}', '{1: yes}', '[{a: b}]', 'not reported', '&a b'],
  ...['2026-11-22', '>-\n', '{constructor: a}', '{__proto__: a}', '{label: , nothing: }', 'a\nconstructor: b'],
);
const keys = fc.constantFrom(
  'label',
  'laber',
  '12',
  'constructor',
  '__proto__',
  'toString',
  'a b',
  '~',
  '"é"',
  'themes',
  'because',
);

/** An example in which some values, keys and lines are others; `at` chooses where. */
function mutated(text: string, changes: readonly { at: number; kind: number; value: string; key: string }[]): string {
  const lines = text.split('\n');
  for (const { at, kind, value, key } of changes) {
    const index = at % lines.length;
    const line = lines[index] ?? '';
    if (kind === 0) lines[index] = line.replace(/(:|-)( .*)?$/, `$1 ${value}`);
    else if (kind === 1) lines[index] = line.replace(/[^\s-][^:]*:/, `${key}:`);
    else if (kind === 2) lines.splice(index, 1);
    else if (kind === 3) lines.splice(index, 0, line);
    else lines.splice(index, 0, `${/^ */.exec(line)?.[0]}${key}: ${value}`);
  }
  return lines.join('\n');
}

const changed = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(fc.record({ at: fc.nat(), kind: fc.nat(4), value: odd, key: keys }), { maxLength: 4 }),
  )
  .map(([{ part, text }, changes]) => ({ part, text: mutated(text, changes) }));

/** Checks that what is accepted is nothing that zod objects to; gives whether it was. */
function check(part: Part, root: Located): boolean {
  const accepted = accepts(definitions[part], root);
  if (accepted) expect(validateFully(definitions[part], root)).toEqual([]);
  return accepted;
}

describe('what is accepted without zod', () => {
  it.each(texts.map((each, index) => [each.part, index, each.text] as const))(
    '%s: example %i is, when it is faultless',
    (part, _index, text) => {
      const { root } = readYaml(text);
      expect(root && check(part, root)).toBe(root && validateFully(definitions[part], root).length === 0);
    },
  );

  it('is accepted by zod, and most of what zod accepts is', () => {
    let faultless = 0;
    let accepted = 0;
    fc.assert(
      fc.property(changed, ({ part, text }) => {
        const { root } = readYaml(text);
        if (!root) return;
        if (check(part, root)) accepted++;
        if (validateFully(definitions[part], root).length === 0) faultless++;
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 2000) },
    );
    expect(accepted / faultless).toBeGreaterThan(0.8);
  });

  it('is little of what belongs in another part', () => {
    let accepted = 0;
    for (const { part, text } of texts) {
      const { root } = readYaml(text);
      for (const other of parts) if (root && other !== part && check(other, root)) accepted++;
    }
    expect(accepted / (texts.length * (parts.length - 1))).toBeLessThan(0.5);
  });

  it.each<[Part, string]>([
    ['study', 'findings:\n  - quote: a\n    tipo:\n'],
    ['study', 'findings:\n  - at: p. 3\n'],
    ['codebook', 'themes:\n  a:\n    laber:\n'],
    ['codebook', 'themes:\n  "1": {label: a}\n'],
  ])('is not a %s with something to tell: %j', (part, text) => {
    const { root } = readYaml(text);
    expect(root && check(part, root)).toBe(false);
    expect(root && validateFully(definitions[part], root)).not.toEqual([]);
  });

  it.each(['', '~', 'null', 'Null', 'NULL'])('may be a name that is not filled in: %j', nothing => {
    const { root } = readYaml(`cite: ${nothing}\nthemes: [a, ${nothing || '~'}]`);
    expect(root && check('study', root)).toBe(true);
  });
});
