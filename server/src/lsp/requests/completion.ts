import {
  type ClientCapabilities,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem as Item,
  MarkupKind,
} from 'vscode-languageserver';
import { complete } from '../../features/completion/completion.js';
import { documentationOf } from '../../features/completion/documentation.js';
import type { About, CompletionItem, ItemKind } from '../../features/completion/items.js';
import { toRange } from '../convert.js';
import type { Requests } from '../session.js';

const kinds: Readonly<Record<ItemKind, CompletionItemKind>> = {
  theme: CompletionItemKind.Keyword,
  construct: CompletionItemKind.Class,
  aspect: CompletionItemKind.Interface,
  study: CompletionItemKind.Reference,
  work: CompletionItemKind.Reference,
  finding: CompletionItemKind.Event,
  person: CompletionItemKind.Variable,
  question: CompletionItemKind.Property,
  answer: CompletionItemKind.EnumMember,
  value: CompletionItemKind.Value,
  field: CompletionItemKind.Field,
  characteristic: CompletionItemKind.Property,
  word: CompletionItemKind.EnumMember,
  rule: CompletionItemKind.Constant,
  heading: CompletionItemKind.Module,
  comment: CompletionItemKind.Snippet,
  snippet: CompletionItemKind.Snippet,
};

/**
 * After these signs something may be offered without being asked for. A space is among them, for values begin behind one;
 * where nothing fits, the answer is an empty list that no editor shows.
 */
const triggers = ['@', '#', ':', '-', '[', '{', ',', ' ', '<', '='];

/** What an item carries to the client and back, so that its documentation is made only when somebody reads it. */
interface ItemData {
  readonly uri: string;
  readonly about: About;
}

/** Names, values and fields while they are typed. */
export const completionRequests: Requests = {
  capabilities: () => ({ completionProvider: { triggerCharacters: triggers, resolveProvider: true } }),
  register(session) {
    const { connection, client } = session;
    const item = client.textDocument?.completion?.completionItem;
    const able = { snippets: item?.snippetSupport === true };
    connection.onCompletion(async ({ textDocument, position }, token): Promise<CompletionList | null> => {
      const owned = await session.owned(textDocument.uri, token);
      if (!owned) return null;
      const { state, path } = owned;
      const text = state.openText(path);
      if (text === undefined) return null;
      const { items, incomplete } = complete(state.review, path, text, position, able);
      return {
        isIncomplete: incomplete,
        items: items.map(each => toItem(each, textDocument.uri, item)),
      };
    });
    connection.onCompletionResolve(async given => {
      const data = given.data as Partial<ItemData> | undefined;
      if (typeof data?.uri !== 'string' || typeof data.about?.id !== 'string') return given;
      const owned = await session.owned(data.uri);
      const words = owned && documentationOf(owned.state.review, data.about);
      return words === undefined ? given : { ...given, documentation: { kind: MarkupKind.Markdown, value: words } };
    });
  },
};

type ItemAbilities = NonNullable<NonNullable<ClientCapabilities['textDocument']>['completion']>['completionItem'];

function toItem(
  {
    label,
    kind,
    detail,
    description,
    filterText,
    sortText,
    range,
    text,
    snippet,
    documentation,
    about,
  }: CompletionItem,
  uri: string,
  able: ItemAbilities,
): Item {
  // A client that cannot show words at the end of an item's line has them with the detail.
  const apart = able?.labelDetailsSupport === true && description !== undefined;
  const beside = apart ? detail : [detail, description].filter(each => each !== undefined).join(' · ');
  return {
    label,
    kind: kinds[kind],
    filterText,
    sortText,
    textEdit: { range: toRange(range), newText: text },
    ...(beside && { detail: beside }),
    ...(apart && { labelDetails: { description } }),
    ...(snippet && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(snippet &&
      able?.insertTextModeSupport?.valueSet.includes(InsertTextMode.adjustIndentation) && {
        insertTextMode: InsertTextMode.adjustIndentation,
      }),
    ...(documentation !== undefined && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    ...(about && { data: { uri, about } satisfies ItemData }),
  };
}
