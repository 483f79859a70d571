import assert from 'assert';
import * as vscode from 'vscode';
import { type Api, activated, closeAll, fileOf, open, rangeOf, review, undo, until } from './support.js';

let api: Api;

suite('the views of a review', () => {
  suiteSetup(async () => {
    api = await activated();
  });
  teardown(closeAll);

  test('show its studies by the state of their appraisal, and a click leads to the file', async () => {
    const [done] = await drawn('studies');
    assert.equal(done?.item.label, 'Done');
    assert.equal(done?.item.description, '34');
    const studies = await drawn('studies', done?.node);
    assert.equal(studies.length, 34);
    await run(studies[0]?.item);
    await until('the study is in front', () => isInFront('studies/aiken2013.md'));
  });

  test('show what stands behind constructs and themes, and a click leads to the line', async () => {
    const [construct] = await drawn('constructs');
    assert.match(String(construct?.item.label), /^Reframing of identity/);
    assert.match(String(construct?.item.description), /^33 of 34 studies/);
    assert.equal(construct?.item.contextValue, 'construct.written');
    const [theme] = await drawn('constructs', construct?.node);
    await run(theme?.item);
    await until('the codebook is in front', () => isInFront('codebook.yaml'));
    const editor = vscode.window.activeTextEditor!;
    assert.ok(editor.selection.active.line > 0);
    const studies = await drawn('constructs', theme?.node);
    assert.ok(studies.length > 0);
    await vscode.commands.executeCommand('metasynth.tree.openSection', construct?.node);
    await until('the manuscript is in front', () => isInFront('synthesis.md'));
  });

  test('open a report as Markdown without a file, and put it into the manuscript in one edit', async () => {
    const reports = await drawn('reports');
    const matrix = reports.find(({ item }) => item.label === 'Matrix');
    await run(matrix?.item);
    await until(
      'the report is in front',
      () => vscode.window.activeTextEditor?.document.uri.scheme === 'metasynth-report',
    );
    assert.match(vscode.window.activeTextEditor!.document.getText(), /Use of self/);
    const editor = await open(fileOf('synthesis.md'));
    const before = editor.document.getText();
    const { start } = rangeOf(editor.document, '## Reframing of identity');
    editor.selection = new vscode.Selection(start, start);
    const confidence = reports.find(({ item }) => item.label === 'Confidence');
    await vscode.commands.executeCommand('metasynth.tree.placeReport', confidence?.node);
    await until('the block stands there', () =>
      editor.document.getText().includes('<!-- /metasynth:confidence -->\n\n## Reframing of identity'),
    );
    await undo(editor);
    assert.equal(editor.document.getText(), before);
  });

  test('a review is started beside the other, without writing over anything', async () => {
    const folder = vscode.Uri.joinPath(review(), 'another');
    const given = { folder, title: 'Another', question: 'What?', approach: '', raters: ['AB'] };
    try {
      await vscode.commands.executeCommand('metasynth.startReview', given);
      const settings = vscode.Uri.joinPath(folder, 'metasynth.yaml');
      const written = new TextDecoder().decode(await vscode.workspace.fs.readFile(settings));
      assert.match(written, /^title: Another$/m);
      await until('its file is in front', () => isInFront('another/metasynth.yaml'));
      await untilAsync('its views are shown', async () => (await drawn('studies')).length === 0);
      await vscode.commands.executeCommand('metasynth.startReview', { ...given, title: 'A third' });
      assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(settings)), written);
    } finally {
      await closeAll();
      // Of a folder that goes, an editor tells as one: its files are taken away before it.
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'metasynth.yaml'));
      await untilAsync('the first review is shown again', async () => (await drawn('studies')).length === 1);
      await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });
});

/** What a view shows at its root or below a node. */
async function drawn(view: keyof Api['views'], parent?: unknown): Promise<{ node: unknown; item: vscode.TreeItem }[]> {
  const provider = api.views[view];
  const nodes = (await provider.getChildren(parent)) ?? [];
  return Promise.all(nodes.map(async node => ({ node, item: await provider.getTreeItem(node) })));
}

/** What a click does. */
async function run(item: vscode.TreeItem | undefined): Promise<void> {
  assert.ok(item?.command, 'it has no command');
  await vscode.commands.executeCommand(item.command.command, ...(item.command.arguments ?? []));
}

function isInFront(path: string): boolean {
  return vscode.window.activeTextEditor?.document.uri.toString() === fileOf(path).toString();
}

async function untilAsync(what: string, condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await condition())) {
    assert.ok(Date.now() < end, `${what}: not within 10 s`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
