import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../server/src/text/decode.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little);
  return bytes;
}

const joined = (...parts: ArrayLike<number>[]): Uint8Array => Uint8Array.from(parts.flatMap(part => Array.from(part)));

describe('decode', () => {
  it.each([
    ['nothing', utf8(''), '', 'utf-8', false, false],
    ['UTF-8', utf8('Käse – 日本'), 'Käse – 日本', 'utf-8', false, false],
    ['UTF-8 with a mark', joined([0xef, 0xbb, 0xbf], utf8('ä')), 'ä', 'utf-8', true, false],
    ['a broken UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x61, 0xe4], 'a\ufffd', 'utf-8', true, true],
    ['UTF-16, little end first', joined([0xff, 0xfe], utf16('aä', true)), 'aä', 'utf-16le', true, false],
    ['UTF-16, big end first', joined([0xfe, 0xff], utf16('aä', false)), 'aä', 'utf-16be', true, false],
    ['UTF-16 without a mark', utf16('title: Käse\n', true), 'title: Käse\n', 'utf-16le', false, false],
    ['the same, big end first', utf16('title: Käse\n', false), 'title: Käse\n', 'utf-16be', false, false],
    ['an old encoding', [0x4b, 0xe4, 0x73, 0x65, 0x93], 'Käse“', 'windows-1252', false, true],
    ['NULs in UTF-8', utf8('a\0b\0\0c and more text'), 'a\0b\0\0c and more text', 'utf-8', false, false],
  ] as const)('reads %s', (_name, bytes, text, encoding, bom, doubtful) => {
    expect(decode(Uint8Array.from(bytes))).toEqual({ text, encoding, bom, doubtful });
  });

  it('gives any text back from UTF-8 and, with a mark, from UTF-16', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const plain = text.replace(/\0/g, '').replace(/^\ufeff+/, '');
        expect(decode(utf8(plain)).text).toBe(plain);
        expect(decode(joined([0xff, 0xfe], utf16(text, true))).text).toBe(text);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), bytes => {
        expect(typeof decode(bytes).text).toBe('string');
      }),
    );
  });
});
