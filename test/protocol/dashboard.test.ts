import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import {
  type DashboardAsk,
  type DashboardResult,
  dashboardChangedNotification,
  dashboardRequest,
  workRequest,
} from '../../server/src/lsp/protocol.js';
import { Client, copySample, ended } from './client.js';

let sample: ReturnType<typeof copySample>;
let client: Client;
/** How often the server has said that something has changed. */
let told = 0;

async function open(name: string): Promise<void> {
  sample = copySample(name);
  client = new Client(sample.folder);
  told = 0;
  client.connection.onNotification(dashboardChangedNotification, () => {
    told++;
  });
  await client.start();
  await client.until(() => client.diagnostics.size > 0);
}

afterEach(() => ended(client, sample));

async function part(ask: DashboardAsk): Promise<DashboardResult> {
  const result = await client.connection.sendRequest(dashboardRequest, { uri: client.uri('metasynth.yaml'), ask });
  if (!result) throw new Error('There is no review.');
  return result;
}

test('the overview tells what the Problems view tells, and follows typing at once', async () => {
  await open('peer-support');
  const before = await part({ kind: 'overview' });
  expect(before.part).toMatchObject({ kind: 'overview', studies: 34, constructs: 2 });
  if (before.part.kind !== 'overview') throw new Error();
  const published = [...client.diagnostics.values()].flat().filter(each => Number(each.severity) <= 2).length;
  const counted = before.part.problems
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .reduce((sum, { count }) => sum + count, 0);
  expect(counted).toBe(published);
  expect(told).toBe(0);

  const path = 'codebook.yaml';
  const text = readFileSync(join(sample.folder, path), 'utf8');
  await client.open(path, text);
  const line = text.split('\n').findIndex(each => /^constructs:/.test(each)) + 1;
  const at = { line, character: 0 };
  await client.change(path, { start: at, end: at }, '  another: {label: Another one, order: 9}\n');
  const after = await part({ kind: 'overview' });
  expect(after.part).toMatchObject({ constructs: 3 });
  // It is told once typing rests, after all diagnostics.
  await vi.waitFor(() => expect(told).toBeGreaterThan(0), 10_000);
});

test('only what is asked for is made, and nothing is judged by asking', async () => {
  await open('peer-support');
  await client.connection.sendRequest(workRequest, {});
  for (const report of ['synthesis-table', 'matrix', 'appraisal', 'agreement', 'confidence']) {
    const { part: made, tables } = await part({ kind: 'table', report });
    expect(made).toMatchObject({ kind: 'table', report });
    expect(tables.map(each => each.name)).toContain(report);
  }
  const { part: figures } = await part({ kind: 'figures', report: 'flow' });
  expect(figures).toMatchObject({ kind: 'figures', figures: [{ name: 'flow' }] });
  expect(await client.connection.sendRequest(workRequest, {})).toMatchObject({ chunksRead: 0, subjectsJudged: 0 });
});

test('a cell leads to its field in the study’s file', async () => {
  await open('peer-support');
  const { part: table } = await part({ kind: 'table', report: 'synthesis-table', filter: 'gillard' });
  if (table.kind !== 'table') throw new Error();
  const ask = { kind: 'cell', report: 'synthesis-table', row: table.rows[0]!.id } as const;
  const { part: cell } = await part({ ...ask, column: table.header.indexOf('Country') });
  const place = cell.kind === 'cell' ? cell.place : undefined;
  expect(place?.path).toBe('studies/gillard2013.md');
  const line = readFileSync(join(sample.folder, place!.path), 'utf8').split('\n')[place!.line]!;
  expect(line.slice(place!.character, place!.endCharacter)).toBe('UK');
});
