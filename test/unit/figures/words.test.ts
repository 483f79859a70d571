import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textWidth, type Weight } from '../../../server/src/figures/text-width.js';
import { grouped, plainWords, shortened, wrapped, wrappedShort } from '../../../server/src/figures/words.js';
import { label } from './hostile.js';

/** How far the pen moves for each letter, in sizes, from the font's own tables (OpenType: cmap format 12, hmtx). */
function advances(name: string): Map<number, number> {
  const bytes = readFileSync(join(import.meta.dirname, '../../../node_modules/dejavu-fonts-ttf/ttf', name));
  const tables = new Map<string, number>();
  for (let at = 12; at < 12 + 16 * bytes.readUInt16BE(4); at += 16) {
    tables.set(bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8));
  }
  const [head, hhea, hmtx, cmap] = ['head', 'hhea', 'hmtx', 'cmap'].map(table => tables.get(table)!) as number[];
  const perEm = bytes.readUInt16BE(head! + 18);
  const last = bytes.readUInt16BE(hhea! + 34) - 1;
  const found = new Map<number, number>();
  for (let at = cmap! + 4; at < cmap! + 4 + 8 * bytes.readUInt16BE(cmap! + 2); at += 8) {
    const table = cmap! + bytes.readUInt32BE(at + 4);
    if (bytes.readUInt16BE(table) !== 12) continue;
    for (let group = table + 16; group < table + 16 + 12 * bytes.readUInt32BE(table + 12); group += 12) {
      const [start, end, glyph] = [0, 4, 8].map(more => bytes.readUInt32BE(group + more)) as [number, number, number];
      for (let code = start; code <= end; code++) {
        found.set(code, bytes.readUInt16BE(hmtx! + 4 * Math.min(glyph + code - start, last)) / perEm);
      }
    }
  }
  return found;
}

const fonts: [Weight, string][] = [
  ['normal', 'DejaVuSans.ttf'],
  ['bold', 'DejaVuSans-Bold.ttf'],
];

describe('the width of text', () => {
  test.each(fonts)('is never less than in the widest font that figures name: %s', (weight, file) => {
    const font = advances(file);
    const printed = [...font].filter(([code]) => code >= 0x20 && code < 0x180 && !(code >= 0x7f && code < 0xa0));
    expect(printed.length).toBeGreaterThan(310);
    const punctuation = [...'‐‑–—‘’‚“”„•…−≤≥×'].map(letter => [
      letter.codePointAt(0)!,
      font.get(letter.codePointAt(0)!)!,
    ]);
    for (const [code, width] of [...printed, ...punctuation] as [number, number][]) {
      const ours = textWidth(String.fromCodePoint(code), 1, weight);
      expect(ours, String.fromCodePoint(code)).toBeGreaterThanOrEqual(width - 0.001);
      expect(ours, String.fromCodePoint(code)).toBeLessThan(width + 0.12);
    }
  });

  test.each(fonts)('holds for words in Greek, Cyrillic, Hebrew and Arabic: %s', (weight, file) => {
    const font = advances(file);
    for (const words of ['ταυτότητα', 'Щедрый вышивальщик', 'זהות', 'هوية متجددة', 'Ünïçødé Șțřž ạẹ']) {
      const width = [...words].reduce((sum, letter) => sum + font.get(letter.codePointAt(0)!)!, 0);
      expect(textWidth(words, 1, weight), words).toBeGreaterThanOrEqual(width);
    }
  });

  test('grows with the size alone, and takes nothing for marks on letters', () => {
    expect(textWidth('Reframing', 24)).toBeCloseTo(2 * textWidth('Reframing', 12));
    expect(textWidth('n\u0308', 12)).toBe(textWidth('n', 12));
    expect(textWidth('', 12)).toBe(0);
  });
});

describe('wrapped words', () => {
  test('are broken at spaces, hyphens and slashes, and in the middle of words that are too long', () => {
    expect(wrapped('one two three', 60, 12)).toEqual(['one two', 'three']);
    expect(wrapped('reframing-identity', 90, 12)).toEqual(['reframing-', 'identity']);
    expect(wrapped('roles/boundaries', 80, 12)).toEqual(['roles/', 'boundaries']);
    expect(wrapped('WWWWWWWW', 40, 12)).toEqual(['WWW', 'WWW', 'WW']);
    expect(wrapped('screened (n\u00a0=\u00a018)', 70, 12)).toEqual(['screened', '(n\u00a0=\u00a018)']);
    expect(wrapped('   ', 60, 12)).toEqual([]);
  });

  test('fit, and hold every letter in its order', () => {
    fc.assert(
      fc.property(
        label,
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom<Weight>('normal', 'bold'),
        (text, width, weight) => {
          const lines = wrapped(text, width, 12, weight);
          const letters = (words: string): string => words.replace(/[ ]/g, '');
          expect(letters(lines.join(''))).toBe(letters(plainWords(text)));
          for (const line of lines) {
            expect(line).toBe(line.trimEnd());
            const alone = [...line.replace(/\p{M}|\u200d|\ufe0f|[\u{1f3fb}-\u{1f3ff}]/gu, '')].length;
            if (textWidth(line, 12, weight) > width && !line.includes('\u200d'))
              expect(alone, line).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('that are shortened fit as well, and say so with an ellipsis', () => {
    expect(shortened('Reframing of identity', 80, 12)).toBe('Reframing…');
    expect(shortened('Short', 80, 12)).toBe('Short');
    expect(wrappedShort('one two three four', 60, 12, 2)).toEqual(['one two', 'three fo…']);
    fc.assert(
      fc.property(label, fc.integer({ min: 20, max: 300 }), (text, width) => {
        expect(textWidth(shortened(text, width, 12), 12)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('hold nothing that XML refuses, and nothing that turns writing around', () => {
    expect(plainWords('a\u0000b\u202ec\ud800d\uffffe\n\n f\u00ad')).toBe('abcde f');
    expect(plainWords('میخواهم\u200c')).toContain('\u200c');
    expect(plainWords('🧑\u200d🌾')).toBe('🧑\u200d🌾');
  });
});

test('numbers are grouped by thousands', () => {
  expect([0, 999, 1000, 1528, 1234567].map(grouped)).toEqual(['0', '999', '1,000', '1,528', '1,234,567']);
});
