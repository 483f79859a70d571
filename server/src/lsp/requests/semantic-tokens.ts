import { type CancellationToken, SemanticTokensBuilder } from 'vscode-languageserver';
import { type LineRange, type Token, tokenModifiers, tokensOf, tokenTypes } from '../../features/tokens.js';
import type { Requests, Session } from '../session.js';

/** Tokens of so many files are remembered, to answer with what has changed of them. */
const remembered = 20;

/** What the review knows of the words of a file, for editors to colour. */
export const semanticTokenRequests: Requests = {
  capabilities: () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
  }),
  register(session) {
    const builders = new Map<string, SemanticTokensBuilder>();
    const builderOf = (uri: string): SemanticTokensBuilder => {
      const builder = builders.get(uri) ?? new SemanticTokensBuilder();
      builders.delete(uri);
      builders.set(uri, builder);
      for (const oldest of builders.keys()) {
        if (builders.size <= remembered) break;
        builders.delete(oldest);
      }
      return builder;
    };
    const { semanticTokens } = session.connection.languages;
    semanticTokens.on(async ({ textDocument: { uri } }, token) => {
      const tokens = await tokensAt(session, uri, token);
      if (!tokens) return null;
      // A full answer begins anew, whatever was answered before.
      builders.delete(uri);
      const builder = builderOf(uri);
      push(builder, tokens);
      return builder.build();
    });
    semanticTokens.onDelta(async ({ textDocument: { uri }, previousResultId }, token) => {
      const tokens = await tokensAt(session, uri, token);
      if (!tokens) return null;
      const builder = builderOf(uri);
      builder.previousResult(previousResultId);
      push(builder, tokens);
      return builder.buildEdits();
    });
    semanticTokens.onRange(async ({ textDocument: { uri }, range }, token) => {
      const tokens = await tokensAt(session, uri, token, { line: range.start.line, endLine: range.end.line });
      if (!tokens) return null;
      const builder = new SemanticTokensBuilder();
      push(builder, tokens);
      return builder.build();
    });
  },
};

async function tokensAt(
  session: Session,
  uri: string,
  token: CancellationToken,
  within?: LineRange,
): Promise<Token[] | undefined> {
  const owned = await session.owned(uri, token);
  if (!owned) return undefined;
  const { state, path } = owned;
  const text = await state.text(path);
  return text === undefined ? undefined : tokensOf(state.review, path, text, within);
}

function push(builder: SemanticTokensBuilder, tokens: readonly Token[]): void {
  for (const { line, character, length, type, modifiers } of tokens) {
    const bits = modifiers.reduce((sum, each) => sum | (1 << tokenModifiers.indexOf(each)), 0);
    builder.push(line, character, length, tokenTypes.indexOf(type), bits);
  }
}
