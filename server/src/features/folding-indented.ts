import type { Lines } from '../text/lines.js';
import type { Fold } from './folding-fold.js';

/** A line that others are set in under. */
interface Open {
  /** Twice the column, and one more for the dash of a list: its items belong to a key in the same column. */
  readonly rank: number;
  readonly line: number;
  end: number;
}

/** `key: |`, `- >-`, with a comment perhaps: what is set in below is text. */
const scalarHead = /(?:^|[:\s-]\s)[|>][-+1-9]{0,2}[ \t]*(?:#.*)?$/;

/**
 * Folds by indentation, as editors do for YAML, told apart by what YAML means: a list under a key in its own column
 * belongs to the key, what stands in a block of text is text, and comments that follow one another fold as one. Goes by
 * the lines alone, so that a half-typed file folds as well as a finished one.
 *
 * @param from the first line, `to` the one after the last
 * @param sign what begins a comment
 */
export function foldIndented(text: string, lines: Lines, from: number, to: number, sign: '#' | '%'): Fold[] {
  const folds: Fold[] = [];
  const open: Open[] = [];
  const leave = (rank: number): void => {
    while (open.length > 0 && open.at(-1)!.rank >= rank) {
      const { line, end } = open.pop()!;
      if (end > line) folds.push({ line, endLine: end });
      const outer = open.at(-1);
      if (outer && end > outer.end) outer.end = end;
    }
  };
  /** The column past which a line is the text of a block. */
  let scalar: number | undefined;
  let comments: { line: number; end: number; column: number } | undefined;
  /** The column of the outermost comment since the last line that was none. */
  let floor = Number.POSITIVE_INFINITY;
  const endComments = (): void => {
    if (comments && comments.end > comments.line)
      folds.push({ line: comments.line, endLine: comments.end, kind: 'comment' });
    comments = undefined;
  };
  for (let line = from; line < to; line++) {
    const [start, end] = lines.lineSpan(line);
    let content = start;
    while (content < end && (text[content] === ' ' || text[content] === '\t')) content++;
    if (content === end) {
      endComments();
      continue;
    }
    const column = content - start;
    if (scalar !== undefined) {
      if (column > scalar) {
        open.at(-1)!.end = line;
        continue;
      }
      scalar = undefined;
    }
    if (text[content] === sign) {
      // Comments in another column belong to something else, and folds must not cross.
      if (comments && comments.column !== column) endComments();
      if (comments) comments.end = line;
      else comments = { line, end: line, column };
      // A comment that is set in deeper than a key belongs to it, also behind its last value, until one stands further out.
      floor = Math.min(floor, column);
      const outer = open[ranked(open, 2 * floor) - 1];
      if (outer) outer.end = line;
      continue;
    }
    endComments();
    floor = Number.POSITIVE_INFINITY;
    const isItem = text[content] === '-' && isBlankOrEnd(text[content + 1]);
    const rank = 2 * column + (isItem ? 1 : 0);
    leave(rank);
    open.push({ rank, line, end: line });
    // A value longer than this is no head of a block; a regular expression need not look at all of it.
    if (sign === '#' && scalarHead.test(text.slice(Math.max(content, end - 400), end)))
      scalar = scalarColumn(text, start, content, end);
  }
  endComments();
  leave(0);
  return folds;
}

/** The column of what a block of text belongs to: the key behind any dashes, or the last dash where there is no key. */
function scalarColumn(text: string, start: number, content: number, end: number): number {
  let at = content;
  let column = content - start;
  while (text[at] === '-' && isBlankOrEnd(text[at + 1])) {
    at++;
    while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
    if (text[at] === '|' || text[at] === '>') break;
    column = at - start;
  }
  return column;
}

/** How many of the open lines have a lower rank. */
function ranked(open: readonly Open[], rank: number): number {
  let low = 0;
  let high = open.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (open[middle]!.rank < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBlankOrEnd(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}
