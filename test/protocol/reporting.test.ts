import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionTriggerKind,
  type CompletionList,
  CompletionRequest,
  type Hover,
  HoverRequest,
  type Position,
} from 'vscode-languageserver-protocol/node';
import { type ReviewStatus, reportRequest, statusNotification } from '../../server/src/lsp/protocol.js';
import { Client, copySample, ended } from './client.js';

let sample: ReturnType<typeof copySample>;
let client: Client;
let told: readonly ReviewStatus[] = [];

async function open(name: string): Promise<void> {
  sample = copySample(name);
  client = new Client(sample.folder);
  told = [];
  client.connection.onNotification(statusNotification, ({ reviews }) => {
    told = reviews;
  });
  await client.start({ commands: true });
  await untilTold(() => told.length > 0);
}

afterEach(() => ended(client, sample));

/** Notifications of the status wake nobody, so they are looked for now and then. */
async function untilTold(condition: () => boolean): Promise<void> {
  for (let left = 400; !condition(); left--) {
    if (left === 0) throw new Error(`the status is ${JSON.stringify(told)}`);
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}

function text(path: string): string {
  return readFileSync(join(sample.folder, path), 'utf8');
}

/** The place at the end of some words of the manuscript. */
function after(manuscript: string, words: string): Position {
  const before = manuscript.slice(0, manuscript.indexOf(words) + words.length).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

const coverage = (): string =>
  (told[0]?.reporting ?? []).map(each => `${each.name} ${each.present}/${each.total}`).join(', ');

test('the status tells how much of each standard is reported, and follows what is typed and taken away', async () => {
  await open('peer-support');
  expect(coverage()).toBe('ENTREQ 15/21, PRISMA-S 1/16');
  const manuscript = text('synthesis.md');
  await client.open('synthesis.md', manuscript);
  const at = after(manuscript, 'The platforms and the number of records from each database are not known to us.');
  await client.change('synthesis.md', { start: at, end: at }, ' <!-- reports: entreq 3, prisma-s 12-13 -->');
  await untilTold(() => coverage() === 'ENTREQ 16/21, PRISMA-S 3/16');
  await client.change('synthesis.md', { start: at, end: { line: at.line, character: at.character + 43 } }, '');
  await untilTold(() => coverage() === 'ENTREQ 15/21, PRISMA-S 1/16');
  const settings = text('metasynth.yaml');
  await client.open('metasynth.yaml', settings);
  const top = { line: 0, character: 0 };
  await client.change('metasynth.yaml', { start: top, end: top }, 'reporting: [emerge]\n');
  await untilTold(() => coverage() === 'eMERGe 2/19');
});

test('items are completed and summed up where they are written', async () => {
  await open('worked-example');
  const manuscript = text('synthesis.md').replace('<!-- reports: entreq 10 -->', '<!-- reports: entreq  -->');
  await client.open('synthesis.md', manuscript);
  const textDocument = { uri: client.uri('synthesis.md') };
  const list = (await client.connection.sendRequest(CompletionRequest.type, {
    textDocument,
    position: after(manuscript, '<!-- reports: entreq '),
  })) as CompletionList;
  // The first passage in the text that begins so is another one; the item that nothing reports comes first in each.
  expect(list.items[0]).toMatchObject({ label: '10' });
  const hover = (await client.connection.sendRequest(HoverRequest.type, {
    textDocument,
    position: after(manuscript, '<!-- reports: entreq 11'),
  })) as Hover;
  expect(JSON.stringify(hover.contents)).toContain('ENTREQ 11: Appraisal tool');
});

test('an action says what a passage reports, and goes on where its items are chosen', async () => {
  await open('peer-support');
  const manuscript = text('synthesis.md');
  const position = after(manuscript, 'The platforms and');
  const actions = (await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: client.uri('synthesis.md') },
    range: { start: position, end: position },
    context: { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked },
  })) as CodeAction[];
  const titles = actions.map(each => each.title);
  expect(titles).toContain('Say that this passage reports ENTREQ 3 (Approach to searching)');
  const listed = actions.find(each => each.title === 'Say that this passage reports …');
  expect(listed?.command).toMatchObject({
    command: 'metasynth.completeAt',
    arguments: [client.uri('synthesis.md'), {}],
  });
  expect(JSON.stringify(listed?.edit)).toContain(' <!-- reports:  -->');
});

test('a misspelt standard is told, and what is not reported yet once the review is final', async () => {
  await open('peer-support');
  const settings = text('metasynth.yaml');
  expect(client.codes('synthesis.md')).not.toContain('reporting.missing-item');
  await client.writeOnDisk('metasynth.yaml', settings.replace('status: draft', 'status: final'));
  await client.until(() => client.codes('synthesis.md').filter(each => each === 'reporting.missing-item').length === 2);
  await client.writeOnDisk('metasynth.yaml', settings);
  await client.until(() => !client.codes('synthesis.md').includes('reporting.missing-item'));
  await client.writeOnDisk('synthesis.md', text('synthesis.md').replace('reports: entreq 1 ', 'reports: entrek 1 '));
  await client.until(() => client.codes('synthesis.md').includes('reporting.unknown-item'));
  const [found] = client.of('synthesis.md').filter(each => each.code === 'reporting.unknown-item');
  expect(found?.message).toContain('Did you mean "entreq"?');
});

test('the checklist comes as a document of its own, and goes into its block in the manuscript', async () => {
  await open('peer-support');
  const ask = () =>
    client.connection.sendRequest(reportRequest, { uri: client.uri('synthesis.md'), report: 'checklist' });
  const alone = await ask();
  expect(alone?.manuscript).toBeUndefined();
  expect(alone?.markdown).toContain('ENTREQ: 15 of 21 items are reported.');
  expect(alone?.markdown).toContain('2.1 Search (synthesis.md, line 14)');
  const block = '\n<!-- metasynth:checklist -->\n<!-- /metasynth:checklist -->\n';
  writeFileSync(join(sample.folder, 'synthesis.md'), text('synthesis.md') + block);
  await client.touched('synthesis.md');
  await client.until(() => client.codes('synthesis.md').includes('block.stale'));
  const inside = await ask();
  expect(inside?.edits).toHaveLength(1);
  expect(inside?.edits[0]?.newText).not.toMatch(/line \d/);
});
