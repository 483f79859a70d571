import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inEnglish, numberInWords } from '../../../../server/src/syntax/numbers/words.js';
import { numberBefore, says, valuesOf, writtenLike } from '../../../../server/src/syntax/numbers/written.js';

/** The number before `¦`: as written, what it can mean, and whether it is a share. */
function before(text: string): string {
  const found = numberBefore(text.replace('¦', ''), text.indexOf('¦'));
  if (!found) return 'none';
  expect(text.slice(...found.at)).toBe(found.text);
  return `${found.text} = ${found.values.map(each => each.value).join(' or ')}${found.percent ? ' %' : ''}`;
}

describe('the number before a place', () => {
  test.each([
    ['Of these, 15¦ are', '15 = 15'],
    ['**15**¦', '15 = 15'],
    ['(15)¦', '15 = 15'],
    ['gave 1,520¦', '1,520 = 1520 or 1.52'],
    ['ergaben 1.520¦', '1.520 = 1520 or 1.52'],
    ['gave 1 520¦', '1 520 = 1520'],
    ['gave 1 520¦', '1 520 = 1520'],
    ['1,234,567¦', '1,234,567 = 1234567'],
    ['1.234,5¦', '1.234,5 = 1234.5'],
    ['12,5 %¦', '12,5 = 12.5 %'],
    ['88 %¦', '88 = 88 %'],
    ['80%¦', '80 = 80 %'],
    ['80 per cent¦', '80 = 80 %'],
    ['Fifteen¦', 'Fifteen = 15'],
    ['were twenty-one¦', 'twenty-one = 21'],
    ['were one hundred and five¦', 'one hundred and five = 105'],
    ['waren fünfzehn¦', 'fünfzehn = 15'],
    ['in 2014, 39¦', '39 = 39'],
    ['studies¦', 'none'],
    ['COVID19¦', 'none'],
    ['15 ¦', 'none'],
    ['\n¦', 'none'],
  ])('%s', (text, expected) => {
    expect(before(text)).toBe(expected);
  });
});

test('every number up to 999 is read from the words that are written for it', () => {
  for (let value = 0; value < 1000; value++) {
    expect(numberInWords(inEnglish(value)!)).toBe(value);
  }
  expect(inEnglish(1000)).toBeUndefined();
});

describe('a value', () => {
  test('is said by digits in any of the usual ways, and written again in the same', () => {
    const group = fc.constantFrom('', ',', '.', ' ', ' ', "'");
    fc.assert(
      fc.property(fc.nat(9_999_999), fc.nat(9_999_999), group, (value, other, sign) => {
        const write = (number: number): string => String(number).replace(/\B(?=(?:\d{3})+$)/g, sign);
        expect(says({ values: valuesOf(write(value)) }, value, false)).toBe(true);
        // A number below a thousand does not show how thousands are written.
        if (value >= 1000) expect(writtenLike(write(value), other)).toBe(write(other));
        else expect(writtenLike(write(value), other)).toBe(String(other));
      }),
    );
  });

  test('that was rounded is said with as many digits as were written', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), fc.nat(2), (part, whole, decimals) => {
        const share = (100 * part) / whole;
        const written = share.toFixed(decimals);
        const values = [{ value: Number(written), decimals }];
        expect(says({ values }, share, true)).toBe(true);
        expect(says({ values: [{ value: Number(written) + 1.01, decimals }] }, share, true)).toBe(false);
      }),
    );
  });

  test.each([
    ['80', 83.333, '83'],
    ['80,5', 83.333, '83,3'],
    ['80.52', 83.333, '83.33'],
    ['two', 3, 'three'],
    ['Two', 21, 'Twenty-one'],
    ['two', 1200, '1200'],
    ['zwei', 3, '3'],
    ['12', 12.5, '12.5'],
    ['1,520', 1528, '1,528'],
  ])('%s becomes %d as %s', (written, value, expected) => {
    expect(writtenLike(written, value, value !== 12.5)).toBe(expected);
  });
});
