import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lines } from '../../../server/src/text/lines.js';

const texts = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\n', '\r', '\r\n', ' ') });

describe('Lines', () => {
  it.each([
    ['', 1],
    ['a', 1],
    ['a\n', 2],
    ['a\r\nb\rc\nd', 4],
    ['\r\r\n\n', 4],
  ])('counts the lines of %j', (text, count) => {
    expect(new Lines(text).count).toBe(count);
  });

  it('says where an offset stands', () => {
    const lines = new Lines('ab\r\ncd\ref\n');
    expect(lines.positionAt(1)).toEqual({ line: 0, character: 1 });
    expect(lines.positionAt(2)).toEqual({ line: 0, character: 2 });
    expect(lines.positionAt(3)).toEqual({ line: 0, character: 2 });
    expect(lines.positionAt(4)).toEqual({ line: 1, character: 0 });
    expect(lines.positionAt(7)).toEqual({ line: 2, character: 0 });
    expect(lines.positionAt(10)).toEqual({ line: 3, character: 0 });
  });

  it('moves what lies outside to the nearest end', () => {
    const lines = new Lines('ab\ncd');
    expect(lines.positionAt(-5)).toEqual({ line: 0, character: 0 });
    expect(lines.positionAt(99)).toEqual({ line: 1, character: 2 });
    expect(lines.positionAt(Number.NaN)).toEqual({ line: 0, character: 0 });
    expect(lines.offsetAt(-1, 3)).toBe(0);
    expect(lines.offsetAt(0, 99)).toBe(2);
    expect(lines.offsetAt(0, -1)).toBe(0);
    expect(lines.offsetAt(7, 0)).toBe(5);
  });

  it('counts the lines of a place from the first line of its chunk', () => {
    const lines = new Lines('a\nb\ncd\n');
    const place = { line: 1, character: 0, endLine: 1, endCharacter: 2 };
    expect(lines.placeOf([4, 6], 1)).toEqual(place);
    expect(lines.spanOf(place, 1)).toEqual([4, 6]);
    expect(lines.lineSpan(2)).toEqual([4, 6]);
  });

  it('has as many lines as the text has breaks, and gives every offset back', () => {
    fc.assert(
      fc.property(texts, text => {
        const lines = new Lines(text);
        expect(lines.count).toBe(text.split(/\r\n|\r|\n/).length);
        for (let offset = 0; offset <= text.length; offset++) {
          const { line, character } = lines.positionAt(offset);
          const between = text[offset - 1] === '\r' && text[offset] === '\n';
          expect(lines.offsetAt(line, character)).toBe(between ? offset - 1 : offset);
        }
      }),
    );
  });

  it('says the same of a place whatever it was asked before', () => {
    const span = fc.tuple(fc.nat(60), fc.nat(60));
    fc.assert(
      fc.property(texts, fc.array(span, { maxLength: 20 }), (text, spans) => {
        const lines = new Lines(text);
        for (const each of spans) expect(lines.placeOf(each)).toEqual(new Lines(text).placeOf(each));
      }),
    );
  });
});
