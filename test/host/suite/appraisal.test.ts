import assert from 'assert';
import * as vscode from 'vscode';
import { activated, closeAll, fileOf, until } from './support.js';

const VIEW = 'metasynth.appraisal';

suite('the form for appraising a study', () => {
  suiteSetup(activated);
  teardown(async () => {
    await closeAll();
    await remember(undefined);
  });

  test('opens for the study in front, for whoever the settings say the reader is', async () => {
    await remember('JM');
    await vscode.commands.executeCommand('metasynth.appraiseStudy', fileOf('studies/gillard2013.md'));
    const { value: tab } = await until('a tab with the form', () => formTabs()[0]);
    await until('its title names the study', () => /Gillard et al\. 2013/.test(formTabs()[0]?.label ?? ''));
    assert.ok(tab.input instanceof vscode.TabInputWebview);
  });

  test('is one form for a review, which goes on to another study', async () => {
    await remember('JM');
    await vscode.commands.executeCommand('metasynth.appraiseStudy', fileOf('studies/gillard2013.md'));
    await until('its title names the study', () => /Gillard/.test(formTabs()[0]?.label ?? ''));
    await vscode.commands.executeCommand('metasynth.appraiseStudy', fileOf('studies/moran2012.md'));
    await until('its title names the other', () => /Moran/.test(formTabs()[0]?.label ?? ''));
    assert.equal(formTabs().length, 1);
  });

  test('writes nothing by being opened', async () => {
    await remember('JM');
    await vscode.commands.executeCommand('metasynth.appraiseStudy', fileOf('studies/gillard2013.md'));
    await until('its title names the study', () => /Gillard/.test(formTabs()[0]?.label ?? ''));
    await assert.rejects(async () => vscode.workspace.fs.stat(fileOf('appraisals/JM.yaml')));
  });
});

/** Tabs that show the form. */
function formTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(group => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(VIEW));
}

async function remember(reviewer: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('metasynth').update('reviewer', reviewer, vscode.ConfigurationTarget.Global);
}
