import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, start } from './start.js';

/** VS Code on a desktop or a server: the language server is a process of its own. */
export function activate(context: vscode.ExtensionContext): Api {
  const module = context.asAbsolutePath('out/server.js');
  return start(
    context,
    options =>
      new LanguageClient(
        'metasynth',
        'Metasynth',
        {
          run: { module, transport: TransportKind.ipc },
          debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
        },
        options,
      ),
  );
}
