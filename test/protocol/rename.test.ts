import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  PrepareRenameRequest,
  RenameRequest,
  type TextEdit,
  WillRenameFilesRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { mergeThemesRequest, splitThemeRequest, themesRequest } from '../../server/src/lsp/protocol.js';
import { Client, copySample, ended } from './client.js';

const root = join(import.meta.dirname, '..', '..');

/** What VS Code says of itself, as far as renaming goes. */
const able: ClientCapabilities = {
  textDocument: { rename: { prepareSupport: true } },
  workspace: {
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      changeAnnotationSupport: {},
    },
    fileOperations: { willRename: true },
  },
};

let sample: ReturnType<typeof copySample>;
let client: Client;

async function open(name: string, capabilities: ClientCapabilities = able): Promise<void> {
  sample = copySample(name);
  client = new Client(sample.folder);
  await client.start(undefined, capabilities);
  await client.until(() => client.diagnostics.size > 0);
}

afterEach(() => ended(client, sample));

function read(path: string): string {
  return readFileSync(join(sample.folder, path), 'utf8');
}

/** The position of the first of some words in a file. */
function at(path: string, words: string): { line: number; character: number } {
  const before = read(path).split(words)[0]!.split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

/** Every file of the review by its path, its README left out. */
function files(): Map<string, string> {
  const paths = readdirSync(sample.folder, { recursive: true, withFileTypes: true });
  // The tour is no part of the review, and names things as they are.
  const found = paths
    .filter(each => each.isFile() && each.name !== 'README.md')
    .map(each => join(each.parentPath, each.name));
  return new Map(found.sort().map(path => [path.slice(sample.folder.length + 1), readFileSync(path, 'utf8')]));
}

/** Makes an edit of the workspace on the disk, as an editor does. */
function apply(edit: WorkspaceEdit): void {
  for (const [uri, edits] of Object.entries(edit.changes ?? {})) applyTo(uri, edits);
  for (const change of edit.documentChanges ?? []) {
    if (!('kind' in change)) applyTo(change.textDocument.uri, change.edits as TextEdit[]);
    else if (change.kind === 'rename') renameSync(fileURLToPath(change.oldUri), fileURLToPath(change.newUri));
    else throw new Error(`unexpected ${change.kind}`);
  }
}

function applyTo(uri: string, edits: readonly TextEdit[]): void {
  const path = fileURLToPath(uri);
  let text = readFileSync(path, 'utf8');
  const starts = [0, ...[...text.matchAll(/\n/g)].map(found => found.index + 1)];
  const offset = (place: { line: number; character: number }): number => starts[place.line]! + place.character;
  for (const { range, newText } of [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start))) {
    text = text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end));
  }
  writeFileSync(path, text);
}

/** What the command line finds in the review: each code, and how often. */
function found(): Record<string, number> {
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'out', 'metasynth.js'), 'check', sample.folder, '--format', 'json'],
    {
      encoding: 'utf8',
    },
  );
  const counts: Record<string, number> = {};
  for (const [, code] of stdout.matchAll(/"code":\s*"([^"]+)"/g)) counts[code!] = (counts[code!] ?? 0) + 1;
  return counts;
}

function lines(text: string): string[] {
  return text.split('\n');
}

describe('the sample of 34 studies', () => {
  beforeEach(() => open('peer-support'));

  test('a theme is renamed in every study, and back again', async () => {
    const before = files();
    const known = found();
    const textDocument = { uri: client.uri('codebook.yaml') };
    const position = at('codebook.yaml', 'giving-back:');
    const name = await client.connection.sendRequest(PrepareRenameRequest.type, { textDocument, position });
    expect(name).toMatchObject({ placeholder: 'giving-back' });
    apply((await client.connection.sendRequest(RenameRequest.type, { textDocument, position, newName: 'repaying' }))!);
    expect(found()).toEqual(known);
    const left = [...files().values()].flatMap(lines).filter(line => line.includes('giving-back'));
    expect(left).toEqual(['    aliases: [giving-back]']);
    for (const path of before.keys()) await client.touched(path);
    const again = { textDocument, position: at('codebook.yaml', 'repaying:'), newName: 'giving-back' };
    apply((await client.connection.sendRequest(RenameRequest.type, again))!);
    expect(files()).toEqual(before);
  });

  test('a study is renamed with its file, its work and its citations', async () => {
    const known = found();
    const textDocument = { uri: client.uri('synthesis.md') };
    const request = { textDocument, position: at('synthesis.md', 'gillard2013'), newName: 'gillard2014' };
    const edit = (await client.connection.sendRequest(RenameRequest.type, request))!;
    const [oldUri, newUri] = ['gillard2013', 'gillard2014'].map(key => client.uri(`studies/${key}.md`));
    // An editor that makes this edit asks what follows the move in it: all of that is in the edit.
    const move = { files: [{ oldUri: oldUri!, newUri: newUri! }] };
    expect(await client.connection.sendRequest(WillRenameFilesRequest.type, move)).toBeNull();
    expect(await client.connection.sendRequest(WillRenameFilesRequest.type, move)).not.toBeNull();
    apply(edit);
    expect(found()).toEqual(known);
    expect(
      [...files()]
        .filter(([path, text]) => path.includes('gillard2013') || text.includes('gillard2013'))
        .map(([path]) => path),
    ).toEqual([]);
  });

  test('a theme is merged into another, and no wording is lost', async () => {
    const known = found();
    const themes = await client.connection.sendRequest(themesRequest, { uri: client.uri('codebook.yaml') });
    const [from, into] = ['contributing', 'giving-back'].map(id => themes.find(each => each.id === id)!);
    const request = { uri: client.uri('codebook.yaml'), from: from!.id, into: into!.id };
    const { edit, summary, problem } = (await client.connection.sendRequest(mergeThemesRequest, request))!;
    expect(problem).toBeUndefined();
    expect(summary[0]).toBe(`${from!.label} (contributing) becomes part of ${into!.label} (giving-back).`);
    apply(edit!);
    // The theme that is gone may have been one of several that a complaint counts; nothing new is complained of.
    for (const [code, count] of Object.entries(found())) expect(known[code] ?? 0).toBeGreaterThanOrEqual(count);
    for (const study of from!.studies) expect(read(`studies/${study.key}.md`)).toMatch(/- giving-back: .*Contributing/);
    for (const path of files().keys()) await client.touched(path);
    const after = await client.connection.sendRequest(themesRequest, { uri: client.uri('codebook.yaml') });
    const carrying = new Set([...from!.studies, ...into!.studies].map(study => study.key));
    expect(new Set(after.find(each => each.id === 'giving-back')!.studies.map(study => study.key))).toEqual(carrying);
  });

  test('a merge and a split can be shown first, each edit to be confirmed', async () => {
    const uri = client.uri('codebook.yaml');
    const merge = await client.connection.sendRequest(mergeThemesRequest, {
      uri,
      from: 'contributing',
      into: 'giving-back',
      preview: true,
    });
    expect(merge?.edit?.changeAnnotations).toEqual({
      metasynth: { label: merge?.summary[0], description: merge?.summary[1], needsConfirmation: true },
    });
    expect(JSON.stringify(merge?.edit?.documentChanges)).toContain('"annotationId":"metasynth"');
    const split = { uri, from: 'giving-back', to: 'repaying', label: 'Repaying', studies: ['gillard2013'] };
    const done = await client.connection.sendRequest(splitThemeRequest, split);
    expect(done?.edit?.changeAnnotations).toBeUndefined();
    apply(done!.edit!);
    expect(read('studies/gillard2013.md')).toContain('- repaying: ');
  });

  test('what cannot be done is said in words', async () => {
    const textDocument = { uri: client.uri('codebook.yaml') };
    const position = at('codebook.yaml', 'giving-back:');
    const taken = client.connection.sendRequest(RenameRequest.type, { textDocument, position, newName: 'boundaries' });
    await expect(taken).rejects.toThrow('There is a theme "boundaries" already');
    const nothing = client.connection.sendRequest(PrepareRenameRequest.type, {
      textDocument,
      position: { line: 0, character: 3 },
    });
    await expect(nothing).rejects.toThrow('Nothing here has a name');
    const merge = { uri: textDocument.uri, from: 'giving-back', into: 'hope-for-all' };
    expect(await client.connection.sendRequest(mergeThemesRequest, merge)).toMatchObject({
      summary: [],
      problem: 'The codebook has no theme "hope-for-all".',
    });
  });

  test('the names follow a study whose file is renamed, and nothing follows one that only moves', async () => {
    expect(client.initialized?.capabilities.workspace?.fileOperations?.willRename?.filters).toHaveLength(1);
    expect(client.initialized?.capabilities.workspace?.workspaceFolders).toMatchObject({ supported: true });
    const known = found();
    const move = (to: string) =>
      client.connection.sendRequest(WillRenameFilesRequest.type, {
        files: [{ oldUri: client.uri('studies/gillard2013.md'), newUri: client.uri(to) }],
      });
    expect(await move('studies/old/gillard2013.md')).toBeNull();
    expect(await move('gillard2014.txt')).toBeNull();
    const edit = await move('studies/gillard2014.md');
    apply(edit!);
    renameSync(join(sample.folder, 'studies/gillard2013.md'), join(sample.folder, 'studies/gillard2014.md'));
    expect(found()).toEqual(known);
  });
});

describe('the sample that uses every feature', () => {
  beforeEach(() => open('worked-example', { textDocument: {} }));

  test('themes, constructs, findings, people and works are renamed without a trace of the old name', async () => {
    expect(client.initialized?.capabilities.renameProvider).toBe(true);
    const known = found();
    for (const [path, words, name, newName] of [
      ['codebook.yaml', 'green-calendar:', 'green-calendar', 'green-year'],
      ['codebook.yaml', 'company-across-absence:', 'company-across-absence', 'company'],
      ['synthesis.md', 'weeks-apart -->', 'weeks-apart', 'apart'],
      ['synthesis.md', 'quillfeather1997', 'quillfeather1997', 'quillfeather1998'],
    ] as const) {
      const request = { textDocument: { uri: client.uri(path) }, position: at(path, words), newName };
      apply((await client.connection.sendRequest(RenameRequest.type, request))!);
      for (const each of files().keys()) await client.touched(each);
      const left = [...files().values()]
        .flatMap(lines)
        .filter(line => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(line));
      expect(
        left.filter(line => !line.includes('aliases:')),
        name,
      ).toEqual([]);
    }
    expect(found()).toEqual(known);
  });

  test('a study is not renamed in an editor that cannot rename its file', async () => {
    const request = {
      textDocument: { uri: client.uri('translation.yaml') },
      position: at('translation.yaml', 'kelpington2014'),
      newName: 'kelp',
    };
    await expect(client.connection.sendRequest(RenameRequest.type, request)).rejects.toThrow('cannot rename files');
  });
});
