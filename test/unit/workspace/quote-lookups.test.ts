import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../server/src/pdf/read.js';
import type { ReviewState } from '../../../server/src/workspace/review-state.js';
import { Workspace } from '../../../server/src/workspace/workspace.js';
import { apply, edit } from '../incremental/edits.js';
import { Disk, disk } from '../support/disk.js';
import { column, pdfOf, wrapped } from '../support/pdf.js';

const moran = '/review/studies/moran2012.md';
const fullText = '/review/fulltext/moran2012.txt';
const study = (quote: string, more = ''): string =>
  `---\ncountry: USA\nparticipants: 31\nthemes:\n  - giving-back\ncasp: 9\n${more}---\n\n## Findings\n\n> ${quote} #giving-back\n`;
const paper = `
[page 11]
All of the workers had been patients themselves, in the same hospital or in another one.
[page 12]
"I had been where they were, and I could say so." (P3)
`;
const right = study('I had been where they were, and I could say so. (P3, p. 12)');
const wrong = study('I had been where they are, and I could say so. (P3, p. 12)');

const breath = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

async function opened(host: Disk): Promise<{ workspace: Workspace; look(): Promise<number>; codes(): string[] }> {
  const workspace = new Workspace(host, () => {});
  await workspace.setFolders(['']);
  return {
    workspace,
    look: async () => {
      let told = 0;
      await workspace.lookUpQuotes(() => told++, breath);
      return told;
    },
    codes: () => workspace.reviews.flatMap(state => said(state)).filter(code => code.includes(' quote.')),
  };
}

const said = (state: ReviewState): string[] =>
  state
    .judge({})
    .all()
    .map(({ path, code, message, range }) => `${path} ${code} ${range.line} ${message}`);

function withPaper(text = right): Disk {
  const host = disk();
  host.write(moran, text);
  host.write(fullText, paper);
  return host;
}

describe('quotes in the background', () => {
  test('are looked up after the review has been read, and told of once', async () => {
    const { look, codes } = await opened(withPaper(wrong));
    expect(codes()).toEqual([]);
    expect(await look()).toBe(1);
    expect(codes()).toEqual([
      'studies/moran2012.md quote.not-found 10 The full text of Moran et al. 2012 says this otherwise on page 12: it has "were", not "are".',
    ]);
    expect(await look()).toBe(0);
  });

  test('follow what is typed: the complaint goes at once, and a full text is not read for words that are known', async () => {
    const host = withPaper(wrong);
    const { workspace, look, codes } = await opened(host);
    await look();
    await workspace.edit(moran, right);
    expect(codes()).toEqual([]);
    await look();
    expect(codes()).toEqual([]);
    await workspace.edit(moran, study('I had been where they were, and I could say so. (P3, p. 21)'));
    // The page is judged without another look at the paper.
    expect(codes()).toHaveLength(1);
    expect(codes()[0]).toContain('quote.wrong-page');
  });

  test('follow the full text: changed, opened in an editor, gone, and come back as another kind of file', async () => {
    const host = withPaper();
    const { workspace, look, codes } = await opened(host);
    await look();
    expect(codes()).toEqual([]);
    host.write(fullText, paper.replace('they were', 'they are'));
    await workspace.changedOnDisk([{ address: fullText, kind: 'changed' }]);
    expect(await look()).toBe(1);
    expect(codes()).toHaveLength(1);
    await workspace.edit(fullText, paper);
    await look();
    expect(codes()).toEqual([]);
    await workspace.close(fullText);
    await look();
    expect(codes()).toHaveLength(1);
    host.files.delete(fullText);
    await workspace.changedOnDisk([{ address: fullText, kind: 'deleted' }]);
    await look();
    expect(codes()).toEqual([]);
    host.write('/review/fulltext/Moran2012.html', `<p>${paper.replace('they were', 'you were')}</p>`);
    await workspace.changedOnDisk([{ address: '/review/fulltext/Moran2012.html', kind: 'created' }]);
    await look();
    expect(codes()).toHaveLength(1);
  });

  test('a review without full texts is not read for them, and nothing is said', async () => {
    const host = disk();
    host.write(moran, wrong);
    host.write('/review/fulltext/moran2012.docx', 'not read');
    const { look, codes } = await opened(host);
    const reads = host.reads.length;
    expect(await look()).toBe(0);
    expect(codes()).toEqual([]);
    expect(host.reads).toHaveLength(reads);
  });

  test('that some full texts are missing is said once', async () => {
    const host = withPaper();
    host.write('/review/studies/gillard2013.md', wrong);
    host.write('/review/studies/other2013.md', wrong);
    const { look, codes } = await opened(host);
    await look();
    expect(codes()).toEqual([
      'metasynth.yaml quote.no-full-text 0 2 studies have quotes, and no full texts to look them up in.',
    ]);
  });

  test('a missing full text is silence, once noted: of each study, of all, of those without quotes, and once it is there', async () => {
    const host = disk();
    const other = '/review/studies/other2013.md';
    host.write(moran, wrong);
    host.write(other, study('That is how it was for all of us in the ward. (P1)'));
    host.write('/review/studies/silent2013.md', study('').replace('## Findings\n\n>  #giving-back\n', ''));
    const { workspace, look, codes } = await opened(host);
    const changed = async (path: string, kind: 'created' | 'deleted'): Promise<string[]> => {
      if (kind === 'created') host.write(path, paper);
      else host.files.delete(path);
      await workspace.changedOnDisk([{ address: path, kind }]);
      await look();
      return codes().map(code => code.replace(/^\S+ (\S+) .*?((?:One|\d) stud\w+|$).*/, '$1 $2').trim());
    };
    await look();
    // No full text at all, or a folder with none that is read: nothing is said.
    expect(codes()).toEqual([]);
    expect(await changed('/review/fulltext/README.md', 'created')).toEqual([]);
    // One that belongs to no study may be one whose name was misspelt.
    expect(await changed('/review/fulltext/moran.txt', 'created')).toEqual(['quote.no-full-text 2 studies']);
    expect(await changed('/review/fulltext/moran.txt', 'deleted')).toEqual([]);
    expect(await changed('/review/fulltext/moran2012.docx', 'created')).toEqual([]);
    // Of two studies with quotes one has its text: the other is noted, and the one without quotes is not.
    expect(await changed(fullText, 'created')).toEqual(['quote.no-full-text One study', 'quote.not-found']);
    expect(await changed('/review/fulltext/other2013.md', 'created')).toContain('quote.not-found');
    expect(codes().filter(code => code.includes('no-full-text'))).toEqual([]);
    await changed('/review/fulltext/other2013.md', 'deleted');
    expect(await changed(fullText, 'deleted')).toEqual([]);
  });

  test('may stand in another paper of the study', async () => {
    const host = disk();
    host.write(moran, study('I had been where they were, and I could say so. (P3, p. 12)', 'reports: [moran2014]\n'));
    host.write('/review/fulltext/moran2014.md', paper);
    host.write(
      fullText,
      'The workers were asked twice, at the beginning of their work and once more after a year of it. '.repeat(3),
    );
    const { look, codes } = await opened(host);
    await look();
    expect(codes()).toEqual([]);
  });

  test('a full text that cannot be read, is empty or too large is silence', async () => {
    for (const bytes of [new Uint8Array(), new Uint8Array([0, 255, 254, 0]), undefined]) {
      const host = withPaper(wrong);
      if (bytes) host.files.set(fullText, bytes);
      else
        host.read = async function* (addresses) {
          for (const address of addresses) {
            const found = host.files.get(address);
            yield [
              address === fullText || !found ? { address, failure: 'too-large' as const } : { address, bytes: found },
            ];
          }
        };
      const { look, codes } = await opened(host);
      await look();
      expect(codes()).toEqual([]);
    }
  });
});

describe('quotes in PDFs', () => {
  const pages = [
    column(['All of the workers had been patients themselves, in the same hos-', 'pital or in another one.']),
    column([
      '“I had been where they were, and I could say so.” (P3)',
      'Most of them told their own story to somebody.',
    ]),
  ];
  const labelled = pdfOf(pages, { labels: '0 << /S /D /St 11 >>', pack: deflateSync });

  function withPdf(text: string, pdf: Uint8Array): Disk {
    const host = disk();
    host.pdf = readPdf;
    host.write(moran, text);
    host.files.set('/review/fulltext/moran2012.pdf', pdf);
    return host;
  }

  test('are looked up page by page', async () => {
    const host = withPdf(right, labelled);
    const { workspace, look, codes } = await opened(host);
    await look();
    expect(codes()).toEqual([]);
    await workspace.edit(moran, wrong);
    await look();
    expect(codes()).toEqual([
      'studies/moran2012.md quote.not-found 10 The full text of Moran et al. 2012 says this otherwise on page 12: it has "were", not "are".',
    ]);
    await workspace.edit(moran, study('patients themselves, in the same hospital or in another one (p. 12)'));
    await look();
    expect(codes()).toEqual([
      'studies/moran2012.md quote.wrong-page 10 The words are right, but in Moran et al. 2012 they stand on page 11.',
    ]);
  });

  test('follow the file: another one, locked, broken, gone', async () => {
    const host = withPdf(wrong, labelled);
    const path = '/review/fulltext/moran2012.pdf';
    const { workspace, look, codes } = await opened(host);
    await look();
    for (const [bytes, said] of [
      [pdfOf(pages, { locked: true }), 0],
      [labelled, 1],
      [labelled.slice(0, 300), 0],
      [pdfOf([]), 0],
      [labelled, 1],
      [undefined, 0],
    ] as const) {
      if (bytes) host.files.set(path, bytes);
      else host.files.delete(path);
      await workspace.changedOnDisk([{ address: path, kind: bytes ? 'changed' : 'deleted' }]);
      await look();
      expect(codes()).toHaveLength(said);
    }
  });

  test('are not read where nothing reads PDFs, and nothing is said of them', async () => {
    for (const pdf of [undefined, async () => undefined, () => Promise.reject(new Error('No such file.'))]) {
      const host = withPdf(wrong, labelled);
      if (pdf) host.pdf = pdf;
      else delete host.pdf;
      const { look, codes } = await opened(host);
      await look();
      expect(codes()).toEqual([]);
    }
  });

  test('are read once for as long as the file is the same, and not at all where a study has nothing new', async () => {
    const host = withPdf(wrong, labelled);
    let read = 0;
    host.pdf = (bytes, pause) => {
      read++;
      return readPdf(bytes, pause);
    };
    const { workspace, look } = await opened(host);
    await look();
    await workspace.edit(moran, right);
    await look();
    await workspace.edit(moran, `${right}\nA thought of ours.\n`);
    await look();
    expect(read).toBe(1);
  });

  test('what cannot be read may hold what is not found', async () => {
    const host = withPdf(wrong, labelled);
    host.pdf = async (bytes, pause) => {
      const read = await readPdf(bytes, pause);
      return read && { ...read, pages: [...read.pages, ''], whole: false };
    };
    const { look, codes } = await opened(host);
    await look();
    expect(codes()).toEqual([]);
  });

  test('scans are silence, with a page of words before them or not', async () => {
    const cover = column(
      wrapped('This is the first page of what a library has put before the pictures of a paper. '.repeat(3), 60),
    );
    for (const scan of [
      [[], [], []],
      [cover, [], [], []],
    ]) {
      const { look, codes } = await opened(withPdf(wrong, pdfOf(scan)));
      await look();
      expect(codes()).toEqual([]);
    }
  });

  test('a shelf of them is told of before all of it has been read', async () => {
    const host = withPdf(wrong, labelled);
    for (const key of ['gillard2013', 'other2013']) {
      host.write(`/review/studies/${key}.md`, wrong);
      host.files.set(`/review/fulltext/${key}.pdf`, labelled);
    }
    host.pdf = async (bytes, pause) => {
      await new Promise(resolve => setTimeout(resolve, 600));
      return readPdf(bytes, pause);
    };
    const { look, codes } = await opened(host);
    expect(await look()).toBeGreaterThan(1);
    expect(codes()).toHaveLength(3);
  });
});

describe('after any edits', () => {
  const root = join(import.meta.dirname, '../../../samples/worked-example');
  const sample = new Map(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map(path => path.replaceAll('\\', '/'))
      .filter(path => /^(studies|fulltext)\/.*\.\w+$|^(metasynth\.yaml|references\.bib)$/.test(path))
      .map(path => [path, readFileSync(join(root, path), 'utf8')]),
  );

  test('quotes are told of as if all had been read anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), fc.nat(1), async (edits, open) => {
        const files = new Map(sample);
        const host = new Disk();
        for (const [path, text] of files) host.write(`/review/${path}`, text);
        const kept = await opened(host);
        await kept.look();
        for (const [index, each] of edits.entries()) {
          for (const [path, text] of apply(files, each)) {
            const address = `/review/${path}`;
            const known = host.files.has(address);
            if (text === undefined) host.files.delete(address);
            else host.write(address, text);
            const kind = text === undefined ? 'deleted' : known ? 'changed' : 'created';
            if (open && text !== undefined) {
              await kept.workspace.edit(address, text);
              await kept.workspace.close(address);
            } else {
              await kept.workspace.changedOnDisk([{ address, kind }]);
            }
          }
          if (index % 2 === 0) kept.codes();
          if (index % 3 > 0) await kept.look();
        }
        await kept.look();
        const scratch = await opened(host);
        await scratch.look();
        expect(kept.workspace.reviews.map(said)).toEqual(scratch.workspace.reviews.map(said));
      }),
      { numRuns: Number(process.env.METASYNTH_RUNS ?? 40) },
    );
  }, 60_000);
});
