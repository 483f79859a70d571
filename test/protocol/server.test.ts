import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type CancellationToken,
  CancellationTokenSource,
  type CodeAction,
  CodeActionRequest,
  FileChangeType,
  HoverRequest,
  type MarkupContent,
  type Range,
} from 'vscode-languageserver-protocol/node';
import { explainRequest, exportableRequest, exportRequest, reportRequest } from '../../server/src/lsp/protocol.js';
import { rest } from '../../server/src/lsp/publisher.js';
import { textOfPart, unpacked } from '../../server/src/office/zip.js';
import { Client, copySample, ended } from './client.js';

let sample: ReturnType<typeof copySample>;
let client: Client;
const study = 'studies/gillard2013.md';
let text: string;

beforeEach(async () => {
  sample = copySample('peer-support');
  client = new Client(sample.folder);
  text = readFileSync(join(sample.folder, study), 'utf8');
  await client.start();
  await client.until(() => client.codes('synthesis.md').includes('citation.not-included'));
});

afterEach(() => ended(client, sample));

/** The range of words that stand once in a text. */
function rangeOf(words: string, inText: string): Range {
  const start = inText.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not there`);
  const before = inText.slice(0, start).split('\n');
  const inside = words.split('\n');
  const line = before.length - 1;
  const character = before.at(-1)?.length ?? 0;
  const end =
    inside.length === 1
      ? { line, character: character + words.length }
      : { line: line + inside.length - 1, character: inside.at(-1)?.length ?? 0 };
  return { start: { line, character }, end };
}

test('the server says what it can do, and asks for what it watches', async () => {
  expect(client.initialized?.capabilities).toMatchObject({
    hoverProvider: true,
    textDocumentSync: { openClose: true, change: 2 },
  });
  expect(client.initialized?.capabilities.diagnosticProvider).toBeUndefined();
  expect(client.registered).toContain('workspace/didChangeWatchedFiles');
});

test('the sample: five citations of works that are not included, and the shared complaints once', async () => {
  expect(client.codes('synthesis.md').filter(code => code === 'citation.not-included')).toHaveLength(5);
  const all = [...client.diagnostics.values()].flat();
  expect(all.filter(each => each.code === 'appraisal.without-items')).toHaveLength(1);
  expect(all.filter(each => each.code === 'theme.undefined')).toHaveLength(1);
});

test('a study that loses its appraisal says so, and no more when it has it back', async () => {
  await client.open(study, text);
  const line = rangeOf('casp: 8\n', text);
  await client.change(study, line, '');
  await client.until(() => client.codes(study).includes('appraisal.missing'));
  const [missing] = client.of(study).filter(each => each.code === 'appraisal.missing');
  expect(missing?.range.start.line).toBe(1);
  await client.change(study, { start: line.start, end: line.start }, 'casp: 8\n');
  await client.until(() => !client.codes(study).includes('appraisal.missing'));
});

test('a misspelt theme is told at its word, with the one that was meant, and goes when mended', async () => {
  await client.open(study, text);
  const word = rangeOf('giving-back', text);
  await client.change(study, word, 'givng-back');
  await client.until(() => client.codes(study).includes('theme.unknown'));
  const [unknown] = client.of(study).filter(each => each.code === 'theme.unknown');
  expect(unknown?.range).toEqual({
    start: word.start,
    end: { line: word.end.line, character: word.end.character - 1 },
  });
  expect(unknown?.message).toContain('"giving-back" (Giving back');
  await client.change(study, unknown?.range ?? word, 'giving-back');
  await client.until(() => !client.codes(study).includes('theme.unknown'));
});

test('half a word on the line being typed is no mistake before typing rests', async () => {
  await client.open(study, text);
  const word = rangeOf('giving-back', text);
  const typed = performance.now();
  await client.change(study, { start: { ...word.end, character: word.end.character - 2 }, end: word.end }, '');
  await client.until(() => client.codes(study).includes('theme.unknown'));
  expect((client.published.get(client.uri(study))?.at ?? 0) - typed).toBeGreaterThan(rest - 50);
});

test('a bracket left open is told, costs nothing else of the file, and goes when closed', async () => {
  await client.open(study, text);
  const line = rangeOf('country: UK', text);
  await client.change(study, line, 'country: [UK');
  await client.until(() => client.codes(study).some(code => code.startsWith('yaml.')));
  expect(client.codes(study).filter(code => !code.startsWith('yaml.'))).toEqual([]);
  await client.change(
    study,
    { start: line.start, end: { ...line.end, character: line.end.character + 1 } },
    'country: UK',
  );
  await client.until(() => client.of(study).length === 0);
});

test('a file that changes on the disk is judged without being open', async () => {
  await client.writeOnDisk(study, text.replace('giving-back', 'givng-back'));
  await client.until(() => client.codes(study).includes('theme.unknown'));
  await client.writeOnDisk(study, text);
  await client.until(() => client.of(study).length === 0);
});

test('a study that is deleted is missed by those who cite it, until it is back', async () => {
  rmSync(join(sample.folder, study));
  await client.touched(study, FileChangeType.Deleted);
  await client.until(() => client.codes('synthesis.md').filter(code => code === 'citation.not-included').length > 5);
  await client.writeOnDisk(study, text);
  await client.until(() => client.codes('synthesis.md').filter(code => code === 'citation.not-included').length === 5);
});

test('what an editor holds counts over the disk, until it is closed', async () => {
  await client.open(study, text.replace('giving-back', 'givng-back'));
  await client.until(() => client.codes(study).includes('theme.unknown'));
  await client.writeOnDisk(study, text);
  await client.until(() => client.codes(study).includes('theme.unknown'));
  await client.close(study);
  await client.until(() => client.of(study).length === 0);
});

test('a review whose metasynth.yaml goes is forgotten, and comes back with it', async () => {
  const settings = readFileSync(join(sample.folder, 'metasynth.yaml'), 'utf8');
  rmSync(join(sample.folder, 'metasynth.yaml'));
  await client.touched('metasynth.yaml', FileChangeType.Deleted);
  await client.until(() => client.of('synthesis.md').length === 0);
  await client.writeOnDisk('metasynth.yaml', settings);
  await client.touched('metasynth.yaml', FileChangeType.Created);
  await client.until(() => client.codes('synthesis.md').includes('citation.not-included'));
});

test('a quote is looked up in a full text that comes, and is told of once it is mended there', async () => {
  const words =
    'All of the workers had been patients themselves, in the same hospital or in another one, before they came to this work at all';
  await client.writeOnDisk(study, `${text}\n## Findings\n\n> ${words.replace('same', 'very same')} (P3, p. 2)\n`);
  mkdirSync(join(sample.folder, 'fulltext'));
  await client.writeOnDisk('fulltext/gillard2013.txt', `[page 2]\n${words} here.\n`);
  await client.until(() => client.codes(study).includes('quote.not-found'));
  const [told] = client.of(study).filter(each => each.code === 'quote.not-found');
  expect(told?.relatedInformation?.[0]?.location.uri).toBe(client.uri('fulltext/gillard2013.txt'));
  await client.writeOnDisk('fulltext/gillard2013.txt', `[page 2]\n${words.replace('same', 'very same')} here.\n`);
  await client.until(() => !client.codes(study).includes('quote.not-found'));
});

test('a hover on a citation shows the study', async () => {
  const manuscript = readFileSync(join(sample.folder, 'synthesis.md'), 'utf8');
  const { start } = rangeOf('@gillard2013', manuscript);
  const hover = await client.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: client.uri('synthesis.md') },
    position: { line: start.line, character: start.character + 3 },
  });
  const { value } = (hover ?? { contents: { kind: 'markdown', value: '' } }).contents as MarkupContent;
  expect(value).toContain('Gillard et al\\. 2013');
  expect(value).toContain('Mental health');
});

test('what is taken back while the review is being read is not worked out, and what is not is', async () => {
  // A review so large that it is still being read when the questions are taken back.
  const { folder, remove } = copySample('peer-support');
  const copied = readFileSync(join(folder, study), 'utf8');
  for (let copy = 0; copy < 1_500; copy++) writeFileSync(join(folder, `studies/copy${copy}.md`), copied);
  const slow = new Client(folder);
  try {
    await slow.start();
    const { start } = rangeOf('@gillard2013', readFileSync(join(folder, 'synthesis.md'), 'utf8'));
    const ask = (token?: CancellationToken): Promise<unknown> =>
      slow.connection.sendRequest(
        HoverRequest.type,
        {
          textDocument: { uri: slow.uri('synthesis.md') },
          position: { line: start.line, character: start.character + 3 },
        },
        token,
      );
    const source = new CancellationTokenSource();
    const [taken, wanted] = [ask(source.token), ask()];
    source.cancel();
    expect(await taken).toBeNull();
    expect(await wanted).not.toBeNull();
  } finally {
    await slow.stop();
    remove();
  }
});

test('the table is made of what the editor holds', async () => {
  await client.open(study, text.replace('country: UK', 'country: Wales'));
  const result = await client.connection.sendRequest(reportRequest, {
    uri: client.uri(study),
    report: 'synthesis-table',
  });
  expect(result?.markdown).toContain('| Gillard et al. 2013 | Wales |');
  expect(result?.edits).toHaveLength(1);
  expect(await client.connection.sendRequest(reportRequest, { uri: client.uri(study), report: 'no-such' })).toBeNull();
});

test('a report is written in any of its formats, of what the editor holds', async () => {
  await client.open(study, text.replace('country: UK', 'country: Wales'));
  const reports = await client.connection.sendRequest(exportableRequest, {});
  const [table] = reports.filter(({ name }) => name === 'synthesis-table');
  expect(table?.formats.map(({ ending }) => ending)).toEqual(['md', 'html', 'docx', 'tex', 'xlsx', 'csv', 'json']);
  const uri = client.uri(study);
  const written = async (report: string, format: string): Promise<Buffer | undefined> => {
    const result = await client.connection.sendRequest(exportRequest, { uri, report, format });
    return result ? Buffer.from(result.base64, 'base64') : undefined;
  };
  expect((await written('synthesis-table', 'csv'))?.toString('utf8')).toContain('Gillard et al. 2013,Wales,');
  const word = unpacked(new Uint8Array((await written('synthesis-table', 'docx')) ?? []));
  expect(textOfPart(word.get('word/document.xml')!)).toContain('>Wales</w:t>');
  const book = unpacked(new Uint8Array((await written('synthesis-table', 'xlsx')) ?? []));
  expect(textOfPart(book.get('xl/worksheets/sheet1.xml')!)).toContain('>Wales</t>');
  expect(await written('outline', 'xlsx')).toBeUndefined();
  expect(await written('no-such', 'md')).toBeUndefined();
});

test('a page is told for a code, and none for what is no code', async () => {
  expect(await client.connection.sendRequest(explainRequest, { code: 'theme.unknown' })).toContain(
    '# A theme that the codebook does not have',
  );
  expect(await client.connection.sendRequest(explainRequest, { code: '../secret' })).toBeNull();
});

test('the quick fix for a misspelt theme puts the nearest one in its place', async () => {
  await client.open(study, text.replace('giving-back', 'givng-back'));
  await client.until(() => client.codes(study).includes('theme.unknown'));
  const [diagnostic] = client.of(study).filter(each => each.code === 'theme.unknown');
  if (!diagnostic) throw new Error('no diagnostic');
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: client.uri(study) },
    range: diagnostic.range,
    context: { diagnostics: [diagnostic] },
  });
  const first = actions?.[0] as CodeAction;
  expect(first).toMatchObject({ title: 'Change to "giving-back"', kind: 'quickfix', isPreferred: true });
  expect(first.edit?.changes?.[client.uri(study)]).toEqual([{ range: diagnostic.range, newText: 'giving-back' }]);
});

test('severities of the client hold, and those of metasynth.yaml win over them', async () => {
  const other = new Client(sample.folder);
  await other.start({ severities: { 'citation.not-included': 'error', theme: 'off', argument: 'off', nonsense: 3 } });
  const citations = () => other.of('synthesis.md').filter(each => each.code === 'citation.not-included');
  await other.until(() => citations().length === 5 && other.codes('metasynth.yaml').length === 1);
  expect(citations().map(each => each.severity)).toEqual([1, 1, 1, 1, 1]);
  expect(other.codes('codebook.yaml')).toEqual([]);
  const settings = readFileSync(join(sample.folder, 'metasynth.yaml'), 'utf8');
  await other.open('metasynth.yaml', `${settings}\nseverities: {citation: hint, theme.undefined: warning}\n`);
  await other.until(() => citations().every(each => each.severity === 4) && other.codes('codebook.yaml').length === 1);
  expect(await other.stop()).toBe(0);
  expect(other.problems).toEqual([]);
});

test('nonsense from a client ends nothing', async () => {
  await client.change(
    'studies/never-opened.md',
    { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    'x',
  );
  await client.close('studies/never-opened.md');
  await client.touched('../outside.md', FileChangeType.Created);
  const hover = await client.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: 'untitled:Untitled-1' },
    position: { line: 99, character: 99 },
  });
  expect(hover).toBeNull();
});
