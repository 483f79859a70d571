import type { ClientCapabilities } from 'vscode-languageserver';
import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import type { Change } from '../../editing/change.js';
import { filesForFixes, fixesFor, mendable } from '../../features/fixes/fixes.js';
import { isSlow } from '../../rules/judge.js';
import type { Owned } from '../../workspace/workspace.js';
import { sameRange, toRange, toWorkspaceEdit } from '../convert.js';
import type { Requests, Session } from '../session.js';

/** Quick fixes for what a diagnostic complains of. */
export const codeActionRequests: Requests = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } }),
  register(session) {
    session.connection.onCodeAction(async ({ textDocument, context }): Promise<CodeAction[]> => {
      const owned = await session.owned(textDocument.uri);
      if (!owned || !isWanted(context.only, CodeActionKind.QuickFix)) return [];
      return quickFixes(session, owned, context.diagnostics);
    });
  },
};

async function quickFixes(
  session: Session,
  { state, path }: Owned,
  shown: readonly Diagnostic[],
): Promise<CodeAction[]> {
  const asked = shown.filter(({ code }) => mendable.has(String(code)));
  if (asked.length === 0) return [];
  // What is judged now counts, not what the client remembers: the text may have changed since.
  const slow = asked.some(({ code }) => isSlow(String(code)));
  const diagnoses = state.judge(session.severities, slow ? 'all' : 'quick').of(path);
  const pairs = asked.flatMap(diagnostic => {
    const here = diagnoses.filter(
      each => each.code === diagnostic.code && sameRange(toRange(each.range), diagnostic.range),
    );
    // Several of a code may stand at one place, as for a study that lacks two characteristics: the words tell them apart.
    const diagnosis = here.find(each => each.message === diagnostic.message) ?? here[0];
    return diagnosis ? [{ diagnostic, diagnosis }] : [];
  });
  const { review } = state;
  const paths = new Set(pairs.flatMap(({ diagnosis }) => filesForFixes(review, diagnosis)));
  const texts = await state.texts([...paths]);
  return pairs.flatMap(({ diagnostic, diagnosis }) =>
    fixesFor(diagnosis, review, each => texts.get(each))
      .filter(({ change }) => canTake(session.client, change))
      .map(({ title, preferred, change }) => ({
        title,
        kind: CodeActionKind.QuickFix,
        isPreferred: preferred,
        diagnostics: [diagnostic],
        edit: toWorkspaceEdit(each => session.address(state, each), change),
      })),
  );
}

/** True for a kind that a client asks for: itself, or a kind above it. */
function isWanted(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some(each => each === '' || kind === each || kind.startsWith(`${each}.`));
}

/** Files are created for those alone who can create them. */
function canTake({ workspace }: ClientCapabilities, { created }: Change): boolean {
  const { documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {};
  return created.length === 0 || (documentChanges === true && resourceOperations?.includes('create') === true);
}
