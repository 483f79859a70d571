import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
// Its other half says where it is to be found by itself; both then work in this thread, and nothing is looked for elsewhere.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { PagedText, Pause } from '../quotes/paged.js';
import type { TextItem } from './items.js';
import { pageText } from './layout.js';

/** What is behind these limits is not read: a book has fewer pages, and a page fewer words. */
const mostPages = 2000;
const mostItems = 40_000;
const mostCharacters = 400_000;
/** A file that takes longer is given up, in milliseconds of work: a book of hundreds of pages takes some seconds. */
const mostTime = 60_000;
/** How long it reads before whatever else waits gets its turn, in milliseconds. */
const turn = 8;

/** Nothing is drawn, fetched, compiled or shown; what is broken is told of rather than mended in silence. */
const nothingButWords = {
  isEvalSupported: false,
  useWorkerFetch: false,
  useSystemFonts: false,
  useWasm: false,
  disableFontFace: true,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  disableAutoFetch: true,
  disableRange: true,
  disableStream: true,
  enableXfa: false,
  stopAtErrors: true,
  verbosity: 0,
};

/**
 * The words of a PDF. Undefined for a file that is none, is locked or too broken; where only some of its pages cannot be read,
 * the text says so. It works in turns, with pauses between them.
 */
export async function readPdf(bytes: Uint8Array, pause: Pause): Promise<PagedText | undefined> {
  // What is handed over is gone afterwards.
  const task = getDocument({ ...nothingButWords, data: bytes.slice() });
  try {
    return await readPages(await task.promise, new Turns(pause));
  } catch {
    return undefined;
  } finally {
    await task.destroy().catch(() => {});
  }
}

async function readPages(document: PDFDocumentProxy, turns: Turns): Promise<PagedText> {
  const count = Math.min(document.numPages, mostPages);
  let whole = count === document.numPages;
  const labels = whole ? await document.getPageLabels().catch(() => null) : null;
  const pages: string[] = [];
  for (let number = 1; number <= count; number++) {
    const text = turns.spent < mostTime ? await readPage(document, number, turns) : undefined;
    if (text === undefined) whole = false;
    pages.push(text ?? '');
    await turns.rest();
  }
  return { pages, labels: labels ?? undefined, whole };
}

/** The text of a page; undefined where it cannot be read, or has more than any page has. */
async function readPage(document: PDFDocumentProxy, number: number, turns: Turns): Promise<string | undefined> {
  let page: PDFPageProxy | undefined;
  try {
    page = await document.getPage(number);
    const items = await itemsOf(page, turns);
    return items && pageText(items);
  } catch {
    return undefined;
  } finally {
    page?.cleanup();
  }
}

/** It comes in portions, and the next is made only when it is asked for: so a page without end is left in the middle of it. */
async function itemsOf(page: PDFPageProxy, turns: Turns): Promise<readonly TextItem[] | undefined> {
  const items: TextItem[] = [];
  let characters = 0;
  const reader = page.streamTextContent().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return items;
      for (const item of value.items as readonly (TextItem | { readonly type: string })[]) {
        if (!('str' in item)) continue;
        items.push(item);
        characters += item.str.length;
      }
      if (items.length > mostItems || characters > mostCharacters || turns.spent > mostTime) {
        await reader.cancel(new Error('The page has no end.'));
        return undefined;
      }
      await turns.rest();
    }
  } finally {
    reader.releaseLock();
  }
}

/** Working time, in turns with pauses between them. */
class Turns {
  private before = 0;
  private began = performance.now();

  constructor(private readonly pause: Pause) {}

  /** The time spent at work so far, pauses left out. */
  get spent(): number {
    return this.before + performance.now() - this.began;
  }

  async rest(): Promise<void> {
    if (performance.now() - this.began < turn) return;
    this.before = this.spent;
    await this.pause();
    this.began = performance.now();
  }
}
