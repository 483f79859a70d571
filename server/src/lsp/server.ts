import * as l10n from '@vscode/l10n';
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  type TextDocumentContentChangeEvent,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Tools } from '../documents/formats.js';
import { isHiddenFrom, withoutOthers } from '../features/blind.js';
import type { Host } from '../host/host.js';
import { isReport } from '../reports/reports.js';
import { coverageOf } from '../review/reporting.js';
import type { Severities } from '../rules/judge.js';
import { PiecedText } from '../text/pieces.js';
import type { ReviewState } from '../workspace/review-state.js';
import { Workspace } from '../workspace/workspace.js';
import { canonical, joinAddress } from './addresses.js';
import { readEditorSettings, readSeverities, toDiagnostic } from './convert.js';
import type { Typing } from './holding.js';
import { OpenFirst } from './open-first.js';
import { ReadingProgress } from './progress.js';
import { type InitializationOptions, type ReviewStatus, statusNotification } from './protocol.js';
import { Publisher, rest } from './publisher.js';
import { PullReports } from './pull.js';
import { requests } from './requests/index.js';
import type { Session } from './session.js';
import { Tidying } from './tidying.js';
import { WarmUp } from './warm-up.js';

/** Files that can be part of a review. */
export const watchedFiles = '**/*.{md,markdown,qmd,yaml,yml,bib,json,ris,csv}';
/** The texts of the studies' papers. */
const watchedTexts = '**/fulltext/*.{txt,html,htm,pdf}';
/** Their folder: of a folder that comes with files in it an editor may tell, and not of the files. */
const watchedFolder = '**/fulltext';

/** Lets whatever waits, a keystroke above all, have its turn. */
const breath = (): Promise<void> => new Promise(resolve => setTimeout(resolve));

/** What differs between the server in Node and the one in a web worker. */
export interface Surroundings {
  host(options: InitializationOptions): Host;
  /** What is lent to writers of reports. */
  tools(options: InitializationOptions): Tools;
  /** Where a diagnostic's page lies for clients that do not say. */
  readonly help?: string;
  /** Called when nothing has happened for a while, for what takes a moment. */
  readonly tidy?: () => void;
}

/** The language server: the protocol on one side, the workspace on the other, and no opinion of its own. */
export function startServer(connection: Connection, surroundings: Surroundings): void {
  const documents = new Map<string, PiecedText>();
  let options: InitializationOptions = {};
  let capabilities: InitializeParams['capabilities'] = {};
  let folders: string[] = [];
  let severities: Severities = {};
  /** Who reads this, by the initials that the review knows them by; empty for somebody who has not said so. */
  let reviewer = '';
  let settings = readEditorSettings(undefined);
  let current: Session | undefined;
  let workspace: Workspace | undefined;
  /** The line on which each open file was last edited. */
  const lastLine = new Map<string, number>();
  let loaded = false;
  /** For clients that ask for diagnostics; the others are sent them, and never both. */
  let pulled: PullReports | undefined;
  const tidying = new Tidying(surroundings.tidy);
  const progress = new ReadingProgress(connection, () => capabilities.window?.workDoneProgress === true);

  const warmUp = new WarmUp();
  const publisher = new Publisher(
    {
      publish: (uri, diagnostics) => {
        if (pulled) pulled.set(uri, diagnostics);
        else void connection.sendDiagnostics({ uri, diagnostics });
      },
      address: (state, path) => joinAddress(state.root, path),
      convert: (state, diagnosis) =>
        toDiagnostic(state, withoutOthers(reviewer, diagnosis), options.help ?? surroundings.help),
      hidden: (state, diagnosis) => isHiddenFrom(reviewer, diagnosis, state.review),
      shown: (state, toLookAt) => {
        const {
          settings: { title },
          studyCount,
          constructById,
        } = state.review;
        const reporting = coverageOf(state.review, isReport).map(({ standard: { name }, items, present }) => {
          return { name, present, total: items.length };
        });
        const counts = { studies: studyCount, constructs: constructById.size, toLookAt, reporting };
        statuses.set(state.root, { root: state.root, title: title?.value ?? '', ...counts });
        sendStatus();
      },
      rested: state => {
        warmUp.begin(state);
        for (const each of requests) if (current) each.refresh?.(current);
        quietly(workspace?.lookUpQuotes(state => publisher.refresh(state), breath));
      },
      later: task => {
        const timer = setTimeout(task, rest);
        return () => clearTimeout(timer);
      },
    },
    () => severities,
  );

  const onChanged = (states: readonly ReviewState[], edited?: string): void => {
    tidying.disturbed();
    if (!loaded || !workspace) return;
    const current = new Set(workspace.reviews);
    for (const state of states) {
      if (current.has(state)) publisher.show(state, edited === undefined ? undefined : typingIn(state, edited));
      else if (![...current].some(each => each.root === state.root)) {
        publisher.forget(state.root);
        statuses.delete(state.root);
        sendStatus();
      }
    }
    if (current.size === 0) sendStatus();
  };

  const typingIn = (state: ReviewState, edited: string): Typing | undefined => {
    const owned = workspace?.owner(edited);
    const line = lastLine.get(edited);
    return owned?.state === state && line !== undefined ? { path: owned.path, line } : undefined;
  };

  const statuses = new Map<string, ReviewStatus>();
  let toldStatus: string | undefined;
  const sendStatus = (): void => {
    const reviews = (workspace?.reviews ?? []).flatMap(state => statuses.get(state.root) ?? []);
    const words = JSON.stringify(reviews);
    if (words === toldStatus) return;
    toldStatus = words;
    void connection.sendNotification(statusNotification, { reviews });
  };

  const session = (workspace: Workspace): Session => ({
    connection,
    client: capabilities,
    workspace,
    get severities() {
      return severities;
    },
    get settings() {
      return settings;
    },
    get published() {
      return publisher.published;
    },
    shown: state => publisher.allShownOf(state.root),
    commands: options.commands === true,
    help: options.help ?? surroundings.help,
    tools: surroundings.tools(options),
    owned: async (uri, token) => {
      await workspace.settled();
      return token?.isCancellationRequested ? undefined : workspace.owner(canonical(uri));
    },
    address: (state, path) => joinAddress(state.root, path),
  });

  const startPulling = (workspace: Workspace): PullReports => {
    const canRefresh = capabilities.workspace?.diagnostics?.refreshSupport === true;
    const refresh = (): void => quietly(connection.languages.diagnostics.refresh());
    // While a large review is read, what can be said already is said; a small one is read in no time.
    const settled = (): Promise<void> =>
      workspace.reading ? Promise.race([workspace.settled(), progress.untilLong()]) : workspace.settled();
    return new PullReports(connection, settled, canRefresh ? refresh : undefined);
  };

  const openFirst = new OpenFirst();
  /** Until the whole review has been read, an open file is judged by itself. */
  const showEarly = async (uri: string, text: PiecedText): Promise<void> => {
    if (!workspace?.reading) return;
    const early = await workspace.early(uri, text.toString());
    if (early && workspace.reading && documents.get(uri) === text) {
      publisher.early(early.root, early.path, early.diagnoses);
    }
  };

  connection.onInitialize((params): InitializeResult => {
    options = (params.initializationOptions ?? {}) as InitializationOptions;
    capabilities = params.capabilities;
    folders = (params.workspaceFolders ?? []).map(folder => canonical(folder.uri));
    // Older clients name one folder, or none and only open files.
    if (folders.length === 0 && params.rootUri) folders = [canonical(params.rootUri)];
    severities = readSeverities(options.severities);
    reviewer = typeof options.reviewer === 'string' ? options.reviewer.trim() : '';
    if (options.strings) l10n.config({ contents: JSON.stringify(options.strings) });
    const onProgress = (done: number, total: number): void => progress.read(done, total);
    workspace = new Workspace(surroundings.host(options), onChanged, onProgress, true);
    if (capabilities.textDocument?.diagnostic && !options.push) pulled = startPulling(workspace);
    current = session(workspace);
    for (const each of requests) each.register(current);
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(pulled && {
          diagnosticProvider: { identifier: 'metasynth', interFileDependencies: true, workspaceDiagnostics: true },
        }),
        ...Object.assign({}, ...requests.map(each => each.capabilities(capabilities))),
      },
      serverInfo: { name: 'metasynth' },
    };
  });

  connection.onShutdown(() => tidying.stop());

  connection.onInitialized(() => {
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      quietly(
        connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [watchedFiles, watchedTexts, watchedFolder].map(globPattern => ({ globPattern })),
        }),
      );
    }
    if (capabilities.workspace?.configuration) {
      if (capabilities.workspace.didChangeConfiguration?.dynamicRegistration) {
        quietly(connection.client.register(DidChangeConfigurationNotification.type, { section: 'metasynth' }));
      }
      quietly(configure());
    }
    if (capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(folder => canonical(folder.uri)));
        folders = [...folders.filter(folder => !gone.has(folder)), ...added.map(folder => canonical(folder.uri))];
        load();
      });
    }
    load();
  });

  const load = (): void => {
    loaded = true;
    quietly(workspace?.setFolders(folders, openFirst.told()));
  };

  /** A server that stops because one file could not be read would be worse than the file. */
  const quietly = (work: Promise<unknown> | undefined): void => {
    work?.catch((error: unknown) =>
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
  };

  const configure = async (): Promise<void> => {
    const configuration: unknown = await connection.workspace.getConfiguration('metasynth');
    severities = readSeverities((configuration as { severities?: unknown } | null)?.severities);
    settings = readEditorSettings(configuration);
    const named = (configuration as { reviewer?: unknown } | null)?.reviewer;
    reviewer = typeof named === 'string' ? named.trim() : '';
    await workspace?.retell();
  };
  connection.onDidChangeConfiguration(() => {
    if (capabilities.workspace?.configuration) quietly(configure());
  });

  connection.onDidOpenTextDocument(({ textDocument }) => {
    const uri = canonical(textDocument.uri);
    const text = PiecedText.of(textDocument.text);
    documents.set(uri, text);
    quietly(workspace?.edit(uri, text));
    const telling = showEarly(uri, text);
    openFirst.add(telling);
    quietly(telling);
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    const uri = canonical(textDocument.uri);
    const known = documents.get(uri);
    if (!known) return;
    const text = contentChanges.reduce(changedBy, known);
    documents.set(uri, text);
    const last = contentChanges.at(-1);
    if (last && 'range' in last) {
      lastLine.set(uri, last.range.start.line + last.text.split(/\r\n|\r|\n/).length - 1);
    }
    quietly(workspace?.edit(uri, text));
    quietly(showEarly(uri, text));
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    const uri = canonical(textDocument.uri);
    documents.delete(uri);
    lastLine.delete(uri);
    quietly(workspace?.close(uri));
  });

  connection.onDidChangeWatchedFiles(({ changes: files }) => {
    const kinds = {
      [FileChangeType.Created]: 'created',
      [FileChangeType.Changed]: 'changed',
      [FileChangeType.Deleted]: 'deleted',
    } as const;
    quietly(workspace?.changedOnDisk(files.map(file => ({ address: canonical(file.uri), kind: kinds[file.type] }))));
  });

  connection.listen();
}

/** A text after one of an editor's changes. */
function changedBy(text: PiecedText, change: TextDocumentContentChangeEvent): PiecedText {
  if (!('range' in change && change.range)) return PiecedText.of(change.text);
  const { start, end } = change.range;
  const [one, other] = [text.offsetAt(start.line, start.character), text.offsetAt(end.line, end.character)];
  return text.replace(Math.min(one, other), Math.max(one, other), change.text);
}
