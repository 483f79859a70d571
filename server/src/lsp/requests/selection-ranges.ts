import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionsAt } from '../../features/selection.js';
import { toRange } from '../convert.js';
import type { Requests } from '../session.js';

/** What to select around a cursor when a selection grows. */
export const selectionRangeRequests: Requests = {
  capabilities: () => ({ selectionRangeProvider: true }),
  register(session) {
    session.connection.onSelectionRanges(async ({ textDocument, positions }, token) => {
      const owned = await session.owned(textDocument.uri, token);
      if (!owned?.state.review.files.has(owned.path)) return null;
      const { state, path } = owned;
      const text = await state.text(path);
      if (text === undefined) return null;
      return selectionsAt(state.review, path, text, positions).map((places, index) => {
        const outward = [...places].reverse();
        const widest = outward.reduce<SelectionRange | undefined>(
          (parent, place) => ({ range: toRange(place), ...(parent && { parent }) }),
          undefined,
        );
        const start = positions[index] ?? { line: 0, character: 0 };
        return widest ?? { range: { start, end: start } };
      });
    });
  },
};
