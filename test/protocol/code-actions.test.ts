import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  type Diagnostic,
  DocumentLinkRequest,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { Client, copySample, ended } from './client.js';

/** What VS Code says of itself, as far as actions go. */
const able: ClientCapabilities = {
  textDocument: {
    codeAction: { dataSupport: true, disabledSupport: true, resolveSupport: { properties: ['edit'] } },
  },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] } },
};

let sample: ReturnType<typeof copySample>;
let client: Client;

async function open(capabilities: ClientCapabilities = able): Promise<void> {
  sample = copySample('peer-support');
  client = new Client(sample.folder);
  await client.start(undefined, capabilities);
  await client.until(() => client.codes('synthesis.md').includes('citation.not-included'));
}

afterEach(() => ended(client, sample));

function read(path: string): string {
  return readFileSync(join(sample.folder, path), 'utf8');
}

/** Actions for some diagnostics, or at the first line of some words. */
async function actions(
  path: string,
  at: readonly Diagnostic[] | string,
  more: { only?: string[]; triggerKind?: CodeActionTriggerKind } = {},
): Promise<CodeAction[]> {
  const line = typeof at === 'string' ? read(path).split(at)[0]!.split('\n').length - 1 : 0;
  const here = { start: { line, character: 0 }, end: { line, character: 0 } };
  const found = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: client.uri(path) },
    range: typeof at === 'string' ? here : at[0]!.range,
    context: { diagnostics: typeof at === 'string' ? [] : [...at], ...more },
  });
  return (found ?? []) as CodeAction[];
}

describe('quick fixes', () => {
  test('mend one diagnostic, and all of a kind once that is resolved', async () => {
    await open();
    const wrong = read('studies/gillard2013.md')
      .replace('  - boundaries\n', '  - boundares\n')
      .replace('country: UK', 'contry: UK');
    await client.open('studies/gillard2013.md', wrong);
    const other = read('studies/moran2012.md').replace(/ {2}- (\S+)\n/, '  - $1x\n');
    await client.open('studies/moran2012.md', other);
    const codes = (path: string) => client.codes(path).includes('theme.unknown');
    await client.until(() => codes('studies/gillard2013.md') && codes('studies/moran2012.md'));
    const unknown = client.of('studies/gillard2013.md').filter(each => each.code === 'theme.unknown');
    const found = await actions('studies/gillard2013.md', unknown, { only: ['quickfix'] });
    expect(found[0]).toMatchObject({ title: 'Change to "boundaries"', isPreferred: true, kind: 'quickfix' });
    const all = found.find(each => /^Mend all 2/.test(each.title))!;
    expect(all.edit).toBeUndefined();
    const resolved = await client.connection.sendRequest(CodeActionResolveRequest.type, all);
    expect(Object.keys(resolved.edit?.changes ?? {}).sort()).toEqual([
      client.uri('studies/gillard2013.md'),
      client.uri('studies/moran2012.md'),
    ]);
  });

  test('come with their edits for a client that does not resolve', async () => {
    await open({ textDocument: { codeAction: {} } });
    for (const key of ['gillard2013', 'moran2012']) {
      const path = `studies/${key}.md`;
      await client.open(path, read(path).replace(/ {2}- (\S+)\n/, '  - $1x\n'));
      await client.until(() => client.codes(path).includes('theme.unknown'));
    }
    const unknown = client.of('studies/moran2012.md').filter(each => each.code === 'theme.unknown');
    const found = await actions('studies/moran2012.md', unknown);
    expect(found.find(each => /^Mend all 2/.test(each.title))?.edit).toBeDefined();
  });
});

describe('refactorings', () => {
  test('are offered when asked for, and light no lamp by themselves', async () => {
    await open();
    const path = 'studies/gillard2013.md';
    const asked = await actions(path, 'casp:', { triggerKind: CodeActionTriggerKind.Invoked });
    expect(asked.map(each => [each.title.split(':')[0], each.kind])).toEqual([
      ['Turn the total into items', 'refactor.rewrite'],
      ['Convert this study to YAML', 'refactor.rewrite'],
    ]);
    expect(await actions(path, 'casp:', { triggerKind: CodeActionTriggerKind.Automatic })).toEqual([]);
    expect(await actions(path, 'casp:', { only: ['refactor.extract'] })).toEqual([]);
    expect(await actions(path, 'casp:', { only: ['refactor'] })).toHaveLength(2);
  });

  test('create and move files where the client can', async () => {
    await open();
    const [items, convert] = await actions('studies/gillard2013.md', 'casp:', { only: ['refactor.rewrite'] });
    const changes = items?.edit?.documentChanges ?? [];
    expect(changes.filter(each => 'kind' in each && each.kind === 'create').length).toBeGreaterThan(0);
    const moved = convert?.edit?.documentChanges ?? [];
    expect(moved.map(each => ('kind' in each ? each.kind : 'edit'))).toEqual(['edit', 'rename']);
    const text = (moved[0] as TextDocumentEdit).edits.map(each => ('newText' in each ? each.newText : '')).join('');
    expect(text).toContain('casp: 8');
  });

  test('are not offered where it cannot', async () => {
    await open({});
    expect(await actions('studies/gillard2013.md', 'casp:', { only: ['refactor'] })).toEqual([]);
  });
});

test('links lead from metasynth.yaml to the files that it names', async () => {
  await open();
  const links = await client.connection.sendRequest(DocumentLinkRequest.type, {
    textDocument: { uri: client.uri('metasynth.yaml') },
  });
  const targets = (links ?? []).map(each => each.target);
  for (const path of ['codebook.yaml', 'references.bib', 'synthesis.md']) {
    expect(targets).toContain(client.uri(path));
  }
});
