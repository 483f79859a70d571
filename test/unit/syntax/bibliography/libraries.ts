import fc from 'fast-check';

/** A work as the tests make it up, before it is printed in one of the formats. */
export interface Made {
  readonly key: string;
  readonly type: string;
  readonly families: readonly string[];
  readonly more: boolean;
  readonly year: number;
  readonly title: string;
  readonly doi: string;
}

const family = fc.constantFrom(
  'Aiken',
  'Núñez',
  'van der Berg',
  "O'Brien",
  'Straße',
  'Łuczak',
  'Ånström',
  'de la Cruz',
);
const word = fc.constantFrom(
  'peer',
  'Workers',
  'self',
  'naïve',
  'U.K.',
  '&',
  'reciprocal',
  '10%',
  '(2013)',
  'a_b',
  '{brace}',
);

export const made: fc.Arbitrary<Made> = fc.record({
  key: fc.stringMatching(/^[a-z][a-z0-9:_-]{0,12}$/),
  type: fc.constantFrom('article', 'book', 'thesis'),
  families: fc.array(family, { minLength: 1, maxLength: 4 }),
  more: fc.boolean(),
  year: fc.integer({ min: 1900, max: 2030 }),
  title: fc.array(word, { minLength: 1, maxLength: 6 }).map(words => words.join(' ')),
  doi: fc.stringMatching(/^10\.[0-9]{4}\/[a-z0-9]{1,8}$/),
});

export const library = fc.uniqueArray(made, { minLength: 1, maxLength: 6, selector: work => work.key });

const latex: Readonly<Record<string, string>> = {
  ú: "{\\'u}",
  ñ: '\\~{n}',
  ß: '{\\ss}',
  Ł: '\\L{}',
  Å: '\\AA ',
  ö: '{\\"o}',
  ï: '{\\"\\i}',
  '&': '\\&',
  '%': '\\%',
  _: '\\_',
};

/** The same text in LaTeX. Braces vanish in LaTeX, as in the title that is read back. */
export function asLatex(text: string): string {
  return text.replace(/[úñßŁÅöï&%_]/g, character => latex[character] ?? character);
}

/** One entry a block, so that a test can spoil one of them. */
export const printers = {
  bibtex: {
    before: '% made by a test\n\n',
    between: '\n\n',
    after: '\n',
    entry: (work: Made, style: number): string => {
      const names = [...work.families.map(name => `${asLatex(name)}, Jo`), ...(work.more ? ['others'] : [])].join(
        ' and ',
      );
      const quote = (value: string): string => (style % 2 === 0 ? `{${value}}` : `"${value}"`);
      const when = style % 3 === 0 ? `date = ${quote(`${work.year}-05`)}` : `year = ${work.year}`;
      const fields = [
        `author = ${quote(names)}`,
        `title = ${quote(asLatex(work.title))}`,
        when,
        `doi = {https://doi.org/${work.doi.toUpperCase()}}`,
      ];
      return `@${work.type}{${work.key},\n  ${fields.join(',\n  ')}${style % 5 === 0 ? ',' : ''}\n}`;
    },
  },
  'csl-json': {
    before: '[\n  ',
    between: ',\n  ',
    after: '\n]\n',
    entry: (work: Made, style: number): string => {
      const authors = [
        ...work.families.map(name => ({ family: name, given: 'Jo' })),
        ...(work.more ? [{ literal: 'et al.' }] : []),
      ];
      const item = {
        ...(style % 2 === 0 ? { id: work.key } : { DOI: work.doi }),
        author: authors,
        issued: { 'date-parts': [[work.year, 5]] },
        title: work.title,
        type: work.type,
        ...(style % 2 === 0 ? { DOI: work.doi } : { id: work.key }),
      };
      return style % 3 === 0 ? JSON.stringify(item) : JSON.stringify(item, null, 2).replaceAll('\n', '\n  ');
    },
  },
  ris: {
    before: '\ufeff1.\r\n',
    between: '\r\n\r\n',
    after: '\r\n',
    entry: (work: Made, style: number): string => {
      const end = style % 2 === 0 ? '\r\n' : '\n';
      const gap = style % 3 === 0 ? ' ' : '  ';
      const lines = [
        ['TY', work.type],
        ...work.families.map(name => [style % 2 === 0 ? 'AU' : 'A1', `${name}, Jo`]),
        ...(work.more ? [['AU', 'et al.']] : []),
        [style % 2 === 0 ? 'TI' : 'T1', work.title],
        [style % 2 === 0 ? 'PY' : 'Y1', `${work.year}/05/01/`],
        ['DO', `doi:${work.doi}`],
        ['ID', work.key],
        ['ER', ''],
      ];
      return lines.map(([tag, value]) => `${tag}${gap}- ${value}`).join(end);
    },
  },
} as const;
