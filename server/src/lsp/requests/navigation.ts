import { DocumentHighlightKind, type Location, type LocationLink } from 'vscode-languageserver-types';
import { definition } from '../../features/definition.js';
import { highlights, references } from '../../features/references.js';
import { toRange } from '../convert.js';
import type { Requests } from '../session.js';

/** Where something is told, everywhere it is named, and where in the file at hand. */
export const navigationRequests: Requests = {
  capabilities: () => ({ definitionProvider: true, referencesProvider: true, documentHighlightProvider: true }),
  register(session) {
    const { connection } = session;
    connection.onDefinition(async ({ textDocument, position }, token): Promise<Location[] | LocationLink[] | null> => {
      const owned = await session.owned(textDocument.uri, token);
      const found = owned && definition(owned.state.review, owned.path, position);
      if (!owned || !found) return null;
      const places = found.to.map(({ path, range }) => ({
        uri: session.address(owned.state, path),
        range: toRange(range),
      }));
      if (!session.client.textDocument?.definition?.linkSupport) return places;
      return places.map(({ uri, range }) => ({
        originSelectionRange: toRange(found.from),
        targetUri: uri,
        targetRange: range,
        targetSelectionRange: range,
      }));
    });
    connection.onReferences(async ({ textDocument, position, context }, token): Promise<Location[] | null> => {
      const owned = await session.owned(textDocument.uri, token);
      if (!owned) return null;
      return references(owned.state.review, owned.path, position)
        .filter(each => context.includeDeclaration || !each.defines)
        .map(({ path, range }) => ({ uri: session.address(owned.state, path), range: toRange(range) }));
    });
    connection.onDocumentHighlight(async ({ textDocument, position }, token) => {
      const owned = await session.owned(textDocument.uri, token);
      if (!owned) return null;
      return highlights(owned.state.review, owned.path, position).map(({ range, defines }) => ({
        range: toRange(range),
        kind: defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    });
  },
};
