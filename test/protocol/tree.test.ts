import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  newReviewRequest,
  placeReportRequest,
  studiesLeftRequest,
  treeChangedNotification,
  treeRequest,
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
  client.connection.onNotification(treeChangedNotification, () => {
    told++;
  });
  await client.start();
  await client.until(() => client.diagnostics.size > 0);
}

afterEach(() => ended(client, sample));

const ask = (view: 'studies' | 'constructs' | 'reports', path: readonly string[] = [], reviewer = '') =>
  client.connection.sendRequest(treeRequest, { uri: client.uri('metasynth.yaml'), view, path, reviewer });

test('the published review has its studies, constructs and reports, each with its place', async () => {
  await open('peer-support');
  expect(await ask('studies')).toMatchObject([{ label: 'Done', description: '34', treePath: ['done'] }]);
  const studies = await ask('studies', ['done']);
  expect(studies).toHaveLength(34);
  expect(studies[0]).toMatchObject({
    label: 'Aiken & Thomson 2013',
    description: '8',
    name: 'aiken2013',
    at: { uri: client.uri('studies/aiken2013.md') },
  });
  const constructs = await ask('constructs');
  expect(constructs[0]?.description).toMatch(/^33 of 34 studies · thin in 8 findings$/);
  expect(constructs[0]).toMatchObject({
    at: { uri: client.uri('codebook.yaml') },
    section: { uri: client.uri('synthesis.md') },
  });
  const [theme] = await ask('constructs', constructs[0]!.treePath);
  const carriers = await ask('constructs', theme!.treePath);
  expect(theme!.description).toMatch(new RegExp(`^${carriers.length} stud(y|ies)`));
  const reports = await ask('reports');
  expect(reports.find(each => each.name === 'synthesis-table')?.placed).toBe(true);
});

test('a rater is told what is left for them, and that something has changed', async () => {
  await open('peer-support');
  const left = (reviewer: string) =>
    client.connection.sendRequest(studiesLeftRequest, { uri: client.uri('metasynth.yaml'), reviewer });
  expect([await left(''), await left('JM')]).toEqual([0, 34]);
  mkdirSync(join(sample.folder, 'appraisals'));
  await client.writeOnDisk('appraisals/JM.yaml', `gillard2013: {1: yes}\nmoran2012: {${answers}}\n`);
  await expect.poll(() => told, { timeout: 10_000 }).toBeGreaterThan(0);
  expect(await left('JM')).toBe(33);
  expect((await ask('studies', [], 'JM')).map(each => [each.name, each.description])).toEqual([
    ['todo', '32'],
    ['begun', '1'],
    ['done', '1'],
  ]);
});

test('a report is put where the cursor is, at the end otherwise, and its block is mended where there is one', async () => {
  await open('peer-support');
  const text = readFileSync(join(sample.folder, 'synthesis.md'), 'utf8');
  const uri = client.uri('synthesis.md');
  const place = (report: string, line?: number) =>
    client.connection.sendRequest(placeReportRequest, {
      uri,
      report,
      ...(line !== undefined && { before: { uri, line } }),
    });
  const lines = text.split('\n');
  const heading = lines.findIndex(line => line.startsWith('## Reframing'));
  const [edit] = (await place('characteristics', heading)).edits;
  expect(edit?.range.start).toEqual({ line: heading, character: 0 });
  expect(edit?.newText).toMatch(
    /^<!-- metasynth:characteristics -->\n[\s\S]*\n<!-- \/metasynth:characteristics -->\n\n$/,
  );
  const changed = [...lines.slice(0, heading), `${edit?.newText}${lines.slice(heading).join('\n')}`].join('\n');
  await client.writeOnDisk('synthesis.md', changed);
  await client.connection.sendRequest(studiesLeftRequest, { uri, reviewer: '' });
  // What was put there is what the block should hold, so that nothing is stale.
  expect(await place('characteristics', 0)).toMatchObject({ edits: [], manuscript: uri });
  const [atEnd] = (await place('confidence')).edits;
  expect(atEnd?.range.start.line).toBe(changed.split('\n').length - 1);
  // A line inside a block is no place for another.
  const table = changed.split('\n').findIndex(line => line.startsWith('| No. |'));
  expect((await place('confidence', table)).edits[0]?.range.start).toEqual(atEnd?.range.start);
  expect((await place('nothing')).problem).toBeDefined();
});

test('a new review is told and not written', async () => {
  await open('worked-example');
  const given = { title: 'A review', question: '', approach: '', raters: ['JM'] };
  const made = await client.connection.sendRequest(newReviewRequest, given);
  expect(made.files.map(each => each.path).sort()).toEqual([
    'codebook.yaml',
    'metasynth.yaml',
    'references.bib',
    'synthesis.md',
  ]);
  const refused = await client.connection.sendRequest(newReviewRequest, { ...given, raters: ['a/b'] });
  expect(refused).toMatchObject({ files: [], problem: expect.stringContaining('a/b') });
});

const answers = Array.from({ length: 10 }, (_, index) => `${index + 1}: yes`).join(', ');
