import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, type Filter } from '../../../../server/src/syntax/filters/filter.js';
import { parseFilter } from '../../../../server/src/syntax/filters/parse.js';
import { hang } from '../../support/growth.js';

function read(text: string): string {
  const reading = parseFilter(text);
  return 'filter' in reading
    ? canonical(reading.filter)
    : `${reading.error.expected} at ${text.slice(0, reading.error.at[0])}¦${text.slice(...reading.error.at)}`;
}

describe('a filter', () => {
  test.each([
    ['country:UK', 'country:"uk"'],
    ['country: UK', 'country:"uk"'],
    ['discipline:"Mental  health"', 'discipline:"mental health"'],
    ['a:b AND c:d OR e:f', '((a:"b" and c:"d") or e:"f")'],
    ['a:b AND (c:d OR e:f)', '(a:"b" and (c:"d" or e:"f"))'],
    ['NOT a:b AND c:d', '(not a:"b" and c:"d")'],
    ['NOT (a:b AND c:d)', 'not (a:"b" and c:"d")'],
    ['data-collection:(interview only)', 'data-collection:("interview" only)'],
    ['x:(interview, "focus group" only)', 'x:("interview","focus group" only)'],
    ['x:(focus group, diary only)', 'x:("focus group","diary" only)'],
    ['group:non-communicable', 'group:"non-communicable"'],
    ['participants >= 10', 'participants>=10'],
    ['participants<10.5', 'participants<10.5'],
    ['ORCID:x AND NOTE:y', '(orcid:"x" and note:"y")'],
    ['method:Grounded-theory/other', 'method:"grounded-theory/other"'],
    ['land:Österreich', 'land:"österreich"'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['', 'condition at ¦'],
    ['country', 'colon at ¦country'],
    ['country UK', 'colon at country ¦UK'],
    ['country:', 'value at country:¦'],
    ['country:"UK', 'quote at country:¦"UK'],
    ['country:Mental health', 'connector at country:Mental ¦health'],
    ['country:UK AND', 'condition at country:UK AND¦'],
    ['(country:UK', 'bracket at (country:UK¦'],
    ['country:UK)', 'end at country:UK¦)'],
    ['x:(a, b)', 'only at x:(a, b¦)'],
    ['participants > ten', 'number at participants > ¦ten'],
    ['x:""', 'value at x:"¦"'],
  ])('%s is told where it goes wrong', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('that people can write, says the same when it is written out again', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/).filter(each => each !== 'group' && each !== 'only');
    const value = fc.stringMatching(/^[A-Za-zäé][A-Za-zäé ,()-]{0,8}[a-zé]$/);
    const told = (text: string) => ({ text, at: [0, 0] as const });
    const { tree } = fc.letrec<{ tree: Filter }>(tie => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.record({ kind: fc.constant('value' as const), field: word.map(told), value: value.map(told) }),
        fc.record({
          kind: fc.constant('exactly' as const),
          field: word.map(told),
          values: fc.array(value.map(told), { minLength: 1, maxLength: 3 }),
        }),
        fc.record({ kind: fc.constant('group' as const), name: value.map(told) }),
        fc.record({
          kind: fc.constant('compare' as const),
          field: word.map(told),
          sign: fc.constantFrom('<', '<=', '>', '>=', '=' as const),
          number: fc.nat(999),
        }),
        fc.record({ kind: fc.constant('not' as const), part: tie('tree') }),
        fc.record({
          kind: fc.constantFrom('and', 'or' as const),
          parts: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
        }),
      ),
    }));
    const write = (filter: Filter): string => {
      switch (filter.kind) {
        case 'value':
          return `${filter.field.text}:"${filter.value.text}"`;
        case 'exactly':
          return `${filter.field.text}:(${filter.values.map(each => `"${each.text}"`).join(' , ')} only)`;
        case 'group':
          return `group:"${filter.name.text}"`;
        case 'compare':
          return `${filter.field.text} ${filter.sign}${filter.number}`;
        case 'not':
          return `NOT (${write(filter.part)})`;
        default:
          return `(${filter.parts.map(write).join(filter.kind === 'and' ? ' AND ' : ' OR ')})`;
      }
    };
    fc.assert(
      fc.property(tree, filter => {
        expect(read(write(filter))).toBe(canonical(filter));
      }),
    );
  });

  test('of any text at all ends with a filter or a place within the text', () => {
    const part = fc.constantFrom('(', ')', '"', ':', ',', ' ', 'AND', 'OR', 'NOT', 'only', 'a', '<=', '7', '|', 'é');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part).map(parts => parts.join('')),
        ),
        text => {
          const reading = parseFilter(text);
          if ('filter' in reading) return;
          const [from, to] = reading.error.at;
          expect(0 <= from && from <= to && to <= text.length).toBe(true);
        },
      ),
    );
  });

  test('of ten thousand brackets is refused and not read for ever', { timeout: hang }, () => {
    expect(read('('.repeat(4999))).toMatch(/^shorter/);
    expect(read('NOT '.repeat(1200))).toMatch(/^shorter/);
    expect(read('a:b AND '.repeat(100_000))).toMatch(/^shorter/);
  });
});
