import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { clientHost } from './client-host.js';
import { nodeHost } from './node-host.js';
import { giveBackMemory } from './node-memory.js';
import { nodeTools } from './node-tools.js';
import { startServer } from './server.js';

/** Starts the language server in Node: over standard input and output, or over the channel that the arguments name. */
export function startNodeServer(): void {
  const connection = createConnection(ProposedFeatures.all);
  const pages = join(__dirname, '..', 'docs', 'diagnostics');
  startServer(connection, {
    host: options => nodeHost(options.clientFiles ? clientHost(connection) : undefined),
    tools: () => nodeTools,
    tidy: giveBackMemory,
    ...(existsSync(pages) && { help: `${pathToFileURL(pages).href}/{code}.md` }),
  });
}
