import { CodeLensRefreshRequest } from 'vscode-languageserver';
import type { CodeLens } from 'vscode-languageserver-types';
import { type Lens, lenses, lensWords } from '../../features/lenses.js';
import { toRange } from '../convert.js';
import type { Requests, Session } from '../session.js';

/** What a lens carries until it is shown. */
interface Carried extends Pick<Lens, 'kind' | 'id'> {
  readonly uri: string;
}

/** How many studies stand behind a construct or a theme, above it. */
export const lensRequests: Requests = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: true } }),
  register(session) {
    session.connection.onCodeLens(async ({ textDocument: { uri } }, token): Promise<CodeLens[]> => {
      const owned = await session.owned(uri, token);
      if (!owned) return [];
      return lenses(owned.state.review, owned.path, session.settings.codeLens).map(({ kind, id, range }) => ({
        range: toRange(range),
        data: { uri, kind, id } satisfies Carried,
      }));
    });
    session.connection.onCodeLensResolve(async lens => ({ ...lens, command: await commandOf(session, lens) }));
  },
  refresh(session) {
    if (session.client.workspace?.codeLens?.refreshSupport) {
      session.connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
    }
  },
};

async function commandOf(session: Session, { data, range }: CodeLens) {
  const { uri, kind, id } = data as Carried;
  const owned = await session.owned(uri);
  const said = owned && lensWords(owned.state.review, { kind, id });
  if (!owned || !said) return { title: '', command: '' };
  const locations = said.places.map(place => ({
    uri: session.address(owned.state, place.path),
    range: toRange(place.range),
  }));
  return session.commands
    ? { title: said.title, command: 'metasynth.showReferences', arguments: [uri, range.start, locations] }
    : { title: said.title, command: '' };
}
