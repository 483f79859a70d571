import type { PdfReader } from '../quotes/paged.js';

/**
 * All that differs between Node, a web worker, the command line and memory. Asynchronous; the core itself never waits.
 * Addresses are opaque: only the host takes them apart.
 */
export interface Host {
  /** The folders of all reviews at or under the given ones: each that holds a `metasynth.yaml`, ignored folders left out. */
  findReviews(folders: readonly string[]): Promise<readonly string[]>;
  /** The files of a folder and those below, as addresses. */
  list(root: string): Promise<readonly string[]>;
  /** Reads files in the order asked, in batches, so that a large review neither blocks nor fills the memory. */
  read(addresses: readonly string[]): AsyncIterable<readonly FileBytes[]>;
  /** The address of a file by its path in a folder, with `/`. */
  join(root: string, path: string): string;
  /** The path of an address in a folder, with `/`; undefined when it lies outside. */
  relative(root: string, address: string): string | undefined;
  /** Takes the words out of a PDF. It is code of some size, which is loaded once it is called; absent where that cannot be done. */
  readonly pdf?: PdfReader;
}

export type ReadFailure = 'missing' | 'denied' | 'too-large';

export interface FileBytes {
  readonly address: string;
  readonly bytes?: Uint8Array;
  readonly failure?: ReadFailure;
}

/** Larger files are not read: no study, codebook or manuscript of people's making comes near it. In bytes. */
export const largestFile = 20 * 1024 * 1024;

export type FileEvent = 'created' | 'changed' | 'deleted';

export interface FileChange {
  readonly address: string;
  readonly kind: FileEvent;
}
