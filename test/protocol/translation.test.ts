import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import {
  compareNextRequest,
  translateCellRequest,
  translationChangedNotification,
  translationGridRequest,
} from '../../server/src/lsp/protocol.js';
import { Client, copySample, ended } from './client.js';

const able: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] } },
};

let sample: ReturnType<typeof copySample>;
let client: Client;

async function start(change: (folder: string) => void = () => {}): Promise<string> {
  sample = copySample('worked-example');
  change(sample.folder);
  client = new Client(sample.folder);
  // Whoever has asked for a grid is told of changes.
  client.connection.onNotification(translationChangedNotification, () => {});
  await client.start(undefined, able);
  await client.until(() => client.diagnostics.size > 0);
  return client.uri('metasynth.yaml');
}

afterEach(() => ended(client, sample));

const file = (folder: string): string => join(folder, 'translation.yaml');

/** The text of the translation once the edit is made. */
function made(edit: WorkspaceEdit): string {
  const before = existsSync(file(sample.folder)) ? readFileSync(file(sample.folder), 'utf8') : '';
  const edits: TextEdit[] =
    Object.values(edit.changes ?? {})[0] ??
    (edit.documentChanges ?? []).flatMap(each =>
      'edits' in each ? ((each as TextDocumentEdit).edits as TextEdit[]) : [],
    );
  const lines = before.split('\n');
  const offset = (line: number, character: number): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return [...edits]
    .sort(
      (a, b) =>
        offset(b.range.start.line, b.range.start.character) - offset(a.range.start.line, a.range.start.character),
    )
    .reduce(
      (text, { range: { start, end }, newText }) =>
        text.slice(0, offset(start.line, start.character)) + newText + text.slice(offset(end.line, end.character)),
      before,
    );
}

describe('the translation', () => {
  test('is a grid in which every cell of the sample has been compared', async () => {
    const uri = await start();
    const grid = await client.connection.sendRequest(translationGridRequest, { uri });
    expect(grid).toMatchObject({ compared: 15, total: 15, file: client.uri('translation.yaml') });
    expect(grid!.cells.map(row => row.map(cell => cell.relation))).toEqual([
      ['reciprocal', 'reciprocal', 'refutational', 'absent', 'reciprocal'],
      ['reciprocal', 'reciprocal', 'reciprocal', 'reciprocal', 'reciprocal'],
      ['absent', 'absent', 'absent', 'reciprocal', 'absent'],
    ]);
    const next = await client.connection.sendRequest(compareNextRequest, { uri });
    expect(next).toMatchObject({ page: expect.stringContaining('Every study has been compared') });
    expect(next!.study).toBeUndefined();
  });

  test('takes a cell by the smallest edit', async () => {
    const uri = await start();
    const result = await client.connection.sendRequest(translateCellRequest, {
      ...{ uri, construct: 'grieving-for-ground', study: 'saltmarrow2021' },
      ...{ relation: 'unclear', note: 'They say: "nobody" # asked.' },
    });
    const before = readFileSync(file(sample.folder), 'utf8');
    const last = before.lastIndexOf('    relation: absent');
    expect(made(result!.edit!)).toBe(
      `${before.slice(0, last)}    relation: unclear\n    note: >-\n      They say: "nobody" # asked.\n`,
    );
    expect(
      await client.connection.sendRequest(translateCellRequest, { uri, construct: 'nothing', study: 'saltmarrow2021' }),
    ).toEqual({ problem: 'The construct or the study of this cell is not there any more.' });
  });

  test('of a study that is next comes with its cells, to do, and then leads to them', async () => {
    const uri = await start(folder => {
      const text = readFileSync(file(folder), 'utf8');
      const from = text.indexOf('  - construct: company-across-absence\n    study: kelpington2014');
      const to = text.indexOf('  - construct: company-across-absence\n    study: puffinsworth2018');
      writeFileSync(file(folder), text.slice(0, from) + text.slice(to));
    });
    const next = await client.connection.sendRequest(compareNextRequest, { uri });
    expect(next).toMatchObject({ study: 'kelpington2014', file: client.uri('translation.yaml') });
    expect(next!.page).toContain('### Company across absence');
    expect(next!.page).toContain('Correspondence with people who cannot reply gave the construct its first name.');
    expect(next!.cell).toBeUndefined();
    const text = made(next!.edit!);
    expect(text).toContain(
      '  - construct: company-across-absence\n    study: kelpington2014\n    relation: to do\n  - construct: company-across-absence\n    study: puffinsworth2018\n',
    );
    await client.open('translation.yaml', text);
    const again = await client.connection.sendRequest(compareNextRequest, { uri });
    expect(again!.edit).toBeUndefined();
    expect(text.split('\n')[again!.cell!.start.line]).toBe('  - construct: company-across-absence');
  });

  test('begins with a file that is not there yet', async () => {
    const uri = await start(folder => rmSync(file(folder)));
    const grid = await client.connection.sendRequest(translationGridRequest, { uri });
    expect(grid).toMatchObject({ compared: 0, total: 15 });
    const next = await client.connection.sendRequest(compareNextRequest, { uri });
    expect(next!.edit!.documentChanges?.[0]).toMatchObject({ kind: 'create', uri: client.uri('translation.yaml') });
    expect(made(next!.edit!).match(/relation: to do/g)).toHaveLength(3);
  });
});
