import assert from 'assert';
import * as vscode from 'vscode';
import { activated, closeAll, rewrite, studyFile, untilGone, untilReported } from './support.js';

suite('diagnostics in files that are not open', () => {
  suiteSetup(activated);
  setup(closeAll);

  test('appear when such a file changes on disk, and go when it is mended there', async () => {
    const uri = await studyFile('gillard2013');
    assert.ok(!vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0), 'an editor is open');
    const before = await rewrite(uri, text => text.replace('giving-back', 'givng-back'));
    try {
      await untilReported(uri, 'theme.unknown');
    } finally {
      await rewrite(uri, () => before);
    }
    await untilGone(uri, 'theme.unknown');
  });

  test('go with the file when it is deleted', async () => {
    const uri = vscode.Uri.joinPath(await studyFile('gillard2013'), '..', 'brought-in.md');
    const text = '---\nkey: brought-in\nthemes:\n  - givng-back\n---\n';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    try {
      await untilReported(uri, 'theme.unknown');
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
    await untilGone(uri, '');
  });
});
