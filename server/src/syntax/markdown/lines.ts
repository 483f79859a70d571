/**
 * Lines of a text, and a cursor that reads one line as Markdown sees it: in columns, where a tab jumps to the next
 * multiple of four and may be used up in part by a list marker.
 */

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;

export function isBlankCode(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** True for what `\s` matches. Told from the code, for this is asked of most characters. */
export function isSpaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code === SPACE || (code >= TAB && code <= CR);
  return code >= 0xa0 && /\s/.test(text[at]!);
}

/** Walks the lines of a text. LF, CRLF and a lone CR end a line; a text's last line may have no end. */
export class Lines {
  /** Where the current line starts, where its words end, and where the next line starts. */
  start = 0;
  end = 0;
  next: number;
  private lf = -1;
  private cr = -1;

  constructor(
    readonly text: string,
    from = 0,
  ) {
    this.next = from;
  }

  /** Goes to the next line; false when there is none. Each character is looked at once, however often this is called. */
  advance(): boolean {
    if (this.next >= this.text.length) return false;
    this.start = this.next;
    if (this.lf < this.start) this.lf = this.find('\n');
    if (this.cr < this.start) this.cr = this.find('\r');
    this.end = Math.min(this.lf, this.cr);
    const crlf = this.cr < this.lf && this.text.charCodeAt(this.cr + 1) === LF;
    this.next = Math.min(this.text.length, this.end + (crlf ? 2 : 1));
    return true;
  }

  private find(lineBreak: string): number {
    const found = this.text.indexOf(lineBreak, this.start);
    return found < 0 ? this.text.length : found;
  }
}

/** The end of the words between two offsets: without the spaces and line breaks before `end`. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start) {
    const code = text.charCodeAt(at - 1);
    if (!isBlankCode(code) && code !== LF && code !== CR) break;
    at--;
  }
  return at;
}

/** Reads one line from left to right while its containers (quotes, list items) take their part of it. */
export class LineCursor {
  start = 0;
  end = 0;
  /** The offset read so far, and its column; inside a tab the offset stays at the tab while the column moves on. */
  at = 0;
  column = 0;
  /** The next character that is not white space, its column's distance from `column`, and whether there is none. */
  next = 0;
  indent = 0;
  blank = false;

  constructor(readonly text: string) {}

  load(start: number, end: number): void {
    this.start = start;
    this.end = end;
    this.at = start;
    this.column = 0;
    this.measure();
  }

  measure(): void {
    let at = this.at;
    let column = this.column;
    for (; at < this.end; at++) {
      const code = this.text.charCodeAt(at);
      if (code === SPACE) column++;
      else if (code === TAB) column += 4 - (column % 4);
      else break;
    }
    this.next = at;
    this.indent = column - this.column;
    this.blank = at >= this.end;
  }

  /** Takes up to so many columns of white space. */
  skip(columns: number): void {
    let left = columns;
    while (left > 0 && this.at < this.end) {
      const code = this.text.charCodeAt(this.at);
      if (!isBlankCode(code)) break;
      const width = code === TAB ? 4 - (this.column % 4) : 1;
      const taken = Math.min(width, left);
      this.column += taken;
      left -= taken;
      if (taken === width) this.at++;
    }
    this.measure();
  }

  /** Takes the white space before the next word, and so many characters of that word. */
  take(characters: number): void {
    this.column += this.indent + characters;
    this.at = this.next + characters;
    this.measure();
  }
}
