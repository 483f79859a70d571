import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { type Entry, type EntryKind, outlineOf } from '../../features/symbols.js';
import { toRange } from '../convert.js';
import type { Requests } from '../session.js';

/** The protocol has kinds of program code alone: these look apart in an outline and are never read as words. */
const kinds: Readonly<Record<EntryKind, SymbolKind>> = {
  construct: SymbolKind.Class,
  division: SymbolKind.Namespace,
  finding: SymbolKind.Event,
  generated: SymbolKind.Object,
  argument: SymbolKind.Event,
  study: SymbolKind.File,
  group: SymbolKind.Namespace,
  value: SymbolKind.Field,
  theme: SymbolKind.Interface,
  quote: SymbolKind.String,
  reading: SymbolKind.Property,
  appraisal: SymbolKind.Number,
  work: SymbolKind.Key,
  map: SymbolKind.Module,
  list: SymbolKind.Array,
};

/** The outline of a file. */
export const documentSymbolRequests: Requests = {
  capabilities: () => ({ documentSymbolProvider: { label: 'Metasynth' } }),
  register(session) {
    session.connection.onDocumentSymbol(async ({ textDocument }, token) => {
      const owned = await session.owned(textDocument.uri, token);
      if (!owned) return null;
      const { state, path } = owned;
      const text = await state.text(path);
      return text === undefined ? null : outlineOf(state.review, path, text).map(toSymbol);
    });
  },
};

function toSymbol({ name, detail, kind, range, selection, children }: Entry): DocumentSymbol {
  return {
    name,
    detail,
    kind: kinds[kind],
    range: toRange(range),
    selectionRange: toRange(selection),
    children: children.map(toSymbol),
  };
}
