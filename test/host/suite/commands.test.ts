import assert from 'assert';
import * as vscode from 'vscode';
import { activated, closeAll, fileOf, open, undo, until } from './support.js';

/** What a reader sees that no tool would write, so that a block which holds it is stale. */
const STALE = 'A line that does not belong here.';

suite('commands', () => {
  suiteSetup(activated);
  teardown(closeAll);

  test('Generate Synthesis Table brings the manuscript’s table up to date, or opens one', () =>
    generates('metasynth.generateSynthesisTable', /\|.*\|\n\|[ :|-]+\|/));

  test('Generate Line-of-Argument Outline brings the manuscript’s outline up to date, or opens one', () =>
    generates('metasynth.generateOutline', /Reframing of identity/i));

  test('Generate Reporting Checklist opens the filled checklist, or brings the manuscript’s up to date', () =>
    generates('metasynth.generateChecklist', /ENTREQ: \d+ of 21 items/));

  test('without a block in the manuscript, the table opens as a new document, and no file is changed', async () => {
    const editor = await open(fileOf('synthesis.md'));
    const { document } = editor;
    const text = document.getText();
    const block = /<!-- metasynth:synthesis-table -->[\s\S]*?<!-- \/metasynth:synthesis-table -->\n/.exec(text);
    assert.ok(block, 'the manuscript has a block for the table');
    const range = new vscode.Range(
      document.positionAt(block.index),
      document.positionAt(block.index + block[0].length),
    );
    await editor.edit(edit => edit.delete(range));
    const without = document.getText();
    await vscode.commands.executeCommand('metasynth.generateSynthesisTable');
    const { value: made } = await until('a new document opens', () =>
      vscode.workspace.textDocuments.find(
        other => other.isUntitled && other.getText().includes('| 34 | Yuen & Fossey 2003 |'),
      ),
    );
    assert.equal(made.languageId, 'markdown');
    assert.equal(document.getText(), without, 'the manuscript is left alone');
    await undo(editor);
    assert.equal(document.getText(), text);
  });

  test('Update All brings every block up to date in one edit, and says when there is nothing to do', async () => {
    const editor = await open(fileOf('synthesis.md'));
    const { document } = editor;
    const fresh = document.getText();
    await makeBlocksStale(editor);
    const stale = document.getText();
    assert.ok(count(stale, STALE) > 1, 'there are several blocks');
    await vscode.commands.executeCommand('metasynth.updateAll');
    await until('all blocks are up to date', () => document.getText() === fresh);
    await undo(editor);
    assert.equal(document.getText(), stale, 'one undo takes the whole change back');
    await vscode.commands.executeCommand('metasynth.updateAll');
    const { version } = document;
    await vscode.commands.executeCommand('metasynth.updateAll');
    assert.equal(document.version, version, 'what is up to date is left alone');
  });

  test('Export Report writes a file in the format that is chosen', async () => {
    await open(fileOf('synthesis.md'));
    for (const [format, head] of [
      ['docx', 'PK'],
      ['xlsx', 'PK'],
      ['html', '<!doctype html>'],
    ] as const) {
      const target = fileOf(`exported.${format}`);
      await vscode.commands.executeCommand('metasynth.exportReport', { report: 'synthesis-table', format, target });
      const bytes = await vscode.workspace.fs.readFile(target);
      assert.equal(String.fromCharCode(...bytes.slice(0, head.length)), head);
      await vscode.workspace.fs.delete(target);
    }
  });

  test('Draft Results Section puts in what is missing as one edit, and shows it', async () => {
    const editor = await open(fileOf('synthesis.md'));
    const { document } = editor;
    const whole = document.getText();
    const section = /^## Therapeutic use of self[\s\S]*?(?=^## )/m.exec(whole);
    assert.ok(section, 'the manuscript has the section');
    const range = new vscode.Range(
      document.positionAt(section.index),
      document.positionAt(section.index + section[0].length),
    );
    await editor.edit(edit => edit.delete(range));
    const without = document.getText();
    await vscode.commands.executeCommand('metasynth.draftResults');
    await until('the section is drafted', () =>
      document.getText().includes('<!-- = studies where construct:use-of-self -->'),
    );
    const drafted = document.getText();
    assert.match(drafted, /^## Therapeutic use of self, enhancing responsibility\n\nOf 34<!-- = studies -->/m);
    assert.match(drafted, /\*\*Boundaries\*\* \(5<!-- = studies where theme:boundaries --> studies\) \[@gillard2013; /);
    const shown = vscode.window.activeTextEditor;
    assert.ok(shown);
    assert.equal(shown.document.uri.toString(), document.uri.toString());
    assert.match(document.lineAt(shown.selection.active.line).text, /metasynth:flow|Therapeutic use of self/);
    await undo(editor);
    assert.equal(document.getText(), without, 'one undo takes all of it back');
    await undo(editor);
    assert.equal(document.getText(), whole);
    for (const name of ['flow', 'characteristics']) {
      await vscode.workspace.fs.delete(fileOf(`figures/${name}.svg`));
    }
  });

  test('every command that the extension offers exists', async () => {
    const extension = vscode.extensions.getExtension('metasynth.metasynth');
    const offered: { command: string }[] = extension?.packageJSON.contributes?.commands ?? [];
    const existing = new Set(await vscode.commands.getCommands(true));
    assert.ok(offered.length > 0, 'it offers no command');
    assert.deepEqual(
      offered.map(({ command }) => command).filter(command => !existing.has(command)),
      [],
    );
  });
});

/**
 * Runs a command over a manuscript whose generated blocks are stale. It may mend a block, in one edit that can be
 * undone, or open a new document.
 */
async function generates(command: string, content: RegExp): Promise<void> {
  const editor = await open(fileOf('synthesis.md'));
  const { document } = editor;
  await makeBlocksStale(editor);
  const before = document.getText();
  const known = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  const opened = () =>
    vscode.workspace.textDocuments.find(other => !known.has(other.uri.toString()) && content.test(other.getText()));

  await vscode.commands.executeCommand(command);
  const { value: result } = await until(`${command} changes the manuscript or opens a document`, () =>
    document.getText() === before ? opened() : document,
  );
  assert.match(result.getText(), content);
  if (result !== document) {
    assert.equal(result.languageId, 'markdown');
    assert.equal(document.getText(), before, 'the manuscript is left alone');
    return;
  }
  assert.ok(count(document.getText(), STALE) < count(before, STALE), 'no stale block was mended');
  await undo(editor);
  assert.equal(document.getText(), before, 'one undo takes the whole change back');
}

/** Adds a line to each generated block, as one edit. */
async function makeBlocksStale(editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const ends = [...document.getText().matchAll(/^<!-- \/metasynth:/gm)];
  await editor.edit(edit => {
    for (const { index } of ends) edit.insert(document.positionAt(index), `${STALE}\n\n`);
  });
}

const count = (text: string, part: string): number => text.split(part).length - 1;
