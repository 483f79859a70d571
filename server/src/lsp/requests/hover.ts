import { MarkupKind } from 'vscode-languageserver-types';
import { hover } from '../../features/hover.js';
import { toRange } from '../convert.js';
import type { Requests } from '../session.js';

/** What stands under the pointer, summed up. */
export const hoverRequests: Requests = {
  capabilities: () => ({ hoverProvider: true }),
  register(session) {
    session.connection.onHover(async ({ textDocument, position }, token) => {
      const owned = await session.owned(textDocument.uri, token);
      if (!owned) return null;
      const { state, path } = owned;
      const links = { to: (to: string, line: number) => `${session.address(state, to)}#L${line + 1}` };
      const found = hover(state.review, path, position, links);
      if (!found) return null;
      return { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range: toRange(found.range) };
    });
  },
};
