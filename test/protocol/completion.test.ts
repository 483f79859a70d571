import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  type MarkupContent,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { Client, copySample, ended } from './client.js';

let sample: ReturnType<typeof copySample>;
let client: Client;

beforeEach(async () => {
  sample = copySample('peer-support');
  client = new Client(sample.folder);
  await client.start();
  await client.until(() => client.codes('synthesis.md').includes('citation.not-included'));
});

afterEach(() => ended(client, sample));

/** Opens a file of the sample with `words` replaced, and completes at the `¦` that the replacement has. */
async function completeIn(path: string, words: string, put: string): Promise<CompletionList | null> {
  const text = readFileSync(join(sample.folder, path), 'utf8');
  expect(text).toContain(words);
  const marked = text.replace(words, put);
  const before = marked.slice(0, marked.indexOf('¦')).split('\n');
  await client.open(path, marked.replace('¦', ''));
  return (await client.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri: client.uri(path) },
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  })) as CompletionList | null;
}

function itemOf(list: CompletionList | null, label: string): CompletionItem {
  const found = list?.items.find(each => each.label === label);
  if (!found) throw new Error(`${label} is not among ${list?.items.map(each => each.label).join(', ')}`);
  return found;
}

test('the server says that it completes, on which signs, and that it documents items when asked', () => {
  expect(client.initialized?.capabilities.completionProvider).toMatchObject({ resolveProvider: true });
  expect(client.initialized?.capabilities.completionProvider?.triggerCharacters).toEqual(
    expect.arrayContaining(['@', '#', ':', '-', '[', ',', ' ', '<']),
  );
});

test('a theme is found by a word of its label, replaces what was typed, and is documented when asked', async () => {
  const list = await completeIn('studies/gillard2013.md', '  - boundaries\n', '  - boundaries\n  - self est¦\n');
  const item = itemOf(list, 'enhanced-self-esteem');
  expect(item).toMatchObject({ kind: CompletionItemKind.Keyword, detail: 'Enhanced self-esteem · 1 study' });
  const { range, newText } = item.textEdit as TextEdit;
  expect([range.start.character, range.end.character, newText]).toEqual([4, 12, 'enhanced-self-esteem']);
  expect(item.documentation).toBeUndefined();
  const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, item);
  expect((resolved.documentation as MarkupContent).value).toContain('**Enhanced self\\-esteem** · 1 study');
});

test('a theme that is accepted is known', async () => {
  const list = await completeIn('studies/gillard2013.md', '  - boundaries\n', '  - belo¦\n');
  await client.until(() => client.codes('studies/gillard2013.md').includes('theme.unknown'));
  const { range, newText } = itemOf(list, 'belonging').textEdit as TextEdit;
  await client.change('studies/gillard2013.md', range, newText);
  await client.until(() => !client.codes('studies/gillard2013.md').includes('theme.unknown'));
});

test('a citation completes while its bracket is open, by what the manuscript does not cite in the sentence yet', async () => {
  const list = await completeIn('synthesis.md', '\n## ', '\nPeers feel useful [@gillard2013; @¦\n\n## ');
  expect(list?.isIncomplete).toBe(false);
  expect(list?.items.map(each => each.label)).not.toContain('Gillard et al. 2013');
  expect(itemOf(list, 'Moran et al. 2012')).toMatchObject({ textEdit: { newText: 'moran2012' } });
});

test('a group of metasynth.yaml completes in the filter of a checked number', async () => {
  const list = await completeIn('synthesis.md', '\n## ', '\nOf 15<!-- = studies where group:¦ -->\n\n## ');
  expect(list?.items.map(each => each.label)).toContain('non-communicable');
});

test('prose, and files that belong to no review, are left alone', async () => {
  expect((await completeIn('synthesis.md', '\n## ', '\nPeers feel ¦\n\n## '))?.items).toEqual([]);
  const outside = await client.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri: 'untitled:Untitled-1' },
    position: { line: 0, character: 0 },
  });
  expect(outside).toBeNull();
});

test('a client without places to fill in is given plain text alone', async () => {
  const list = await completeIn('studies/gillard2013.md', 'country: UK\n', '¦\n');
  expect(itemOf(list, 'country')).toMatchObject({ textEdit: { newText: 'country: ' } });
  expect(list?.items.filter(each => each.insertTextFormat !== undefined)).toEqual([]);
});

test('nonsense from a client ends nothing', async () => {
  const position = { line: 99_999, character: 99_999 };
  await client.open('synthesis.md', 'x');
  const far = await client.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri: client.uri('synthesis.md') },
    position,
  });
  expect((far as CompletionList).items).toEqual([]);
  const item: CompletionItem = { label: 'x', data: { uri: 3, about: { kind: 'theme' } } };
  expect(await client.connection.sendRequest(CompletionResolveRequest.type, item)).toEqual(item);
  const gone: CompletionItem = {
    label: 'x',
    data: { uri: client.uri('synthesis.md'), about: { kind: 'no', id: 'x' } },
  };
  expect(await client.connection.sendRequest(CompletionResolveRequest.type, gone)).toEqual(gone);
});
