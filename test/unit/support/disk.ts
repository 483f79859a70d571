import type { FileBytes, Host } from '../../../server/src/host/host.js';
import type { PdfReader } from '../../../server/src/quotes/paged.js';
import { exampleReview } from '../../../server/src/rules/example.js';

/** A disk in memory. Addresses are paths that begin with `/`. */
export class Disk implements Host {
  readonly files = new Map<string, Uint8Array>();
  readonly reads: string[] = [];
  /** Tests with PDFs hand in what reads them. */
  pdf?: PdfReader;

  write(address: string, text: string): void {
    this.files.set(address, new TextEncoder().encode(text));
  }

  async findReviews(folders: readonly string[]): Promise<readonly string[]> {
    return [...this.files.keys()]
      .filter(file => file.endsWith('/metasynth.yaml') && folders.some(folder => file.startsWith(`${folder}/`)))
      .map(file => file.slice(0, file.lastIndexOf('/')));
  }

  async list(root: string): Promise<readonly string[]> {
    return [...this.files.keys()].filter(file => file.startsWith(`${root}/`));
  }

  async *read(addresses: readonly string[]): AsyncIterable<readonly FileBytes[]> {
    for (const address of addresses) {
      this.reads.push(address);
      const bytes = this.files.get(address);
      yield [bytes ? { address, bytes } : { address, failure: 'missing' as const }];
    }
  }

  join(root: string, path: string): string {
    return `${root}/${path}`;
  }

  relative(root: string, address: string): string | undefined {
    return address.startsWith(`${root}/`) ? address.slice(root.length + 1) : undefined;
  }
}

/** The small faultless review on a disk. */
export function disk(root = '/review'): Disk {
  const made = new Disk();
  for (const { path, text } of exampleReview('')) made.write(`${root}/${path}`, text);
  return made;
}
