import type { OfficeWriters } from '../documents/office-writers.js';

declare const self: DedicatedWorkerGlobalScope & { metasynthOffice?: OfficeWriters };

/**
 * What writes office files in a web worker: a script of our own, taken in once such a file is asked for. A worker knows no
 * address relative to its own code, so the client tells it.
 */
export function importedOffice(script: string | undefined): () => Promise<OfficeWriters> {
  return async () => {
    if (!self.metasynthOffice && script !== undefined) importScripts(script);
    if (!self.metasynthOffice) throw new Error('what writes office files could not be loaded');
    return self.metasynthOffice;
  };
}
