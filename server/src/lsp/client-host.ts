import type { Connection } from 'vscode-languageserver';
import type { FileBytes, Host } from '../host/host.js';
import type { PdfReader } from '../quotes/paged.js';
import { canonical, joinAddress, relativePath } from './addresses.js';
import { findReviewsRequest, listRequest, readRequest } from './protocol.js';

/** How many files are asked for at once. The client reads them side by side; one by one would cost seconds on the web. */
const batchSize = 500;

/**
 * A host whose files are read by the client: in a browser, and for folders that lie on no disk.
 *
 * @param pdf how PDFs are read, where they can be
 */
export function clientHost(connection: Connection, pdf?: PdfReader): Host {
  return {
    findReviews: async folders =>
      (await connection.sendRequest(findReviewsRequest, { folders: [...folders] })).map(canonical),
    list: async root => (await connection.sendRequest(listRequest, { root })).map(canonical),
    async *read(addresses): AsyncIterable<readonly FileBytes[]> {
      for (let start = 0; start < addresses.length; start += batchSize) {
        const uris = addresses.slice(start, start + batchSize);
        const files = await connection.sendRequest(readRequest, { uris });
        yield files.map(({ uri, base64, failure }) => ({
          address: canonical(uri),
          ...(base64 !== undefined && { bytes: fromBase64(base64) }),
          ...(failure && { failure }),
        }));
      }
    },
    join: joinAddress,
    relative: relativePath,
    ...(pdf && { pdf }),
  };
}

function fromBase64(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
