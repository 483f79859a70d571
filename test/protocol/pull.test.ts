import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DocumentDiagnosticRequest,
  type Range,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import { Client, copySample, ended } from './client.js';

const study = 'studies/gillard2013.md';
const pulls: ClientCapabilities = {
  textDocument: { diagnostic: { relatedInformation: true } },
  workspace: { diagnostics: { refreshSupport: true } },
};

let sample: ReturnType<typeof copySample>;
let client: Client;
let refreshed = 0;

async function start(options: unknown, capabilities: ClientCapabilities): Promise<void> {
  sample = copySample('peer-support');
  client = new Client(sample.folder);
  refreshed = 0;
  client.connection.onRequest(DiagnosticRefreshRequest.type, () => {
    refreshed++;
  });
  await client.start(options, capabilities);
}

afterEach(() => ended(client, sample));

async function pull(path: string, previousResultId?: string) {
  const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri: client.uri(path) },
    ...(previousResultId !== undefined && { previousResultId }),
  });
  const items: readonly Diagnostic[] = report.kind === 'full' ? report.items : [];
  return { kind: report.kind, id: report.resultId, codes: items.map(each => each.code) };
}

async function pullAll(): Promise<Map<string, readonly (string | number | undefined)[]>> {
  const { items } = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
  return new Map(items.map(each => [each.uri, each.kind === 'full' ? each.items.map(item => item.code) : []]));
}

const text = (): string => readFileSync(join(sample.folder, study), 'utf8');

function lineOf(words: string): Range {
  const line = text()
    .split('\n')
    .findIndex(each => each.includes(words));
  return { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
}

test('a client that can ask is not sent anything, and gets what it asks for', async () => {
  await start(undefined, pulls);
  expect(client.initialized?.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: true });
  await client.open(study, text());
  expect((await pull('synthesis.md')).codes).toContain('citation.not-included');
  expect((await pullAll()).get(client.uri('synthesis.md'))).toContain('citation.not-included');
  expect(client.diagnostics.size).toBe(0);
});

test('what a client has already is not sent again, and what has changed is', async () => {
  await start(undefined, pulls);
  await client.open(study, text());
  const before = await pull(study);
  expect(before.kind).toBe('full');
  expect((await pull(study, before.id)).kind).toBe('unchanged');
  await client.change(study, lineOf('country:'), '');
  await client.until(() => refreshed > 0);
  const after = await pull(study, before.id);
  expect(after.codes).toContain('characteristic.missing');
  expect((await pull(study, after.id)).kind).toBe('unchanged');
});

test('a client that is asked to wants them pushed, and can ask all the same without harm', async () => {
  await start({ push: true }, pulls);
  expect(client.initialized?.capabilities.diagnosticProvider).toBeUndefined();
  await client.until(() => client.codes('synthesis.md').includes('citation.not-included'));
});

test('a question about a file of no review, or one that is gone, is answered with nothing', async () => {
  await start(undefined, pulls);
  expect((await pull('elsewhere/nothing.md')).codes).toEqual([]);
});
