import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { fixesFor } from '../../features/fixes.js';
import { sameRange, toRange } from '../convert.js';
import type { Requests } from '../session.js';

/** Quick fixes for what a diagnostic complains of. */
export const codeActionRequests: Requests = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } }),
  register(session) {
    session.connection.onCodeAction(async ({ textDocument, context }): Promise<CodeAction[]> => {
      const owned = await session.owned(textDocument.uri);
      if (!owned) return [];
      const { state } = owned;
      const diagnoses = state.judge(session.severities, 'quick').of(owned.path);
      return context.diagnostics.flatMap(diagnostic => {
        // What is judged now counts, not what the client remembers: the text may have changed since.
        const now = diagnoses.find(
          each => each.code === diagnostic.code && sameRange(toRange(each.range), diagnostic.range),
        );
        return (now ? fixesFor(now) : []).map(({ title, text, range, preferred, path }) => ({
          title,
          kind: CodeActionKind.QuickFix,
          isPreferred: preferred,
          diagnostics: [diagnostic],
          edit: { changes: { [session.address(state, path)]: [{ range: toRange(range), newText: text }] } },
        }));
      });
    });
  },
};
