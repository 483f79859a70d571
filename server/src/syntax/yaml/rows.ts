/** A line as the mender sees it: offsets into the text, without its line break. */
export interface Row {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  /** Where white space at the start ends; `end` for a blank line. */
  readonly content: number;
}

/** The lines of a text by number, measured once. Only `\n` and `\r\n` end them here: a lone `\r` was replaced before. */
export class Rows {
  readonly text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.text = text;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  get count(): number {
    return this.#starts.length;
  }

  row(line: number): Row {
    const start = this.#starts[line] ?? this.text.length;
    const next = this.#starts[line + 1];
    let end = next === undefined ? this.text.length : next - 1;
    if (next !== undefined && end > start && this.text[end - 1] === '\r') end--;
    let content = start;
    while (content < end && isBlank(this.text[content])) content++;
    return { start, end, content };
  }

  /** The number of the line that holds an offset. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}

/** A space or a tab. */
export function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

/** The offset after the last character of a stretch that is not white space. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1]!)) at--;
  return at;
}

/** Where a comment starts at or after an offset of a line: a `#` with white space before it; else undefined. */
export function commentStart(text: string, from: number, end: number, lineStart: number): number | undefined {
  for (let at = text.indexOf('#', from); at !== -1 && at < end; at = text.indexOf('#', at + 1)) {
    if (at === lineStart || isBlank(text[at - 1])) return at;
  }
  return undefined;
}

/** Where the first colon of a line stands that YAML reads as one: with white space or the end of the line after it. */
export function colonIn(text: string, from: number, end: number): number | undefined {
  for (let at = text.indexOf(':', from); at !== -1 && at < end; at = text.indexOf(':', at + 1)) {
    if (at + 1 === end || isBlank(text[at + 1])) return at;
  }
  return undefined;
}

/** True when nothing but white space or a comment stands in a stretch of one line that starts after a value. */
export function isRestEmpty(text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end && isBlank(text[at])) at++;
  return at === end || (text[at] === '#' && at > from);
}

/** The words of several lines as one text: line breaks and the white space around them become one space. */
export function folded(text: string): string {
  return text.trim().replace(/[ \t]*\r?\n\s*/g, ' ');
}

/** True for a `#` that is the start of a word, `#1` or `#giving-back`; comments have a space or a rule of signs there. */
export function isHashWord(text: string, hash: number): boolean {
  const code = text.codePointAt(hash + 1);
  return code !== undefined && /[\p{L}\p{N}_]/u.test(String.fromCodePoint(code));
}
