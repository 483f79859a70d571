import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../server/src/pdf/read.js';
import { column, pdfOf, pdfOfStreams } from '../support/pdf.js';

const breath = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
const pagesOf = async (bytes: Uint8Array) => (await readPdf(bytes, breath))?.pages;

describe('the words of a PDF', () => {
  test('come page by page, line by line', async () => {
    const bytes = pdfOf([column(['I had been where they were,', 'and I could say so.']), column(['Page two.'])]);
    const before = bytes.slice();
    expect(await readPdf(bytes, breath)).toEqual({
      pages: ['I had been where they were,\nand I could say so.', 'Page two.'],
      labels: undefined,
      whole: true,
    });
    expect(bytes).toEqual(before);
  });

  test('keep hyphens at the ends of lines, and have ligatures as letters', async () => {
    expect(
      await pagesOf(
        pdfOf([column(['“We were the ﬁrst parti-', 'cipants who ﬂed,” she said.'])], { pack: deflateSync }),
      ),
    ).toEqual(['“We were the first parti-\ncipants who fled,” she said.']);
  });

  test('are read column by column, whichever way the page was written', async () => {
    const left = column([
      'The workers had been',
      'patients themselves, in',
      'the same hospital, and',
      'told so when asked.',
    ]);
    const right = column(
      ['Most of them stayed for', 'a year or more. Others', 'left as soon as they', 'had found other work.'],
      320,
    );
    const head = {
      text: 'What peer workers say of their own role, and what they leave out of it',
      x: 60,
      y: 810,
      size: 12,
    };
    const text = [head, ...left, ...right].map(line => line.text).join('\n');
    expect(await pagesOf(pdfOf([[head, ...left, ...right]]))).toEqual([text]);
    const across = left.flatMap((line, index) => [line, right[index]!]);
    expect(await pagesOf(pdfOf([[head, ...across]]))).toEqual([text]);
    expect(await pagesOf(pdfOf([[head, ...left, ...right].reverse()]))).toEqual([text]);
  });

  test('are told apart by their distance, and put together where a program has cut them', async () => {
    const page = [
      { text: 'work', x: 60, y: 700 },
      { text: 'ers', x: 81.7, y: 700 },
      { text: 'spoke', x: 98, y: 700 },
      { text: 'first', x: 60, y: 680 },
    ];
    expect(await pagesOf(pdfOf([page]))).toEqual(['workers spoke\nfirst']);
  });

  test('are those of a page that lies on its side, too', async () => {
    const page = [
      { text: 'The first line of a table', x: 100, y: 100, turns: 1 },
      { text: 'and the second one', x: 113, y: 100, turns: 1 },
      { text: 'Downloaded by nobody', x: 20, y: 20 },
    ];
    expect(await pagesOf(pdfOf([page]))).toEqual([
      'The first line of a table\nand the second one\nDownloaded by nobody',
    ]);
  });

  test('leave out raised numbers of notes', async () => {
    const page = [
      { text: 'I could say so.', x: 60, y: 700 },
      { text: '12', x: 127, y: 704, size: 8.3 },
      { text: 'And I did.', x: 139, y: 700 },
    ];
    expect(await pagesOf(pdfOf([page]))).toEqual(['I could say so. And I did.']);
  });

  test('come with the labels of their pages', async () => {
    const pages = [column(['One.']), column(['Two.']), column(['Three.'])];
    const labels = '0 << /S /r >> 1 << /S /D /St 345 >>';
    expect((await readPdf(pdfOf(pages, { labels }), breath))?.labels).toEqual(['i', '345', '346']);
  });
});

describe('a file that cannot be read is given up quietly', () => {
  const good = pdfOf([column(['I had been where they were, and I could say so.'])]);

  test.each([
    ['locked', pdfOf([column(['Nobody reads this.'])], { locked: true })],
    ['empty', new Uint8Array()],
    ['no PDF at all', new TextEncoder().encode('I had been where they were, and I could say so. '.repeat(40))],
    ['a picture', Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256)],
    ['cut off after its head', good.slice(0, 40)],
  ])('%s', async (_, bytes) => {
    expect(await readPdf(bytes, breath)).toBeUndefined();
  });

  test('one that is cut off in the middle gives what is there, or nothing', async () => {
    for (let end = 50; end < good.length; end += 61) {
      const read = await readPdf(good.slice(0, end), breath);
      expect(read?.pages.join('') ?? '').toMatch(/^(I had been where they were, and I could say so\.)?$/);
    }
  });

  test('a stream that unpacks to more than anybody reads is left, with its page', async () => {
    const bomb = deflateSync(new Uint8Array(200_000_000).fill(32), { level: 9 });
    expect(bomb.length).toBeLessThan(250_000);
    const started = performance.now();
    const read = await readPdf(pdfOfStreams([bomb, bomb], {}, true), breath);
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(read?.pages.join('').trim() ?? '').toBe('');
    expect(read?.whole ?? false).toBe(false);
  });
});
