import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Api, start } from './start.js';

/** VS Code in a browser: the language server is a web worker. */
export function activate(context: vscode.ExtensionContext): Api {
  const script = (name: string): string => vscode.Uri.joinPath(context.extensionUri, 'out', name).toString(true);
  const worker = new Worker(script('server-web.js'));
  context.subscriptions.push({ dispose: () => worker.terminate() });
  return start(context, options => {
    const initializationOptions = {
      ...options.initializationOptions,
      pdf: script('pdf.js'),
      office: script('office.js'),
    };
    return new LanguageClient('metasynth', 'Metasynth', worker, { ...options, initializationOptions });
  });
}
