import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPdf } from '../../../server/src/pdf/read.js';
import { readerFor } from '../../../server/src/quotes/full-text.js';
import { Finder } from '../../../server/src/quotes/lookup.js';
import { column, type PdfLine, pdfOf, wrapped } from '../support/pdf.js';

const breath = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

/** Words of letters, some with a ligature, an accent or an apostrophe. */
const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz', 'ﬁ', 'é', 'ß', '’');
const word = fc
  .array(letters, { minLength: 2, maxLength: 9 })
  .map(signs => signs.join('').replace(/^’+|’+$/g, '') || 'peer');
const page = fc.record({
  words: fc.array(word, { minLength: 40, maxLength: 120 }),
  columns: fc.boolean(),
  /** A program may write a page line by line across its columns. */
  across: fc.boolean(),
});

/** Breaks every so many words at the end of a line in two, as typesetters do. */
function hyphenated(lines: readonly string[]): string[] {
  const broken = [...lines];
  for (let index = 0; index + 1 < broken.length; index += 3) {
    const [, rest, last] = /^(.*\s)?(\p{L}{4,})$/u.exec(broken[index]!) ?? [];
    if (last === undefined) continue;
    broken[index] = `${rest ?? ''}${last.slice(0, 2)}-`;
    broken[index + 1] = `${last.slice(2)} ${broken[index + 1]}`;
  }
  return broken;
}

function laidOut({ words, columns, across }: { words: string[]; columns: boolean; across: boolean }): PdfLine[] {
  const lines = hyphenated(wrapped(words.join(' '), columns ? 30 : 70));
  if (!columns) return column(lines);
  const half = Math.ceil(lines.length / 2);
  const [left, right] = [column(lines.slice(0, half)), column(lines.slice(half), 330)];
  return across ? left.flatMap((line, index) => [line, ...(right[index] ? [right[index]] : [])]) : [...left, ...right];
}

test('whatever is quoted from a page is found on that page', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(page, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 4, max: 30 }),
      async (pages, which, start, length) => {
        const bytes = pdfOf(pages.map(laidOut), { labels: '0 << /S /D /St 345 >>', pack: deflateSync });
        const text = await readerFor('a.pdf')!(bytes, { pdf: readPdf, pause: breath });
        const index = which % pages.length;
        const { words } = pages[index]!;
        const from = start % (words.length - length);
        const quote = words.slice(from, from + length).join(' ');
        const found = new Finder([{ path: 'fulltext/a.pdf', text: text! }]).lookUp(quote);
        expect(found.kind === 'found' && found.places.map(place => place.pages?.from)).toContain(345 + index);
        expect(found.kind === 'found' && found.places.map(place => place.sheet)).toContain(1 + index);
      },
    ),
    { numRuns: Number(process.env.METASYNTH_RUNS ?? 60) },
  );
});
