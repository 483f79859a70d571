import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../../../server/src/syntax/bibliography/read.js';
import type { BibliographyFormat, Work } from '../../../../server/src/syntax/bibliography/work.js';
import { hang } from '../../support/growth.js';
import { library, type Made, printers } from './libraries.js';

const formats: readonly BibliographyFormat[] = ['bibtex', 'csl-json', 'ris'];

function print(works: readonly Made[], format: BibliographyFormat, style: number): { text: string; blocks: string[] } {
  const { before, between, after, entry } = printers[format];
  const blocks = works.map((work, index) => entry(work, style + index));
  return { text: before + blocks.join(between) + after, blocks };
}

function expected(work: Made, format: BibliographyFormat): Omit<Work, 'keyAt' | 'whole' | 'source'> {
  return {
    key: work.key,
    type: work.type,
    authors: work.families,
    more: work.more,
    year: work.year,
    title: format === 'bibtex' ? work.title.replace(/[{}]/g, '') : work.title,
    doi: work.doi,
  };
}

function withoutPlaces({ keyAt: _, whole: __, source: ___, ...rest }: Work): Omit<Work, 'keyAt' | 'whole' | 'source'> {
  return rest;
}

describe.each(formats)('a %s library', format => {
  it('reads back as it was printed, with every key in its place', () => {
    fc.assert(
      fc.property(library, fc.nat(30), (works, style) => {
        const { text, blocks } = print(works, format, style);
        const reading = readBibliography(text, format);
        expect(reading.problems).toEqual([]);
        expect(reading.works.map(withoutPlaces)).toEqual(works.map(work => expected(work, format)));
        for (const [index, work] of reading.works.entries()) {
          expect(text.slice(...work.keyAt)).toBe(work.key);
          expect(text.slice(...work.whole).trimEnd()).toBe(blocks[index]!.trimEnd());
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keeps every entry that a spoilt one leaves alone', () => {
    const scrap = fc.string({ unit: fc.constantFrom(...'{}[]"\'@,:=#()\\-% \n\raTYE1'), maxLength: 2 });
    fc.assert(
      fc.property(library, fc.nat(30), fc.nat(), fc.nat(), fc.nat(3), scrap, (works, style, which, where, cut, put) => {
        const { before, between, after } = printers[format];
        const { blocks } = print(works, format, style);
        const spoilt = which % blocks.length;
        const block = blocks[spoilt]!;
        const at = where % block.length;
        blocks[spoilt] = block.slice(0, at) + put + block.slice(at + cut);
        const text = before + blocks.join(between) + after;
        const reading = readBibliography(text, format);
        const read = new Map(reading.works.map(work => [work.key, withoutPlaces(work)]));
        for (const [index, work] of works.entries()) {
          if (index !== spoilt) expect([...reading.works.map(withoutPlaces)]).toContainEqual(expected(work, format));
        }
        expect(read.size).toBeGreaterThanOrEqual(works.length - 1);
        for (const work of reading.works) {
          const written = text.slice(...work.keyAt);
          if (!written.includes('\\')) expect(written).toBe(work.key);
        }
        for (const problem of reading.problems) {
          expect(problem.at[0]).toBeLessThan(problem.at[1]);
          expect(problem.at[1]).toBeLessThanOrEqual(text.length);
          const line = text.slice(0, problem.at[0]).split(/\r\n|\n|\r/).length;
          expect(problem.data.line).toBe(line);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the entries before the place where a file was cut off', () => {
    fc.assert(
      fc.property(library, fc.nat(30), fc.nat(), (works, style, where) => {
        const { text } = print(works, format, style);
        const whole = readBibliography(text, format).works;
        const end = where % (text.length + 1);
        const reading = readBibliography(text.slice(0, end), format);
        const before = whole.filter(work => work.whole[1] <= end);
        expect(reading.works.slice(0, before.length)).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });

  it('never throws, whatever it is given', () => {
    const noise = fc.string({
      unit: fc.constantFrom(...'{}[]"@,:=#()\\$~`\'- \n\ra1', '"id"', '@a{k,', 'and', 'TY  - ', 'ID  - x', '\\c'),
    });
    fc.assert(
      fc.property(fc.oneof(noise, fc.string({ unit: 'binary' })), text => {
        const { works } = readBibliography(text, format);
        for (const work of works) {
          expect(work.key).not.toBe('');
          expect(work.whole[0]).toBeLessThanOrEqual(work.keyAt[0]);
          expect(work.keyAt[1]).toBeLessThanOrEqual(work.whole[1]);
          expect(work.whole[1]).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('hostile text', () => {
  const long = (piece: string): string => piece.repeat(Math.ceil(300_000 / piece.length));
  const pieces: readonly [BibliographyFormat, string][] = [
    ['bibtex', '@a{k,t={\n'],
    ['bibtex', '@a(k,t="\n'],
    ['bibtex', '@comment{'],
    ['bibtex', 'a and '],
    ['bibtex', ' '],
    ['csl-json', '{"id":"a","x":[{},'],
    ['csl-json', '\n {"id"'],
    ['csl-json', ' '],
    ['ris', 'TY  - \n'],
    ['ris', 'AU  - ,,,,\n'],
  ];
  it.each(pieces)(
    'is read in time proportional to its length: %s %j',
    (format, piece) => {
      const started = performance.now();
      readBibliography(long(piece), format);
      readBibliography(`@a{k, author = {${long(piece)}}}`, format);
      expect(performance.now() - started).toBeLessThan(hang);
    },
    60_000,
  );

  it('cannot make a few macros ask for gigabytes', () => {
    const macros = Array.from({ length: 60 }, (_, index) => `@string{a${index + 1} = a${index} # a${index}}`);
    const text = `@string{a0 = "xxxxxxxxxx"}\n${macros.join('\n')}\n@misc{k, title = a60}`;
    expect(readBibliography(text, 'bibtex').works[0]!.title!.length).toBeLessThan(500_000);
  });
});
