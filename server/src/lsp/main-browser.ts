import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientHost } from './client-host.js';
import { importedOffice } from './imported-office.js';
import { importedPdf } from './imported-pdf.js';
import { startServer } from './server.js';

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
startServer(connection, {
  host: ({ pdf }) => clientHost(connection, pdf === undefined ? undefined : importedPdf(pdf)),
  tools: ({ office }) => ({ office: importedOffice(office) }),
});
