import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { explainRequest } from '../../server/src/lsp/protocol.js';

const scheme = 'metasynth-help';

/** The pages of the diagnostics, which the codes in the Problems view link to, shown in the Markdown preview. */
export function registerExplain(client: BaseLanguageClient): vscode.Disposable[] {
  const provider: vscode.TextDocumentContentProvider = {
    provideTextDocumentContent: async uri => {
      const code = uri.path.replace(/^\//, '').replace(/\.md$/, '');
      const page = await client.sendRequest(explainRequest, { code });
      return page ?? vscode.l10n.t('There is no diagnostic "{0}".', code);
    },
  };
  return [
    vscode.workspace.registerTextDocumentContentProvider(scheme, provider),
    vscode.commands.registerCommand('metasynth.explain', async (given?: unknown) => {
      const code = typeof given === 'string' && /^[a-z.-]+$/.test(given) ? given : await codeAtCursor();
      if (code === undefined) return;
      await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.from({ scheme, path: `/${code}.md` }));
    }),
  ];
}

/** Run from the palette: the diagnostic under the cursor, else one that is chosen from those of the file. */
async function codeAtCursor(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const all = vscode.languages.getDiagnostics(editor.document.uri).filter(each => each.source === 'metasynth');
  const here = all.filter(each => each.range.contains(editor.selection.active));
  const candidates = here.length > 0 ? here : all;
  const [only] = candidates;
  if (only && candidates.length === 1) return codeOf(only);
  const chosen = await vscode.window.showQuickPick(
    candidates.map(each => ({ label: each.message, description: codeOf(each) })),
    { placeHolder: vscode.l10n.t('Which one?') },
  );
  return chosen?.description;
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : (code ?? ''));
}
