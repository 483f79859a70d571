import * as l10n from '@vscode/l10n';
import { type ClientCapabilities, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Change, Texts } from '../../editing/change.js';
import { filesForMerge, mergeThemes } from '../../editing/merge.js';
import { filesForMove, followMove } from '../../editing/move.js';
import type { Outcome } from '../../editing/pieces.js';
import { filesForRename, renamableAt, rename } from '../../editing/rename.js';
import { filesForSplit, splitTheme } from '../../editing/split.js';
import type { Described } from '../../editing/summary.js';
import type { ReviewState } from '../../workspace/review-state.js';
import type { Owned } from '../../workspace/workspace.js';
import { canonical, relativePath } from '../addresses.js';
import { toRange, toWorkspaceEdit } from '../convert.js';
import { mergeThemesRequest, type RefactoringResult, splitThemeRequest, themesRequest } from '../protocol.js';
import type { Requests, Session } from '../session.js';

/** Files whose names may be the keys of studies. */
const studyFiles = '**/*.{md,markdown,qmd,yaml,yml}';

/** New names for what the review knows, and themes made one or two. */
export const renameRequests: Requests = {
  capabilities: client => ({
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
    // What is said of `workspace` takes the place of what the server says of it, so folders are named here again.
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(client.workspace?.fileOperations?.willRename && {
        fileOperations: { willRename: { filters: [{ pattern: { glob: studyFiles, matches: 'file' } }] } },
      }),
    },
  }),
  register(session) {
    const { connection } = session;
    /** Files that the last rename moves by itself: an editor that asks what follows gets nothing a second time. */
    let moving = new Set<string>();

    connection.onPrepareRename(
      async ({ textDocument, position }): Promise<{ range: Range; placeholder: string } | null> => {
        const found = await nameAt(session, textDocument.uri, position);
        return found === undefined ? null : { range: toRange(found.name.range), placeholder: found.name.name };
      },
    );

    connection.onRenameRequest(async ({ textDocument, position, newName }): Promise<WorkspaceEdit | null> => {
      const found = await nameAt(session, textDocument.uri, position);
      if (!found) return null;
      const { state, name } = found;
      const { review } = state;
      const texts = await textsOf(state, filesForRename(review, name.thing));
      const change = wanted(rename(review, name.thing, newName, texts));
      if (change.moves.length > 0 && !canMove(session.client)) {
        throw failure(l10n.t('This editor cannot rename files, and a study is named after its file.'));
      }
      const address = (path: string): string => session.address(state, path);
      moving = new Set(change.moves.map(({ from, to }) => `${address(from)} ${address(to)}`));
      return toWorkspaceEdit(address, change);
    });

    connection.workspace.onWillRenameFiles(async ({ files }): Promise<WorkspaceEdit | null> => {
      const changes: WorkspaceEdit[] = [];
      for (const { oldUri, newUri } of files) {
        const [from, to] = [canonical(oldUri), canonical(newUri)];
        const edit = moving.delete(`${from} ${to}`) ? undefined : await following(session, from, to);
        if (edit) changes.push(edit);
      }
      return joined(changes);
    });

    connection.onRequest(themesRequest, async ({ uri }) => {
      const owned = await ownedOrOnly(session, uri);
      return (owned?.review.themes ?? []).map(theme => ({
        id: theme.id,
        name: theme.facts.name,
        label: theme.label,
        constructs: theme.constructs.map(each => each.label),
        studies: theme.studies.map(study => ({ key: study.facts.key, name: study.name })),
      }));
    });

    connection.onRequest(mergeThemesRequest, async ({ uri, preview, ...request }) => {
      const state = await ownedOrOnly(session, uri);
      if (!state) return null;
      const { review } = state;
      const texts = await textsOf(state, filesForMerge(review, request));
      return refactoring(session, state, mergeThemes(review, request, texts), preview === true);
    });

    connection.onRequest(splitThemeRequest, async ({ uri, preview, ...request }) => {
      const state = await ownedOrOnly(session, uri);
      if (!state) return null;
      const { review } = state;
      const texts = await textsOf(state, filesForSplit(review, request));
      return refactoring(session, state, splitTheme(review, request, texts), preview === true);
    });
  },
};

/** The review that owns a file, or the only one that is open. */
async function ownedOrOnly(session: Session, uri: string): Promise<ReviewState | undefined> {
  const owned = await session.owned(uri);
  const { reviews } = session.workspace;
  return owned?.state ?? (reviews.length === 1 ? reviews[0] : undefined);
}

async function textsOf(state: ReviewState, paths: readonly string[]): Promise<Texts> {
  const texts = await state.texts(paths);
  return Object.assign((path: string) => texts.get(path), {
    chunks: (path: string) => state.chunksOf(path, texts.get(path)),
  });
}

async function nameAt(session: Session, uri: string, position: { line: number; character: number }) {
  const owned: Owned | undefined = await session.owned(uri);
  if (!owned) return undefined;
  const { state, path } = owned;
  const text = await state.text(path);
  if (text === undefined) return undefined;
  return { state, name: wanted(renamableAt(state.review, path, text, position, state.chunksOf(path, text))) };
}

function wanted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw failure(outcome.reason);
  return outcome.value;
}

/** A refusal that editors show as it is. */
function failure(reason: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}

function canMove(client: ClientCapabilities): boolean {
  const { documentChanges, resourceOperations } = client.workspace?.workspaceEdit ?? {};
  return documentChanges === true && resourceOperations?.includes('rename') === true;
}

/** What follows the new name of a file. Where nothing can, the reason is shown: the file is renamed all the same. */
async function following(session: Session, from: string, to: string): Promise<WorkspaceEdit | undefined> {
  const owned = await session.owned(from);
  const target = owned && relativePath(owned.state.root, to);
  if (!owned || target === undefined) return undefined;
  const { state, path } = owned;
  const { review } = state;
  const move = { from: path, to: target };
  const texts = await textsOf(state, filesForMove(review, move));
  const outcome = followMove(review, move, texts);
  if (outcome.ok) return toWorkspaceEdit(each => session.address(state, each), outcome.value);
  session.connection.window.showWarningMessage(outcome.reason);
  return undefined;
}

function joined(edits: readonly WorkspaceEdit[]): WorkspaceEdit | null {
  const changes: NonNullable<WorkspaceEdit['changes']> = {};
  for (const edit of edits) {
    for (const [uri, list] of Object.entries(edit.changes ?? {})) changes[uri] = [...(changes[uri] ?? []), ...list];
  }
  return Object.keys(changes).length === 0 ? null : { changes };
}

function refactoring(
  session: Session,
  state: ReviewState,
  outcome: Outcome<Described>,
  preview: boolean,
): RefactoringResult {
  if (!outcome.ok) return { summary: [], problem: outcome.reason };
  const { change, summary } = outcome.value;
  return { summary, edit: editFor(session, state, change, preview ? summary : undefined) };
}

/** The edit of a change; with what it does where each edit is to be confirmed and the client can ask. */
function editFor(
  session: Session,
  state: ReviewState,
  change: Change,
  summary: readonly string[] | undefined,
): WorkspaceEdit {
  const edit = toWorkspaceEdit(path => session.address(state, path), change);
  const { documentChanges, changeAnnotationSupport } = session.client.workspace?.workspaceEdit ?? {};
  if (!summary || !documentChanges || !changeAnnotationSupport || !edit.changes) return edit;
  const annotationId = 'metasynth';
  const [label = '', ...rest] = summary;
  return {
    changeAnnotations: { [annotationId]: { label, description: rest[0] ?? '', needsConfirmation: true } },
    documentChanges: Object.entries(edit.changes).map(([uri, edits]) => ({
      textDocument: { uri, version: null },
      edits: edits.map(each => ({ ...each, annotationId })),
    })),
  };
}
