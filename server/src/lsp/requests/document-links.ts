import type { DocumentLink } from 'vscode-languageserver-types';
import type { Link } from '../../features/link.js';
import { linksIn } from '../../features/links.js';
import { toRange } from '../convert.js';
import type { Requests } from '../session.js';

/** Paths, DOIs, locators of quotes, codes of diagnostics and markers of generated blocks that can be followed. */
export const documentLinkRequests: Requests = {
  capabilities: () => ({ documentLinkProvider: {} }),
  register(session) {
    session.connection.onDocumentLinks(async ({ textDocument }, token): Promise<DocumentLink[] | null> => {
      const owned = await session.owned(textDocument.uri, token);
      if (!owned) return null;
      const { state, path } = owned;
      const text = await state.text(path);
      if (text === undefined) return null;
      const address = (to: Link['to']): string => {
        if (to.kind === 'address') return to.address;
        if (to.kind === 'page') return (session.help ?? '').replace('{code}', to.code);
        const file = session.address(state, to.path);
        // As viewers of PDFs understand it; others open the file at its beginning.
        if (to.sheet !== undefined) return `${file}#page=${to.sheet}`;
        return to.line === undefined ? file : `${file}#L${to.line + 1}`;
      };
      return linksIn(state.review, path, text, session.help !== undefined).map(({ range, tooltip, to }) => ({
        range: toRange(range),
        tooltip,
        target: address(to),
      }));
    });
  },
};
