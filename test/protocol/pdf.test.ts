import { spawnSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DefinitionRequest, DocumentLinkRequest, FileChangeType } from 'vscode-languageserver-protocol/node';
import { column, pdfOf, wrapped } from '../unit/support/pdf.js';
import { Client, copySample } from './client.js';

const root = join(import.meta.dirname, '..', '..');
const study = 'studies/barnacleby2006.md';
const pdf = 'fulltext/barnacleby2006.pdf';
let sample: ReturnType<typeof copySample>;

/** The sample with a full text as a PDF, in the place of the text with marks of pages. */
beforeEach(() => {
  sample = copySample('worked-example');
  const path = join(sample.folder, 'fulltext/barnacleby2006.txt');
  const pages = readFileSync(path, 'utf8')
    .split(/^\[page \d+\]$/m)
    .slice(1);
  const laidOut = pages.map(page => column(page.split('\n').flatMap(line => wrapped(line, 80))));
  writeFileSync(join(sample.folder, pdf), pdfOf(laidOut, { labels: '0 << /S /D /St 201 >>', pack: deflateSync }));
  rmSync(path);
});

afterEach(() => sample.remove());

function change(find: string, put: string): void {
  const path = join(sample.folder, study);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(find);
  writeFileSync(path, text.replace(find, put));
}

/** What the command line says of quotes. */
function checked(): { words: string[]; errors: string } {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'out', 'metasynth.js'), 'check', sample.folder, '--format', 'json', '--fail-on', 'never'],
    { encoding: 'utf8' },
  );
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; message: string }[] };
  return {
    words: diagnostics.filter(({ code }) => code.startsWith('quote.')).map(each => `${each.code} ${each.message}`),
    errors: stderr,
  };
}

test('the command line reads a PDF: it says nothing of what stands there, and the page of what does not', () => {
  expect(checked()).toEqual({ words: [], errors: '' });
  change('After the second time', 'After the third time');
  change('(Keeper 9, p. 202)', '(Keeper 9, p. 203)');
  const { words, errors } = checked();
  expect(errors).toBe('');
  expect(words).toHaveLength(2);
  expect(words[0]).toContain('quote.wrong-page');
  expect(words[1]).toContain('page 203: it has "second", not "third"');
});

test('the server says the same, and the locator links to the page', async () => {
  change('After the second time', 'After the third time');
  const client = new Client(sample.folder);
  await client.start();
  await client.until(() => client.codes(study).includes('quote.not-found'));
  const said = [...client.diagnostics.values()].flat().filter(each => String(each.code).startsWith('quote.'));
  expect(said.map(each => `${each.code} ${each.message}`)).toEqual(checked().words);
  const links = await client.connection.sendRequest(DocumentLinkRequest.type, {
    textDocument: { uri: client.uri(study) },
  });
  expect(links?.map(({ target }) => target)).toContain(`${client.uri(pdf)}#page=3`);
  const [told] = client.of(study).filter(each => each.code === 'quote.not-found');
  const definition = await client.connection.sendRequest(DefinitionRequest.type, {
    textDocument: { uri: client.uri(study) },
    position: told!.range.start,
  });
  expect(definition ?? []).toEqual([]);
  // Without its full text the study has nothing to be compared with.
  renameSync(join(sample.folder, pdf), join(sample.folder, 'elsewhere.pdf'));
  await client.touched(pdf, FileChangeType.Deleted);
  await client.until(() => !client.codes(study).includes('quote.not-found'));
  // Of a folder that comes with files in it an editor may tell the folder alone.
  renameSync(join(sample.folder, 'elsewhere.pdf'), join(sample.folder, pdf));
  await client.touched('fulltext', FileChangeType.Created);
  await client.until(() => client.codes(study).includes('quote.not-found'));
  expect(await client.stop()).toBe(0);
  expect(client.problems).toEqual([]);
});
