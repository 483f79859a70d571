import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, Location, Position } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol.js';
import { registerAppraisal } from './appraisal-form/register.js';
import { registerCommands } from './commands.js';
import { registerCompareNext } from './compare-next.js';
import { registerDashboard } from './dashboard/register.js';
import { foldDefinitions } from './definitions.js';
import { registerDraftResults } from './draft-results.js';
import { registerExplain } from './explain.js';
import { registerExport } from './export.js';
import { answerFileRequests } from './files.js';
import { registerOverview } from './overview.js';
import type { MarkdownIt } from './preview/markdown-it.js';
import { markReview } from './preview/plugin.js';
import { registerReports } from './reports.js';
import { registerSample } from './sample.js';
import { registerStartReview } from './start-review.js';
import { showStatus } from './status.js';
import { registerThemeCommands } from './themes.js';
import { registerTranslationGrid } from './translation-grid/register.js';
import { registerViews, type Views } from './views/register.js';

/** What `activate()` gives: `ready` resolves when the language server runs and has read the reviews. */
export interface Api {
  readonly ready: Promise<void>;
  /** Marks checked numbers and generated blocks in VS Code's own Markdown preview, which calls it by this name. */
  extendMarkdownIt<M extends MarkdownIt>(markdown: M): M;
  /** The trees beside the editor, as they are drawn. */
  readonly views: Views;
}

/** Files that can be part of a review. Views of a file's history have schemes of their own and belong to no review. */
const documentSelector: NonNullable<LanguageClientOptions['documentSelector']> = [
  { pattern: '**/*.{md,markdown,qmd,yaml,yml,bib,json,ris,csv}' },
];

/** Starts the language client and all that goes with it; desktop and web differ only in how the client is made. */
export function start(
  context: vscode.ExtensionContext,
  makeClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Api {
  const initializationOptions: InitializationOptions = {
    clientFiles: true,
    push: true,
    commands: true,
    help: 'command:metasynth.explain?%5B%22{code}%22%5D',
    ...(vscode.l10n.bundle && { strings: { ...vscode.l10n.bundle } }),
    reviewer: vscode.workspace.getConfiguration('metasynth').get<string>('reviewer', ''),
    // A plain copy: what VS Code gives is a proxy, which cannot be sent to a worker.
    severities: { ...vscode.workspace.getConfiguration('metasynth').get<Record<string, string>>('severities', {}) },
  };
  const client = makeClient({
    documentSelector,
    initializationOptions,
    diagnosticCollectionName: 'metasynth',
    outputChannelName: 'Metasynth',
  });
  answerFileRequests(client);
  // A lens leads to the places that it counts; VS Code wants them as its own kind of objects.
  const showReferences = vscode.commands.registerCommand(
    'metasynth.showReferences',
    (uri: string, position: Position, locations: Location[]) =>
      vscode.commands.executeCommand(
        'editor.action.showReferences',
        vscode.Uri.parse(uri),
        client.protocol2CodeConverter.asPosition(position),
        locations.map(each => client.protocol2CodeConverter.asLocation(each)),
      ),
  );
  // What an action began is gone on with: the cursor stands where the next word belongs, with what it may be.
  const completeAt = vscode.commands.registerCommand(
    'metasynth.completeAt',
    async (uri: string, { line, character }: Position) => {
      const at = new vscode.Position(line, character);
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
      await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
    },
  );
  const status = showStatus(client);
  const views = registerViews(client);
  context.subscriptions.push(
    client,
    ...registerCommands(client),
    registerExport(client),
    ...registerThemeCommands(client),
    ...registerCompareNext(client),
    ...registerDraftResults(client),
    registerTranslationGrid(client, context.extensionUri),
    registerAppraisal(client, context.extensionUri),
    registerDashboard(client, context.extensionUri),
    showReferences,
    completeAt,
    foldDefinitions(),
    views,
    registerOverview(),
    registerStartReview(client),
    registerSample(context.extensionUri),
    ...registerReports(client),
    ...registerExplain(client),
    status,
  );
  void showWhereReviewsAre();
  const ready = client.start().then(() => status.first);
  ready.catch((error: unknown) => {
    void vscode.window.showErrorMessage(vscode.l10n.t('Metasynth could not start: {0}', String(error)));
  });
  const generated = vscode.l10n.t('Made from the data: {0}', '{0}');
  return { ready, views: views.views, extendMarkdownIt: markdown => markReview(markdown, { generated }) };
}

/** A large review takes a moment to be read: what its file being there tells is said at once. The status has the last word. */
async function showWhereReviewsAre(): Promise<void> {
  const [found] = await vscode.workspace.findFiles('**/metasynth.yaml', '**/node_modules/**', 1);
  if (found) await vscode.commands.executeCommand('setContext', 'metasynth.active', true);
  const { getCommands, executeCommand } = vscode.commands;
  const canExport = (await getCommands(true)).includes('metasynth.exportReport');
  await executeCommand('setContext', 'metasynth.canExport', canExport);
}
