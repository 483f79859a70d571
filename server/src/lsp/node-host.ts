import { URI } from 'vscode-uri';
import type { FileBytes, Host } from '../host/host.js';
import { canonical, joinAddress, relativePath } from './addresses.js';
import { filesUnder, readFileBytes, reviewFolders } from './node-files.js';

/** Few enough for a key that is pressed meanwhile to be answered before anybody notices. */
const batchSize = 10;

/**
 * A host on a local disk. Addresses are URIs; those of another scheme than `file` are left to `other`, the client.
 */
export function nodeHost(other?: Host): Host {
  const local = (address: string): string | undefined => {
    const uri = URI.parse(address);
    return uri.scheme === 'file' ? uri.fsPath : undefined;
  };
  return {
    async findReviews(folders) {
      const found: string[] = [];
      const elsewhere: string[] = [];
      for (const folder of folders) {
        const path = local(folder);
        if (path === undefined) elsewhere.push(folder);
        else found.push(...reviewFolders(path).map(each => URI.file(each).toString()));
      }
      if (other && elsewhere.length > 0) found.push(...(await other.findReviews(elsewhere)));
      return [...new Set(found.map(canonical))];
    },
    async list(root) {
      const path = local(root);
      if (path === undefined) return (await other?.list(root)) ?? [];
      return filesUnder(path).map(file => URI.file(file).toString());
    },
    async *read(addresses): AsyncIterable<readonly FileBytes[]> {
      const elsewhere = addresses.filter(address => local(address) === undefined);
      if (other && elsewhere.length > 0) yield* other.read(elsewhere);
      const paths = addresses.flatMap(address => ({ address, path: local(address) }));
      for (let start = 0; start < paths.length; start += batchSize) {
        yield paths
          .slice(start, start + batchSize)
          .flatMap(({ address, path }) => (path === undefined ? [] : [{ address, ...readFileBytes(path) }]));
        // The event loop gets a turn, so that a large review does not keep the editor waiting.
        await new Promise(resolve => setImmediate(resolve));
      }
    },
    join: joinAddress,
    relative: relativePath,
    pdf: async (bytes, pause) => (await import('../pdf/read.js')).readPdf(bytes, pause),
  };
}
