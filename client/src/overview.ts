import * as vscode from 'vscode';

/** What a click on the status bar offers: the places from which a review is looked at. Only what is there is offered. */
export function registerOverview(): vscode.Disposable {
  return vscode.commands.registerCommand('metasynth.overview', async () => {
    const { t } = vscode.l10n;
    const offers = [
      { label: `$(warning) ${t('Problems')}`, command: 'workbench.actions.view.problems' },
      { label: `$(dashboard) ${t('Dashboard')}`, command: 'metasynth.openDashboard' },
      { label: `$(checklist) ${t('Appraise Study')}`, command: 'metasynth.appraiseStudy' },
      { label: `$(output) ${t('Reports')}`, command: 'metasynth.openReport' },
      { label: `$(list-tree) ${t('Studies and Constructs')}`, command: 'metasynth.studies.focus' },
    ];
    const there = new Set(await vscode.commands.getCommands(true));
    const chosen = await vscode.window.showQuickPick(
      offers.filter(each => there.has(each.command)),
      { placeHolder: t('What do you want to look at?') },
    );
    if (chosen) await vscode.commands.executeCommand(chosen.command);
  });
}
