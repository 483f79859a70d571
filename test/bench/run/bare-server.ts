// A language server that knows nothing: what any server takes to start and to say one thing of the file that is open.
import { createConnection, ProposedFeatures, TextDocumentSyncKind } from 'vscode-languageserver/node';

const connection = createConnection(ProposedFeatures.all);
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
connection.onDidOpenTextDocument(({ textDocument }) => {
  const diagnostics = [{ range, message: 'Nothing is known of this.', code: 'bare' }];
  void connection.sendDiagnostics({ uri: textDocument.uri, diagnostics });
});
connection.listen();
