import { breaksIn, type Text } from './text.js';

/** About how long a piece is, in UTF-16 units: short enough to be copied at each keystroke, and few in a large file. */
const PIECE = 32_768;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Some whole lines of a text; the last piece may end without a line break. */
interface Piece {
  readonly text: string;
  /** How many line breaks it holds. */
  readonly lines: number;
}

/**
 * A text that is edited: each edit makes a new one that shares with the one before all that it did not touch. Strings of
 * megabytes would be copied whole at each keystroke.
 */
export class PiecedText implements Text {
  readonly length: number;
  private whole: string | undefined;

  private constructor(private readonly pieces: readonly Piece[]) {
    let length = 0;
    for (const piece of pieces) length += piece.text.length;
    this.length = length;
  }

  static of(text: string): PiecedText {
    const made = new PiecedText(cut(text));
    made.whole = text;
    return made;
  }

  /** The text with other words between two offsets. */
  replace(start: number, end: number, words: string): PiecedText {
    const { pieces } = this;
    const [first, firstAt] = this.pieceAt(start);
    const [last, lastAt] = this.pieceAt(end);
    let head = first;
    let tail = last + 1;
    let middle =
      (pieces[first]?.text.slice(0, start - firstAt) ?? '') + words + (pieces[last]?.text.slice(end - lastAt) ?? '');
    // Every piece ends where a line ends, and none between the two signs of one line break.
    while (tail < pieces.length && !endsLine(middle, pieces[tail]!.text)) middle += pieces[tail++]!.text;
    if (head > 0 && !endsLine(pieces[head - 1]!.text, middle)) middle = pieces[--head]!.text + middle;
    return new PiecedText([...pieces.slice(0, head), ...cut(middle), ...pieces.slice(tail)]);
  }

  /** The offset of a line and character; a character past the end of its line means that end, before the line break. */
  offsetAt(line: number, character: number): number {
    if (!(line >= 0)) return 0;
    let at = 0;
    let left = line;
    for (const [index, { text, lines }] of this.pieces.entries()) {
      if (left < lines || (left === lines && index === this.pieces.length - 1)) {
        return at + placeIn(text, left, character);
      }
      left -= lines;
      at += text.length;
    }
    return this.length;
  }

  slice(start: number, end = this.length): string {
    if (this.whole !== undefined) return this.whole.slice(start, end);
    if (start >= end) return '';
    let [index, at] = this.pieceAt(start);
    let found = '';
    for (; index < this.pieces.length && at < end; index++) {
      const { text } = this.pieces[index]!;
      found += text.slice(Math.max(0, start - at), end - at);
      at += text.length;
    }
    return found;
  }

  sharedWith(other: Text): { readonly start: number; readonly end: number } {
    if (!(other instanceof PiecedText)) return { start: 0, end: 0 };
    const [own, others] = [this.pieces, other.pieces];
    const most = Math.min(own.length, others.length);
    let start = 0;
    for (let i = 0; i < most && own[i] === others[i]; i++) start += own[i]!.text.length;
    let end = 0;
    for (let i = 1; i <= most && own.at(-i) === others.at(-i); i++) end += own.at(-i)!.text.length;
    return { start, end };
  }

  toString(): string {
    this.whole ??= this.pieces.map(piece => piece.text).join('');
    return this.whole;
  }

  /** The piece with the character behind an offset, and where it starts; of the end of the text, the last one. */
  private pieceAt(offset: number): [index: number, start: number] {
    let start = 0;
    for (let index = 0; index < this.pieces.length; index++) {
      const { length } = this.pieces[index]!.text;
      if (offset < start + length || index === this.pieces.length - 1) return [index, start];
      start += length;
    }
    return [0, 0];
  }
}

/** A text in pieces; none for an empty one. */
function cut(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; ) {
    const feed = text.length - at > 2 * PIECE ? text.indexOf('\n', at + PIECE) : -1;
    const end = feed < 0 ? text.length : feed + 1;
    pieces.push({ text: text.slice(at, end), lines: breaksIn(text, at, end) });
    at = end;
  }
  return pieces;
}

/** Whether a line ends between two stretches of a text. */
function endsLine(before: string, after: string): boolean {
  const last = before.charCodeAt(before.length - 1);
  if (last === CARRIAGE_RETURN) return after.charCodeAt(0) !== LINE_FEED;
  return last === LINE_FEED || before === '';
}

/** The offset of a character in the line behind so many line breaks. */
function placeIn(text: string, breaks: number, character: number): number {
  let start = 0;
  for (let left = breaks; left > 0 && start < text.length; start++) {
    const code = text.charCodeAt(start);
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(start + 1) !== LINE_FEED)) left--;
  }
  const most = Math.min(text.length, start + Math.max(0, character));
  let at = start;
  while (at < most && text.charCodeAt(at) !== LINE_FEED && text.charCodeAt(at) !== CARRIAGE_RETURN) at++;
  return at;
}
