import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FullText, readPlain } from '../../../server/src/quotes/full-text.js';
import { Finder, type Lookup } from '../../../server/src/quotes/lookup.js';

const read = (text: string, ending = 'txt'): FullText => readPlain(`a.${ending}`, new TextEncoder().encode(text))!;
const look = (text: string, quote: string, ending = 'txt'): Lookup =>
  new Finder([{ path: `fulltext/a.${ending}`, text: read(text, ending) }]).lookUp(quote);

const words =
  'the of and peer worker office flat finest experience self hospital ward nurse river shift letter told asked never always because afraid'.split(
    ' ',
  );
/** Prose of words that come again and again, with a word of its own now and then. */
const prose = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.nat(5)), { minLength: 60, maxLength: 300 })
  .map(all =>
    all.map(([word, n], index) =>
      n === 0 ? `${word}${['a', 'e', 'i', 'o'][index % 4]}${index.toString(36).replace(/\d/g, 'x')}` : word,
    ),
  );

/** What may happen to a word on its way from a page to a file and from there into a quote. */
const damages: readonly ((word: string) => string)[] = [
  word => word.replace('fi', 'ﬁ').replace('fl', 'ﬂ').replace('ff', 'ﬀ'),
  word => `${word.slice(0, 2)}\u00ad${word.slice(2)}`,
  word => (word.length > 4 ? `${word.slice(0, 3)}-\n${word.slice(3)}` : word),
  word => `“${word}”`,
  word => `*${word}*`,
  word => `${word},`,
  word => `${word} [sic]`,
  word => `\n${word}`,
  word => `— ${word}`,
];

describe('a slice of any text', () => {
  test('is found, whatever happens to its words on the way', () => {
    fc.assert(
      fc.property(
        prose,
        fc.nat(),
        fc.integer({ min: 6, max: 30 }),
        fc.array(fc.nat(40), { minLength: 30, maxLength: 30 }),
        (all, at, length, how) => {
          const from = at % (all.length - 6);
          const slice = all.slice(from, from + length);
          const quote = slice.map((word, index) => damages[how[index]!]?.(word) ?? word).join(' ');
          const found = look(all.join(' '), quote);
          expect(found.kind).toBe('found');
          const offset = all.slice(0, from).join(' ').length + (from > 0 ? 1 : 0);
          if (found.kind === 'found' && found.places.length < 12) {
            expect(found.places.map(each => each.at.character)).toContain(offset);
          }
        },
      ),
    );
  });

  test('is found in a text that is damaged itself, on its page', () => {
    fc.assert(
      fc.property(
        prose,
        fc.nat(),
        fc.array(fc.nat(40), { minLength: 300, maxLength: 300 }),
        fc.integer({ min: 5, max: 90 }),
        (all, at, how, first) => {
          const text = all
            .map(
              (word, index) =>
                `${index % 20 === 0 ? `\n[page ${first + index / 20}]\n` : ''}${damages[how[index]!]?.(word).replace(' [sic]', '') ?? word}`,
            )
            .join(' ');
          const from = at % (all.length - 12);
          const found = look(text, all.slice(from, from + 12).join(' '));
          expect(found.kind).toBe('found');
          const page = first + Math.floor(from / 20);
          if (found.kind === 'found')
            expect(found.places.some(each => each.pages?.from === page && each.pages.printed)).toBe(true);
        },
      ),
    );
  });

  test('is found through what its quoter left out and put in', () => {
    const gaps = [' […] ', ' ... ', '… ', ' [she] ', ' . . . '];
    fc.assert(
      fc.property(prose, fc.nat(), fc.constantFrom(...gaps), (all, at, gap) => {
        const from = at % (all.length - 20);
        const quote =
          all.slice(from, from + 6).join(' ') +
          gap +
          all.slice(from + (gap.includes('she') ? 8 : 12), from + 20).join(' ');
        expect(look(all.join(' '), quote).kind).toBe('found');
      }),
    );
  });

  test('in which one word is another is not found; the nearest passage is its place, the difference that word', () => {
    fc.assert(
      fc.property(prose, fc.nat(), fc.nat(11), (all, at, which) => {
        // Words that come once: otherwise a passage elsewhere may be as near.
        const own = all.map(
          (word, index) => `${word}q${[...String(index)].map(digit => 'abcdefghij'[Number(digit)]).join('')}`,
        );
        const from = at % (own.length - 14);
        const slice = own.slice(from, from + 14);
        const quote = slice.map((word, index) => (index === which + 1 ? 'otherwise' : word));
        expect(look(own.join(' '), quote.join(' '))).toMatchObject({
          kind: 'near',
          words: slice.join(' '),
          differences: [{ quote: 'otherwise', text: slice[which + 1] }],
        });
      }),
    );
  });

  test('never fails, whatever text and quote are', () => {
    const any = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 400 }));
    fc.assert(
      fc.property(any, any, fc.constantFrom('txt', 'html', 'md'), (text, quote, ending) => {
        look(text, quote, ending);
        look(text + text, text, ending);
      }),
      { numRuns: 300 },
    );
  });
});

const passage = `
The workers met on Mondays in a flat above the office.
"I had been where they were, and I could say so," one told us. Others disagreed, and wrote experi-
ence reports instead, in which self-
esteem was a word that nobody used.
They said that their managers¹² knew nothing of it; NHS rules, they added, did not help.
`;

describe('what is the same', () => {
  test.each([
    ['[I]n a flat above the office'],
    ['in a ﬂat above the oﬃce'],
    ['Had been where they were'],
    ["I had been where they were, and I could say so,' one told us"],
    ['I had been where [the patients] were'],
    ['wrote experience reports instead […] self-esteem was a word'],
    ['self esteem was a word that nobody used'],
    ['their managers knew nothing of it'],
    ['wrote exper[t] reports'],
    ['P3: I had been where they were (P3, interview)'],
    ['They said that ... did not help . . .'],
    ['nobody used [sic]. They said'],
  ])('%s', quote => {
    expect(look(passage, quote).kind).toBe('found');
  });

  test.each([
    ['I had been were they were, and I could say so', 'were', 'where'],
    ['I had not been where they were, and I could say so', 'not', ''],
    ['I had been where they were, and could say so', '', 'I'],
    ['I had been where they were, and I could say it', 'it', 'so'],
    ['the workers met Mondays in a flat', '', 'on'],
    ['workers met on the Mondays in a flat above the office', 'the', ''],
    [
      'nhs rules, they added'.replace('nhs', 'that nobody used nhs'),
      '',
      'They said that their managers knew nothing of it',
    ],
    ['nothing of it; nhs rules, they added, did not help', 'nhs', 'NHS'],
  ])('and what is not: %s', (quote, says, stands) => {
    const found = look(passage, quote);
    expect(found.kind).toBe('near');
    if (found.kind === 'near' && stands.length < 10) expect(found.differences).toEqual([{ quote: says, text: stands }]);
  });

  test('a quote that nothing is like is absent', () => {
    expect(look(passage, 'Lighthouses are written about from the sea, seldom from vegetable beds').kind).toBe('absent');
  });

  test('an empty text, an endless quote and one without words are no reason to complain', () => {
    expect(look('', 'I had been where they were').kind).toBe('unsure');
    expect(look(passage, '— …').kind).toBe('unsure');
    expect(look(passage, 'a […] '.repeat(100)).kind).toBe('unsure');
    expect(look(passage, 'word '.repeat(30_000)).kind).toBe('unsure');
  });
});

describe('pages', () => {
  const lines = (n: number): string =>
    `Page ${'abcdefgh'[n]} says that ${'peers help each other in the ward and out of it '.repeat(3)} ${'zyxwvuts'[n]}${n}${n}${n}q.`;
  const pageOf = (text: string, quote: string, ending = 'txt'): unknown => {
    const found = look(text, quote, ending);
    return found.kind === 'found' ? found.places[0]?.pages : found.kind;
  };

  test('are counted at form feeds', () => {
    const text = [0, 1, 2].map(lines).join('\f');
    expect(pageOf(text, 'Page c says')).toEqual({ from: 3, to: 3, printed: false });
    expect(pageOf(text, 'z000q. Page b says')).toEqual({ from: 1, to: 2, printed: false });
  });

  test('have the numbers that stand at their edges; running heads are no part of a sentence', () => {
    const text = [0, 1, 2, 3].map(n => `JOURNAL OF PEERS ${201 + n}\n${lines(n)}\n`).join('\f');
    expect(pageOf(text, 'Page c says')).toEqual({ from: 203, to: 203, printed: true });
    expect(pageOf(text, 'z000q. Page b says')).toEqual({ from: 201, to: 202, printed: true });
    const alone = [0, 1, 2, 3].map(n => `${lines(n)}\n\n${201 + n}\n`).join('\f');
    expect(pageOf(alone, 'z000q. Page b says')).toEqual({ from: 201, to: 202, printed: true });
  });

  test('have the numbers of their marks', () => {
    for (const mark of ['[page 7]', '[p. 7]', '--- page 7 ---', '=== Seite 7 ===', '<!-- page 7 -->']) {
      expect(pageOf(`${lines(0)}\n${mark}\n${lines(1)}`, 'Page b says')).toEqual({ from: 7, to: 7, printed: true });
    }
    expect(pageOf(`${lines(0)}\n[page xii]\n${lines(1)}`, 'Page b says')).toBeUndefined();
  });

  test('in HTML: tags, scripts, notes and entities are not words', () => {
    const html = `<html><head><title>Peers</title><style>p {color: red}</style></head><body>
      <script>document.write("<p>I was never here")</script>
      <p>[page 4]</p><p>We&rsquo;re <em>not</em> there<sup><a href="#n1">1</a></sup> yet, said caf&#233; w<b>o</b>rkers.</p>
      <p title="a > b">${lines(1)}</p><!-- hidden words --></body>`;
    expect(pageOf(html, 'We’re not there yet, said café workers', 'html')).toEqual({ from: 4, to: 4, printed: true });
    const found = look(html, 'said café workers', 'html');
    expect(found.kind === 'found' && found.places[0]?.at).toMatchObject({
      line: 2,
      character: html.split('\n')[2]?.indexOf('said'),
    });
    expect(look(html, 'I was never here', 'html').kind).toBe('absent');
    expect(look(html, 'hidden words', 'html').kind).toBe('absent');
  });
});

describe('time', () => {
  const sample = join(import.meta.dirname, '../../../samples/worked-example/fulltext');
  const long = readdirSync(sample)
    .map(name => readFileSync(join(sample, name), 'utf8'))
    .join('\n')
    .repeat(10);

  test('a quote that is not there is looked up in a hundred thousand letters within a moment', () => {
    const finder = new Finder([{ path: 'a.txt', text: read(long) }]);
    const quote =
      'Tomas and I had not spoken since the business with the coffee. But he would water mine when I was on duty';
    // The best of several, since the machine may have something else to do.
    const times = Array.from({ length: 10 }, () => {
      const started = performance.now();
      expect(finder.lookUp(quote).kind).toBe('near');
      return performance.now() - started;
    });
    expect(Math.min(...times)).toBeLessThan(30);
  });

  test.each([
    ['one letter', 'a'.repeat(1_000_000), `${'a'.repeat(9_000)}b`],
    ['one word', 'no '.repeat(300_000), `${'no '.repeat(2_000)}yes`],
    ['gaps', 'a b '.repeat(100_000), 'a […] b '.repeat(19)],
    ['brackets', '[[[['.repeat(100_000), '[('.repeat(10_000)],
    ['tags', '<a <b <!-- '.repeat(50_000), '<a '.repeat(5_000)],
  ])('nothing hangs: %s', (_, text, quote) => {
    const started = performance.now();
    for (const ending of ['txt', 'html']) look(text, quote, ending);
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
