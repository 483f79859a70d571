import assert from 'assert';
import * as vscode from 'vscode';
import { activated, closeAll } from './support.js';

suite('VS Code’s own Markdown preview', () => {
  suiteSetup(activated);
  teardown(closeAll);

  test('marks checked numbers and generated blocks', async () => {
    const content = 'In all 14 <!-- = studies --> took part.\n\n<!-- metasynth:flow -->\n<!-- /metasynth:flow -->\n';
    const html = await vscode.commands.executeCommand<string>('markdown.api.render', content);
    assert.match(html, /<span class="metasynth-number" title="studies">14<\/span>/);
    assert.match(html, /<p class="metasynth-generated">[^<]*flow<\/p>/);
  });
});
