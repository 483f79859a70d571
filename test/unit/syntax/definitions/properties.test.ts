import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { parts } from '../../../../server/src/syntax/definitions/parts.js';
import { jsonSchema } from '../../../../server/src/syntax/definitions/schemas.js';
import { type Part, validate } from '../../../../server/src/syntax/definitions/validate.js';
import { examples } from './examples.js';
import { locate } from './support.js';

const data = parts.flatMap(part => examples[part].map(text => ({ part, value: parse(text) as unknown })));

/** Something that does not belong: any scalar, list or map, and keys that mean something to JavaScript. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '',
    '1,520',
    [],
    {},
    [[]],
    [null],
  ),
  fc.string(),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('label', 'constructor', 'toString', '__proto__', '1', 'x y'), fc.jsonValue()),
);

/** Changes one place, found by following random numbers down. */
function mutate(value: unknown, steps: readonly number[], change: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null) return change;
  if (Array.isArray(value)) {
    if (value.length === 0) return [change];
    return value.map((item, index) => (index === step % value.length ? mutate(item, rest, change) : item));
  }
  const keys = Object.keys(value);
  if (keys.length === 0) return { odd: change };
  const chosen = keys[step % keys.length]!;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === chosen ? mutate(inner, rest, change) : inner]),
  );
}

const mutated = fc
  .tuple(fc.constantFrom(...data), fc.array(fc.nat(40), { maxLength: 5 }), odd)
  .map(([{ part, value }, steps, change]) => ({ part, value: mutate(value, steps, change) }));

describe('whatever stands in a part', () => {
  it('is read without an exception, and what is wrong is said in words', () => {
    fc.assert(
      fc.property(mutated, ({ part, value }) => {
        for (const problem of validate(locate(value), part)) {
          expect(problem.code).toMatch(/^field\.(unknown|missing|type)$/);
          const said = JSON.stringify(problem.data);
          expect(said).not.toMatch(/Invalid|Too (small|big)|received|undefined|NaN must|pattern/);
          if (problem.code === 'field.type') expect(problem.data.expected).not.toBe('');
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('gives one problem for one mistake', () => {
    fc.assert(
      fc.property(mutated, ({ part, value }) => {
        const places = validate(locate(value), part).map(
          problem => `${problem.at} ${problem.code} ${problem.data.field}`,
        );
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 500 },
    );
  });

  it('is never wrong for being emptied, but for the few fields that must be there', () => {
    const emptied = fc
      .tuple(fc.constantFrom(...data), fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }))
      .map(([{ part, value }, steps]) => ({ part, value: mutate(value, steps, null) }));
    fc.assert(
      fc.property(emptied, ({ part, value }) => {
        for (const { code } of validate(locate(value), part)) expect(code).toBe('field.missing');
      }),
      { numRuns: 500 },
    );
  });

  it('is judged alike by the JSON Schema, where that says that all is well', () => {
    const schemas = new Map<Part, z.ZodType>(
      parts.map(part => [part, z.fromJSONSchema(jsonSchema(part) as z.core.JSONSchema.JSONSchema)]),
    );
    for (const { part, value } of data) expect(schemas.get(part)!.safeParse(value).error).toBeUndefined();
    fc.assert(
      fc.property(mutated, ({ part, value }) => {
        // A list or map in place of the whole, and numbers that JSON has not, are no business of editors.
        const plain = JSON.parse(JSON.stringify(value)) as unknown;
        const fine = validate(locate(plain), part).length === 0;
        // A name that is none, with nothing after it yet: we wait for what comes, an editor's schema cannot.
        if (fine && !hasOddEmptyKey(plain)) expect(schemas.get(part)!.safeParse(plain ?? {}).error).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});

/** True where a key that could not be a name has nothing after it. */
function hasOddEmptyKey(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasOddEmptyKey);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, inner]) => (inner === null && !/^(?=.*\p{L})[\p{L}\p{N}_/-]+$/u.test(key)) || hasOddEmptyKey(inner),
  );
}
