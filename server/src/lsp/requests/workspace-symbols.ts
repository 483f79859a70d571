import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { type FoundSymbol, workspaceSymbols } from '../../features/workspace-symbols.js';
import { toRange } from '../convert.js';
import type { Requests } from '../session.js';

const kinds: Readonly<Record<FoundSymbol['kind'], SymbolKind>> = {
  construct: SymbolKind.Class,
  theme: SymbolKind.Property,
  study: SymbolKind.File,
  work: SymbolKind.Constant,
  finding: SymbolKind.Event,
};

/** Themes, constructs, studies and works by name, from anywhere. */
export const workspaceSymbolRequests: Requests = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register(session) {
    session.connection.onWorkspaceSymbol(async ({ query }, token): Promise<WorkspaceSymbol[]> => {
      await session.workspace.settled();
      if (token.isCancellationRequested) return [];
      const { reviews } = session.workspace;
      return reviews.flatMap(state =>
        workspaceSymbols(state.review, query).map(({ kind, name, path, range }) => ({
          name,
          kind: kinds[kind],
          location: { uri: session.address(state, path), range: toRange(range) },
          ...(reviews.length > 1 && { containerName: state.review.settings.title?.value ?? '' }),
        })),
      );
    });
  },
};
