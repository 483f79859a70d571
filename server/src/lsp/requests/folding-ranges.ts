import { FoldingRangeKind } from 'vscode-languageserver-types';
import { foldsOf } from '../../features/folding.js';
import type { Requests } from '../session.js';

/** What can be folded. Whole lines only, which every client takes. */
export const foldingRangeRequests: Requests = {
  capabilities: () => ({ foldingRangeProvider: true }),
  register(session) {
    session.connection.onFoldingRanges(async ({ textDocument }, token) => {
      const owned = await session.owned(textDocument.uri, token);
      if (!owned) return null;
      const { state, path } = owned;
      const text = await state.text(path);
      if (text === undefined) return null;
      const folds = foldsOf(state.review, path, text, session.client.textDocument?.foldingRange?.rangeLimit);
      // No answer leaves a file that is none of ours to the editor's own folding.
      if (!folds) return null;
      return folds.map(({ line, endLine, kind }) => ({
        startLine: line,
        endLine,
        ...(kind && { kind: kind === 'comment' ? FoldingRangeKind.Comment : FoldingRangeKind.Region }),
      }));
    });
  },
};
