/**
 * The form in which words are compared: their letters and digits, one after another, and nothing between them. White space,
 * hyphens at the end of a line, soft hyphens, kinds of quotation marks, dashes and emphasis differ between a page, what a
 * program makes of that page, and what somebody types from it; letters and their order do not.
 */
export interface Letters {
  /** Letters and digits in compatibility form (NFKC), so that a ligature is its letters, in the case of the text. */
  readonly cased: string;
  /** The same in lower case, letter by letter: as long as `cased`. */
  readonly lower: string;
  /** For each letter the offset in the text of the character that it comes from. */
  readonly from: Int32Array;
  /** For each letter the offset behind that character. */
  readonly to: Int32Array;
  /** 1 for each letter that begins a word: the character before it in the text is neither letter nor digit. */
  readonly starts: Uint8Array;
}

const word = /[\p{L}\p{N}]/u;
const mark = /\p{M}/u;
/** Raised numbers are marks of notes, which whoever quotes leaves out. */
const raised = /[\u00b2\u00b3\u00b9\u2070-\u209c]/;

/** @param skipped spans of the text, in order, whose letters are no part of it */
export function lettersOf(text: string, skipped: readonly (readonly [number, number])[] = []): Letters {
  const made = new Gathering(text.length);
  let next = 0;
  let inside = false;
  for (let at = 0; at < text.length; ) {
    const skip = skipped[next];
    if (skip && at >= skip[0]) {
      at = Math.max(at, skip[1]);
      next++;
      inside = false;
      continue;
    }
    const code = text.charCodeAt(at);
    if (code < 128) {
      // Nearly all of a text is words of plain letters, which are taken whole.
      const most = skip ? Math.min(text.length, skip[0]) : text.length;
      let end = at;
      while (end < most && isAsciiWord(text.charCodeAt(end))) end++;
      if (end > at) made.addPlain(text, at, end, !inside);
      inside = end > at;
      at = Math.max(end, at + 1);
      continue;
    }
    let end = at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
    const first = text.slice(at, end);
    if (!word.test(first) || raised.test(first)) {
      // A soft hyphen, a joiner or a mark without a letter stands inside a word without ending it.
      if (!/[\p{Cf}\p{M}]/u.test(first)) inside = false;
      at = end;
      continue;
    }
    while (end < text.length && text.charCodeAt(end) > 128 && mark.test(text[end]!)) end++;
    inside = made.addFolded(text.slice(at, end), at, end, inside);
    at = end;
  }
  return made.letters();
}

function isAsciiWord(code: number): boolean {
  return (code > 47 && code < 58) || (code > 64 && code < 91) || (code > 96 && code < 123);
}

/** Letters as they are gathered, in arrays that grow. */
class Gathering {
  private readonly parts: string[] = [];
  private count = 0;
  private from: Int32Array;
  private to: Int32Array;
  private starts: Uint8Array;

  constructor(size: number) {
    this.from = new Int32Array(size);
    this.to = new Int32Array(size);
    this.starts = new Uint8Array(size);
  }

  /** Letters that are one character each, as they stand. */
  addPlain(text: string, from: number, to: number, start: boolean): void {
    while (this.count + to - from > this.from.length) this.grow();
    this.parts.push(text.slice(from, to));
    this.starts[this.count] = start ? 1 : 0;
    for (let at = from; at < to; at++) {
      this.from[this.count] = at;
      this.to[this.count] = at + 1;
      this.count++;
    }
  }

  add(letter: string, from: number, to: number, start: boolean): void {
    if (this.count === this.from.length) this.grow();
    this.parts.push(letter);
    this.from[this.count] = from;
    this.to[this.count] = to;
    this.starts[this.count] = start ? 1 : 0;
    this.count++;
  }

  /** One letter with its marks, or a ligature, in compatibility form. True when it ends inside a word. */
  addFolded(written: string, from: number, to: number, inside: boolean): boolean {
    let within = inside;
    for (const unit of written.normalize('NFKC').split('')) {
      const ascii = unit.charCodeAt(0) < 128;
      if (ascii && !isAsciiWord(unit.charCodeAt(0))) {
        within = false;
        continue;
      }
      this.add(unit, from, to, !within);
      within = true;
    }
    return within;
  }

  letters(): Letters {
    const cased = this.parts.join('');
    const lower = cased.toLowerCase();
    return {
      cased,
      // In a few alphabets a letter has another length in lower case; then each is folded by itself, or left as it is.
      lower: lower.length === cased.length ? lower : cased.split('').map(inLowerCase).join(''),
      from: this.from.subarray(0, this.count),
      to: this.to.subarray(0, this.count),
      starts: this.starts.subarray(0, this.count),
    };
  }

  private grow(): void {
    const size = 2 * this.from.length + 16;
    const [from, to, starts] = [new Int32Array(size), new Int32Array(size), new Uint8Array(size)];
    from.set(this.from);
    to.set(this.to);
    starts.set(this.starts);
    this.from = from;
    this.to = to;
    this.starts = starts;
  }
}

function inLowerCase(letter: string): string {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
}
