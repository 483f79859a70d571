import { inlayHints } from '../../features/inlay-hints.js';
import type { Requests } from '../session.js';

/** The total after an appraisal, and the label after a theme's name. */
export const inlayHintRequests: Requests = {
  capabilities: () => ({ inlayHintProvider: true }),
  register(session) {
    session.connection.languages.inlayHint.on(async ({ textDocument, range }, token) => {
      const owned = await session.owned(textDocument.uri, token);
      if (!owned) return [];
      const { review } = owned.state;
      const hints = inlayHints(review, owned.path, range.start.line, range.end.line, session.settings.inlayHints);
      return hints.map(({ position, words }) => ({ position: { ...position }, label: words, paddingLeft: true }));
    });
  },
  refresh(session) {
    if (session.client.workspace?.inlayHint?.refreshSupport) {
      session.connection.languages.inlayHint.refresh().catch(() => {});
    }
  },
};
