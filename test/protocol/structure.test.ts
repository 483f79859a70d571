import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  DidOpenTextDocumentNotification,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  type FoldingRange,
  FoldingRangeRequest,
  LinkedEditingRangeRequest,
  type SelectionRange,
  SelectionRangeRequest,
  type SemanticTokens,
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { Client, copySample, ended } from './client.js';

let sample: ReturnType<typeof copySample>;
let client: Client;
const at = (path: string): { uri: string } => ({ uri: client.uri(path) });
const options = { tabSize: 4, insertSpaces: false };
const read = (path: string): string => readFileSync(join(sample.folder, path), 'utf8');

beforeEach(async () => {
  sample = copySample('worked-example');
  client = new Client(sample.folder);
  await client.start();
  await client.until(() => client.diagnostics.size > 0);
});

afterEach(() => ended(client, sample));

test('the server says that it answers for the structure of files', () => {
  expect(client.initialized?.capabilities).toMatchObject({
    documentSymbolProvider: { label: 'Metasynth' },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    linkedEditingRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    semanticTokensProvider: { full: { delta: true }, range: true },
  });
});

test('the outline of the manuscript: constructs with their findings, each range within its parent’s', async () => {
  const symbols = (await client.connection.sendRequest(DocumentSymbolRequest.type, {
    textDocument: at('synthesis.md'),
  })) as DocumentSymbol[];
  expect(symbols.map(each => each.name)).toContain('Making time habitable');
  const construct = symbols.find(each => each.name === 'Making time habitable');
  expect(construct?.children?.map(each => each.name)).toContain('What the garden gives');
  expect(construct?.detail).toMatch(/^5 findings, 4 studies$/);
});

test('folds: an own file’s, and none for a file that is not of the review', async () => {
  const folds = (path: string): Promise<FoldingRange[] | null> =>
    client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: at(path) });
  const found = await folds('codebook.yaml');
  const lines = read('codebook.yaml').split('\n');
  expect(found?.map(fold => lines[fold.startLine]?.trim())).toContain('abandoned-beds:');
  expect(await folds('README.md')).toBeNull();
  expect(await folds('elsewhere.yaml')).toBeNull();
});

test('a selection grows from the word to the file', async () => {
  const lines = read('synthesis.md').split('\n');
  const line = lines.findIndex(each => each.includes('[@thimblerigg1988]'));
  const character = lines[line]!.indexOf('thimblerigg1988') + 2;
  const [range] = (await client.connection.sendRequest(SelectionRangeRequest.type, {
    textDocument: at('synthesis.md'),
    positions: [{ line, character }],
  })) as SelectionRange[];
  expect(range?.range.start).toEqual({ line, character: character - 2 });
  let depth = 0;
  let outermost = range;
  for (; outermost?.parent; outermost = outermost.parent) depth++;
  expect(depth).toBeGreaterThan(4);
  expect(outermost?.range.start).toEqual({ line: 0, character: 0 });
});

test('tokens: whole, of a range, and what changes of them', async () => {
  const path = 'studies/barnacleby2006.md';
  await client.open(path, read(path));
  const textDocument = at(path);
  const whole = (await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument })) as SemanticTokens;
  expect(whole.data.length).toBeGreaterThan(50);
  const lines = { start: { line: 0, character: 0 }, end: { line: 14, character: 0 } };
  const part = (await client.connection.sendRequest(SemanticTokensRangeRequest.type, {
    textDocument,
    range: lines,
  })) as SemanticTokens;
  expect(whole.data.slice(0, part.data.length)).toEqual(part.data);
  expect(part.data.length).toBeGreaterThan(0);
  await client.change(path, { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, '\n');
  const delta = (await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
    textDocument,
    previousResultId: whole.resultId ?? '',
  })) as SemanticTokensDelta;
  expect(delta.edits).toHaveLength(1);
  expect(delta.edits[0]?.data?.length ?? 0).toBeLessThan(whole.data.length / 2);
});

test('a file is laid out with edits, whatever the editor’s tabs', async () => {
  const path = 'studies/kelpington2014.yaml';
  const text = read(path);
  const format = (): Promise<TextEdit[] | null> =>
    client.connection.sendRequest(DocumentFormattingRequest.type, { textDocument: at(path), options });
  await client.open(path, text);
  expect(await format()).toEqual([]);
  const line = text.split('\n').findIndex(each => each.startsWith('setting:'));
  await client.change(path, { start: { line, character: 8 }, end: { line, character: 8 } }, '   ');
  const spaces = { start: { line, character: 8 }, end: { line, character: 11 } };
  expect(await format()).toMatchObject([{ newText: '' }]);
  const edits = await client.connection.sendRequest(DocumentRangeFormattingRequest.type, {
    textDocument: at(path),
    options,
    range: spaces,
  });
  expect(edits).toMatchObject([{ newText: '', range: { start: { line }, end: { line } } }]);
});

test('the names of a block are linked', async () => {
  const lines = read('synthesis.md').split('\n');
  const line = lines.findIndex(each => each.includes('<!-- metasynth:synthesis-table'));
  const found = await client.connection.sendRequest(LinkedEditingRangeRequest.type, {
    textDocument: at('synthesis.md'),
    position: { line, character: lines[line]!.indexOf('synthesis') },
  });
  expect(found?.ranges).toHaveLength(2);
});

test('a file that is gone, and one of no review, are no failure', async () => {
  rmSync(join(sample.folder, 'studies/barnacleby2006.md'));
  await client.connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri: 'untitled:Untitled-1', languageId: 'yaml', version: 1, text: 'a: 1' },
  });
  for (const uri of [client.uri('studies/barnacleby2006.md'), 'untitled:Untitled-1', 'file:///elsewhere/x.md']) {
    const textDocument = { uri };
    const position = { line: 3, character: 1 };
    const none = [null, []];
    expect(none).toContainEqual(await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }));
    expect(await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument })).toBeNull();
    expect(await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument })).toBeNull();
    expect(
      await client.connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions: [position] }),
    ).toBeNull();
    expect(await client.connection.sendRequest(LinkedEditingRangeRequest.type, { textDocument, position })).toBeNull();
    expect(none).toContainEqual(
      await client.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options }),
    );
  }
});
