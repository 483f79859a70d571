import type { PdfReader } from '../quotes/paged.js';

declare const self: DedicatedWorkerGlobalScope & { metasynthPdf?: { readonly readPdf: PdfReader } };

/**
 * Reads PDFs in a web worker by a script of our own, which is taken in once the first PDF is there. A worker knows no address
 * relative to its own code, so the client tells it.
 */
export function importedPdf(script: string): PdfReader {
  return async (bytes, pause) => {
    if (!self.metasynthPdf) importScripts(script);
    return self.metasynthPdf?.readPdf(bytes, pause);
  };
}
