import * as l10n from '@vscode/l10n';
import type { ClientCapabilities, ResourceOperationKind } from 'vscode-languageserver';
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Change } from '../../editing/change.js';
import { fixAll, mendableAtOnce, mendableUnseen } from '../../features/fixes/fix-all.js';
import { filesForFixes, fixesFor, mendable } from '../../features/fixes/fixes.js';
import { filesForRefactorings, refactorings } from '../../features/refactorings/refactorings.js';
import { type Diagnosis, isSlow } from '../../rules/judge.js';
import type { ReviewState } from '../../workspace/review-state.js';
import type { Owned } from '../../workspace/workspace.js';
import { sameRange, toRange, toWorkspaceEdit } from '../convert.js';
import type { Requests, Session } from '../session.js';

/** Mends, when a file is saved or somebody asks, what can be mended without looking. */
const fixAllKind = `${CodeActionKind.SourceFixAll}.metasynth`;

/** What an action whose edit is made later remembers. */
interface AllOfKind {
  readonly uri: string;
  readonly code: string;
}

/** Quick fixes for what a diagnostic complains of, one by one, for all of a kind, and for a file. */
export const codeActionRequests: Requests = {
  capabilities: () => ({
    codeActionProvider: {
      codeActionKinds: [
        CodeActionKind.QuickFix,
        CodeActionKind.RefactorExtract,
        CodeActionKind.RefactorRewrite,
        fixAllKind,
      ],
      resolveProvider: true,
    },
  }),
  register(session) {
    const { connection } = session;

    connection.onCodeAction(async ({ textDocument: { uri }, range, context }, token): Promise<CodeAction[]> => {
      const owned = await session.owned(uri, token);
      if (!owned) return [];
      const actions: CodeAction[] = [];
      if (isWanted(context.only, CodeActionKind.QuickFix)) {
        actions.push(...(await quickFixes(session, owned, uri, context.diagnostics)));
      }
      if (isRefactoringWanted(context)) {
        actions.push(...(await rewritings(session, owned, range)).filter(each => isWanted(context.only, each.kind!)));
      }
      if (isWanted(context.only, fixAllKind)) actions.push(...(await fixesOfFile(session, owned)));
      return actions;
    });

    connection.onCodeActionResolve(async (action): Promise<CodeAction> => {
      if (!isAllOfKind(action.data)) return action;
      const owned = await session.owned(action.data.uri);
      return owned ? { ...action, edit: await editOfKind(session, owned.state, action.data.code) } : action;
    });
  },
};

async function quickFixes(
  session: Session,
  { state, path }: Owned,
  uri: string,
  shown: readonly Diagnostic[],
): Promise<CodeAction[]> {
  const asked = shown.filter(({ code }) => mendable.has(String(code)));
  if (asked.length === 0) return [];
  // What is judged now counts, not what the client remembers: the text may have changed since.
  const slow = asked.some(({ code }) => isSlow(String(code)));
  const judgement = state.judge(session.severities, slow ? 'all' : 'quick');
  const diagnoses = judgement.of(path);
  const pairs = asked.flatMap(diagnostic => {
    const here = diagnoses.filter(
      each => each.code === diagnostic.code && sameRange(toRange(each.range), diagnostic.range),
    );
    // Several of a code may stand at one place, as for a study that lacks two characteristics: the words tell them apart.
    const diagnosis = here.find(each => each.message === diagnostic.message) ?? here[0];
    return diagnosis ? [{ diagnostic, diagnosis }] : [];
  });
  const { review } = state;
  const texts = await textsFor(
    state,
    pairs.map(each => each.diagnosis),
  );
  const single = pairs.flatMap(({ diagnostic, diagnosis }) =>
    fixesFor(diagnosis, review, texts)
      .filter(({ change }) => canTake(session.client, change))
      .map(({ title, preferred, change }) => ({
        title,
        kind: CodeActionKind.QuickFix,
        isPreferred: preferred,
        diagnostics: [diagnostic],
        edit: toWorkspaceEdit(each => session.address(state, each), change),
      })),
  );
  const codes = new Set(pairs.map(({ diagnosis }) => diagnosis.code));
  const all = await Promise.all(
    [...codes].map(async (code): Promise<CodeAction[]> => {
      const count = mendableAtOnce(judgement.all(), review, code).length;
      if (count < 2) return [];
      const data: AllOfKind = { uri, code };
      return [
        {
          title: l10n.t('Mend all {0} of this kind in the review', count),
          kind: CodeActionKind.QuickFix,
          diagnostics: pairs.filter(({ diagnosis }) => diagnosis.code === code).map(({ diagnostic }) => diagnostic),
          ...(resolvesEdits(session.client) ? { data } : { edit: await editOfKind(session, state, code) }),
        },
      ];
    }),
  );
  return [...single, ...all.flat()];
}

async function editOfKind(session: Session, state: ReviewState, code: string): Promise<WorkspaceEdit> {
  const { review } = state;
  const diagnoses = state.judge(session.severities, isSlow(code) ? 'all' : 'quick').all();
  const meant = mendableAtOnce(diagnoses, review, code);
  const change = fixAll(meant, review, await textsFor(state, meant));
  return toWorkspaceEdit(
    each => session.address(state, each),
    canTake(session.client, change) ? change : { ...change, created: [] },
  );
}

async function fixesOfFile(session: Session, { state, path }: Owned): Promise<CodeAction[]> {
  const { review } = state;
  const meant = mendableUnseen(state.judge(session.severities, 'quick').of(path), review);
  if (meant.length === 0) return [];
  const change = fixAll(meant, review, await textsFor(state, meant));
  return [
    {
      title: l10n.t('Mend former names, thousands and quotation marks in this file'),
      kind: fixAllKind,
      edit: toWorkspaceEdit(each => session.address(state, each), change),
    },
  ];
}

async function textsFor(state: ReviewState, diagnoses: readonly Diagnosis[]) {
  const paths = new Set(diagnoses.flatMap(diagnosis => filesForFixes(state.review, diagnosis)));
  const texts = await state.texts([...paths]);
  return (path: string): string | undefined => texts.get(path);
}

function isAllOfKind(data: unknown): data is AllOfKind {
  const { uri, code } = Object(data) as Partial<AllOfKind>;
  return typeof uri === 'string' && typeof code === 'string';
}

/** What is offered where nothing is the matter is offered on demand: a lamp beside every line would be noise. */
function isRefactoringWanted({ only, triggerKind }: CodeActionContext): boolean {
  if (only === undefined) return triggerKind !== CodeActionTriggerKind.Automatic;
  return only.some(each => each === CodeActionKind.Refactor || each.startsWith(`${CodeActionKind.Refactor}.`));
}

async function rewritings(session: Session, { state, path }: Owned, range: Range): Promise<CodeAction[]> {
  const { review } = state;
  const { start, end } = range;
  const asked = {
    review,
    path,
    range: { line: start.line, character: start.character, endLine: end.line, endCharacter: end.character },
  };
  const texts = await state.texts([...new Set(filesForRefactorings(asked))]);
  const canSayWhyNot = session.client.textDocument?.codeAction?.disabledSupport === true;
  return refactorings({ ...asked, texts: each => texts.get(each) }).flatMap(
    ({ title, kind, outcome, goOn }): CodeAction[] => {
      const action = { title, kind: `${CodeActionKind.Refactor}.${kind}` };
      if ('reason' in outcome) return canSayWhyNot ? [{ ...action, disabled: { reason: outcome.reason } }] : [];
      if (!canTake(session.client, outcome.change)) return [];
      const edit = toWorkspaceEdit(each => session.address(state, each), outcome.change);
      if (!goOn || !session.commands) return [{ ...action, edit }];
      const { line, character } = goOn;
      const command = 'metasynth.completeAt';
      return [
        {
          ...action,
          edit,
          command: { title, command, arguments: [session.address(state, goOn.path), { line, character }] },
        },
      ];
    },
  );
}

/** True for a kind that a client asks for: itself, or a kind above it. */
function isWanted(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some(each => each === '' || kind === each || kind.startsWith(`${each}.`));
}

function resolvesEdits({ textDocument }: ClientCapabilities): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
}

/** Files are created and get other names only where the client can do that. */
function canTake({ workspace }: ClientCapabilities, { created, moves }: Change): boolean {
  const { documentChanges, resourceOperations = [] } = workspace?.workspaceEdit ?? {};
  const can = (operation: ResourceOperationKind): boolean =>
    documentChanges === true && resourceOperations.includes(operation);
  return (created.length === 0 || can('create')) && (moves.length === 0 || can('rename'));
}
