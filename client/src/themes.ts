import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  mergeThemesRequest,
  type RefactoringResult,
  splitThemeRequest,
  type ThemeItem,
  themesRequest,
} from '../../server/src/lsp/protocol.js';
import { fileOfReview } from './commands.js';

/** Merging and splitting themes: what is to be done is asked for step by step, and shown before it is done. */
export function registerThemeCommands(client: BaseLanguageClient): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('metasynth.mergeThemes', (given?: GivenTheme) => merge(client, given)),
    vscode.commands.registerCommand('metasynth.splitTheme', () => split(client)),
  ];
}

/** The theme that is meant, for those who run a command from beside it. */
interface GivenTheme {
  readonly uri?: string;
  readonly from?: string;
}

async function merge(client: BaseLanguageClient, given: GivenTheme = {}): Promise<void> {
  const known = await themesOfReview(client, given.uri);
  if (!known) return;
  const { uri, themes } = known;
  const meant = themes.find(each => each.name === given.from);
  const from = meant ?? (await pickTheme(themes, vscode.l10n.t('Which theme goes into another?')));
  if (!from) return;
  const into = await pickTheme(
    themes.filter(each => each.id !== from.id),
    vscode.l10n.t('Which theme takes up "{0}"?', from.label),
  );
  if (!into) return;
  const ask = (preview: boolean): Promise<RefactoringResult | null> =>
    client.sendRequest(mergeThemesRequest, { uri, from: from.name, into: into.name, preview });
  await confirmAndApply(client, ask, vscode.l10n.t('Merge "{0}" into "{1}"', from.label, into.label));
}

async function split(client: BaseLanguageClient): Promise<void> {
  const known = await themesOfReview(client);
  if (!known) return;
  const { uri, themes } = known;
  const from = await pickTheme(themes, vscode.l10n.t('Which theme becomes two?'));
  if (!from) return;
  const studies = await vscode.window.showQuickPick(
    from.studies.map(({ key, name }) => ({ label: name, description: key, key })),
    { canPickMany: true, placeHolder: vscode.l10n.t('Which studies go to the other theme?') },
  );
  if (!studies || studies.length === 0) return;
  const label = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('What is the other theme called? The name of one that is there already adds them to it.'),
    validateInput: text => (text.trim() === '' ? vscode.l10n.t('A theme needs a name.') : undefined),
  });
  if (label === undefined) return;
  const existing = themes.find(each => [each.id, each.name, each.label].includes(label.trim()));
  const to = existing?.name ?? nameFor(label);
  const ask = (preview: boolean): Promise<RefactoringResult | null> =>
    client.sendRequest(splitThemeRequest, {
      uri,
      from: from.name,
      to,
      label: label.trim(),
      studies: studies.map(each => each.key),
      preview,
    });
  await confirmAndApply(client, ask, vscode.l10n.t('Move {0} studies to "{1}"', studies.length, label.trim()));
}

/** A name as names are written here, made of a label: `Giving back` becomes `giving-back`. */
function nameFor(label: string): string {
  return label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

async function themesOfReview(
  client: BaseLanguageClient,
  given?: string,
): Promise<{ readonly uri: string; readonly themes: readonly ThemeItem[] } | undefined> {
  const uri = given ?? (await fileOfReview())?.toString();
  const themes = uri === undefined ? [] : await client.sendRequest(themesRequest, { uri });
  if (uri !== undefined && themes.length > 0) return { uri, themes };
  void vscode.window.showInformationMessage(
    vscode.l10n.t('There are no themes here. A review keeps them in its codebook, under "themes:".'),
  );
  return undefined;
}

async function pickTheme(themes: readonly ThemeItem[], placeHolder: string): Promise<ThemeItem | undefined> {
  const items = themes.map(theme => ({
    label: theme.label,
    description: theme.name,
    detail: [studiesWords(theme.studies.length), ...theme.constructs].join(' · '),
    theme,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.theme;
}

function studiesWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 study') : vscode.l10n.t('{0} studies', count);
}

/** Shows what a change does, file by file, before it is made; it can be looked at edit by edit, too. */
async function confirmAndApply(
  client: BaseLanguageClient,
  ask: (preview: boolean) => Promise<RefactoringResult | null>,
  title: string,
): Promise<void> {
  const result = await ask(false);
  if (!result) return;
  if (result.problem !== undefined || !result.edit) {
    void vscode.window.showWarningMessage(result.problem ?? vscode.l10n.t('There is nothing to change.'));
    return;
  }
  const doIt = { label: `$(check) ${title}`, does: 'apply' as const };
  const look = { label: `$(diff) ${vscode.l10n.t('Look at every change first')}`, does: 'preview' as const };
  const lines = result.summary.map(line => ({ label: line, does: undefined }));
  const chosen = await vscode.window.showQuickPick(
    [doIt, look, { label: vscode.l10n.t('What changes'), kind: vscode.QuickPickItemKind.Separator }, ...lines],
    { title, placeHolder: vscode.l10n.t('Nothing has been changed yet. It can be undone in one step.') },
  );
  const does = chosen && 'does' in chosen ? chosen.does : undefined;
  if (does === undefined) return;
  // The texts may have changed while somebody was reading.
  const wanted = await ask(does === 'preview');
  if (!wanted?.edit) {
    void vscode.window.showWarningMessage(wanted?.problem ?? vscode.l10n.t('There is nothing to change.'));
    return;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(wanted.edit);
  if (edit && !(await vscode.workspace.applyEdit(edit, { isRefactoring: true })) && does === 'apply') {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('A file changed in the meantime, so nothing was written. Please run the command again.'),
    );
  }
}
