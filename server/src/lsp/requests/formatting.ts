import type { CancellationToken } from 'vscode-languageserver';
import { TextEdit } from 'vscode-languageserver-types';
import { type FormattingWishes, formattingOf } from '../../features/formatting.js';
import type { LineRange } from '../../features/tokens.js';
import { toRange } from '../convert.js';
import type { Requests, Session } from '../session.js';

/** The layout of a file's YAML. */
export const formattingRequests: Requests = {
  capabilities: () => ({ documentFormattingProvider: true, documentRangeFormattingProvider: true }),
  register(session) {
    session.connection.onDocumentFormatting(({ textDocument, options }, token) =>
      editsOf(session, textDocument.uri, token, options as FormattingWishes),
    );
    session.connection.onDocumentRangeFormatting(({ textDocument, options, range }, token) =>
      editsOf(session, textDocument.uri, token, options as FormattingWishes, {
        line: range.start.line,
        endLine: range.end.line,
      }),
    );
  },
};

async function editsOf(
  session: Session,
  uri: string,
  token: CancellationToken,
  wishes: FormattingWishes,
  within?: LineRange,
): Promise<TextEdit[] | null> {
  const owned = await session.owned(uri, token);
  if (!owned) return null;
  const { state, path } = owned;
  const text = await state.text(path);
  if (text === undefined) return null;
  return formattingOf(state.review, path, text, wishes, within).map(edit =>
    TextEdit.replace(toRange(edit.range), edit.text),
  );
}
