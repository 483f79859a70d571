import assert from 'assert';
import * as vscode from 'vscode';
import { activated, closeAll, fileOf, open, until } from './support.js';

const VIEW = 'metasynth.dashboard';

suite('the dashboard of a review', () => {
  suiteSetup(activated);
  teardown(closeAll);

  test('opens beside the file in front', async () => {
    await open(fileOf('synthesis.md'));
    await vscode.commands.executeCommand('metasynth.openDashboard');
    const { value: tab } = await until('a tab with the dashboard', () => dashboards()[0]);
    assert.notEqual(tab.group.viewColumn, vscode.ViewColumn.One);
    assert.equal(vscode.window.visibleTextEditors[0]?.document.uri.toString(), fileOf('synthesis.md').toString());
  });

  test('is one for a review, from whichever of its files', async () => {
    await vscode.commands.executeCommand('metasynth.openDashboard', fileOf('metasynth.yaml'));
    await until('a tab with the dashboard', () => dashboards()[0]);
    await vscode.commands.executeCommand('metasynth.openDashboard', fileOf('studies/gillard2013.md'));
    assert.equal(dashboards().length, 1);
  });
});

/** Tabs that show a dashboard. */
function dashboards(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(group => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(VIEW));
}
