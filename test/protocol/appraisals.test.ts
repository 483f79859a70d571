import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import {
  type AnswerResult,
  answerRequest,
  appraisalFormRequest,
  appraisalsChangedNotification,
  appraisalsRequest,
  settleRequest,
} from '../../server/src/lsp/protocol.js';
import { Client, copySample, ended } from './client.js';

let sample: ReturnType<typeof copySample>;
let client: Client;
/** How often the server has said that something has changed. */
let told = 0;

async function open(name: string, prepare: () => void = () => {}): Promise<void> {
  sample = copySample(name);
  prepare();
  client = new Client(sample.folder);
  told = 0;
  client.connection.onNotification(appraisalsChangedNotification, () => {
    told++;
  });
  await client.start();
  await client.until(() => client.diagnostics.size > 0);
}

afterEach(() => ended(client, sample));

const pathOf = (file: string): string => join(sample.folder, file);
const read = (file: string): string => readFileSync(pathOf(file), 'utf8');

/** Writes what was answered on the disk, as an editor does that saves, and tells the server. */
async function apply({ edits, created, problem }: AnswerResult): Promise<void> {
  expect(problem).toBeUndefined();
  for (const { uri, text } of created) {
    const path = fileURLToPath(uri);
    expect(existsSync(path)).toBe(false);
    mkdirSync(join(path, '..'), { recursive: true });
    await client.writeOnDisk(path.slice(sample.folder.length + 1), text);
  }
  for (const { uri, range, expected, newText } of [...edits].reverse()) {
    const path = fileURLToPath(uri);
    const lines = readFileSync(path, 'utf8').split('\n');
    const offset = (line: number, character: number): number =>
      lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
    const text = lines.join('\n');
    const [from, to] = [offset(range.start.line, range.start.character), offset(range.end.line, range.end.character)];
    expect(text.slice(from, to)).toBe(expected);
    await client.writeOnDisk(path.slice(sample.folder.length + 1), text.slice(0, from) + newText + text.slice(to));
  }
}

test('a study is appraised from a review without any answers to a file that holds them', async () => {
  await open('peer-support');
  const uri = client.uri('studies/gillard2013.md');
  const list = await client.connection.sendRequest(appraisalsRequest, { uri, reviewer: '' });
  expect(list).toMatchObject({ known: true, inFront: 'gillard2013', studies: [] });
  expect(list!.people.map(each => each.id)).toEqual(['JM', 'JS', 'HRS']);
  const ask = { uri, study: 'gillard2013', reviewer: 'JM' };
  const empty = await client.connection.sendRequest(appraisalFormRequest, ask);
  expect(empty?.form).toMatchObject({ answered: 0, done: { done: 0, of: 34 }, others: [{ rater: 'JS', done: 0 }] });
  expect(empty?.form.questions).toHaveLength(10);
  expect(empty?.fullTextUri).toBeUndefined();
  await apply(await client.connection.sendRequest(answerRequest, { ...ask, item: '4', answer: 'no', because: 'a: b' }));
  await apply(await client.connection.sendRequest(answerRequest, { ...ask, item: '1', answer: 'yes' }));
  expect(read('appraisals/JM.yaml')).toBe('gillard2013:\n  1: yes\n  4: no\n  because:\n    4: >-\n      a: b\n');
  const form = await client.connection.sendRequest(appraisalFormRequest, ask);
  expect(form?.form.answered).toBe(2);
  expect(form?.form.questions[3]).toMatchObject({ answer: 'no', because: 'a: b' });
  await client.until(() => told > 0);
});

test('what the other has answered is not sent before both are done', async () => {
  await open('worked-example', () => {
    const path = join(sample.folder, 'appraisals/CD.yaml');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(
        '  10: yes\n  because:\n    4: >-\n      Only keepers',
        '  because:\n    4: >-\n      Only keepers',
      ),
    );
  });
  const uri = client.uri('metasynth.yaml');
  const ask = { uri, study: 'barnacleby2006', reviewer: 'AB' };
  const blind = await client.connection.sendRequest(appraisalFormRequest, ask);
  expect(blind?.form.comparison).toBeUndefined();
  expect(JSON.stringify(blind)).not.toContain('two winters behind them');
  const refused = await client.connection.sendRequest(settleRequest, { ...ask, item: '4', answer: 'no' });
  expect(refused.problem).toContain('Not all raters');
  await apply(
    await client.connection.sendRequest(answerRequest, { ...ask, reviewer: 'CD', item: '10', answer: 'yes' }),
  );
  const both = await client.connection.sendRequest(appraisalFormRequest, ask);
  expect(JSON.stringify(both?.form.comparison)).toContain('two winters behind them');
  await apply(
    await client.connection.sendRequest(settleRequest, { ...ask, reviewer: 'EF', item: '4', answer: 'no', by: ['EF'] }),
  );
  expect(read('appraisals/consensus.yaml')).toContain('barnacleby2006:\n  4: no\n  by: [EF]\n');
});

test('nobody who does not appraise is told or writes anything', async () => {
  await open('worked-example');
  const ask = { uri: client.uri('metasynth.yaml'), study: 'barnacleby2006', reviewer: 'ZZ' };
  expect(await client.connection.sendRequest(appraisalFormRequest, ask)).toBeNull();
  const answered = await client.connection.sendRequest(answerRequest, { ...ask, item: '1', answer: 'no' });
  expect(answered.problem).toContain('"ZZ" is no rater');
  const arbiter = await client.connection.sendRequest(answerRequest, {
    ...ask,
    reviewer: 'EF',
    item: '1',
    answer: 'no',
  });
  expect(arbiter.problem).toContain('"EF" is no rater');
  const settled = await client.connection.sendRequest(settleRequest, { ...ask, item: '4', answer: 'no' });
  expect(settled.problem).toContain('neither a rater nor the arbiter');
  const form = await client.connection.sendRequest(appraisalFormRequest, { ...ask, reviewer: 'ab' });
  expect(form?.fullTextUri).toBe(client.uri('fulltext/barnacleby2006.txt'));
});
