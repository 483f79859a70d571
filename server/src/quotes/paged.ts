/** A break in work that lasts: whatever else waits gets its turn. */
export type Pause = () => Promise<void>;

/** The words of a document that is made of pages, such as a PDF. */
export interface PagedText {
  /** The text of each page, its lines ended by `\n`. */
  readonly pages: readonly string[];
  /** What each page is called, as the file says it; undefined where it says nothing. */
  readonly labels: readonly string[] | undefined;
  /** False where pages were left out or could not be read: what is not found may stand on one of them. */
  readonly whole: boolean;
}

/** Takes the words out of a PDF; undefined where there are none to be had. */
export type PdfReader = (bytes: Uint8Array, pause: Pause) => Promise<PagedText | undefined>;
