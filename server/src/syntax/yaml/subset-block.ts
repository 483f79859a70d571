import type { LocatedScalar } from './located.js';
import { trimmedEnd } from './rows.js';

const CARRIAGE_RETURN = 13;
const SPACE = 32;
const HASH = 35;
const MINUS = 45;
const GREATER = 62;

/** A text after `|` or `>`. */
export interface BlockText {
  readonly value: LocatedScalar;
  /** A comment after the sign. */
  readonly comment: number | undefined;
  /** The start of the line after the text's last line with words. */
  readonly after: number;
  /** The start of the first line that is no longer part of it. */
  readonly next: number;
}

/**
 * Reads the text after a `|`, `|-`, `>` or `>-`; undefined in doubt. Its lines stand at one column or, after `|`, deeper.
 *
 * @param at the sign, on a line that ends at `end`
 * @param from the start of the line below
 * @param column the column of the key or dash that the text belongs to
 */
export function readBlockText(
  text: string,
  at: number,
  end: number,
  from: number,
  column: number,
): BlockText | undefined {
  const folds = text.charCodeAt(at) === GREATER;
  const strips = text.charCodeAt(at + 1) === MINUS;
  const header = at + (strips ? 2 : 1);
  let rest = header;
  while (rest < end && text.charCodeAt(rest) === SPACE) rest++;
  const comment = rest < end ? rest : undefined;
  if (comment !== undefined && (text.charCodeAt(rest) !== HASH || rest === header)) return undefined;

  let value = '';
  let margin = -1;
  let blanks = 0;
  let last = end;
  let lastStart = at;
  let after = from;
  let next = from;
  while (next < text.length) {
    const start = next;
    const feed = text.indexOf('\n', start);
    let stop = feed === -1 ? text.length : feed;
    if (stop > start && text.charCodeAt(stop - 1) === CARRIAGE_RETURN) stop--;
    let content = start;
    while (content < stop && text.charCodeAt(content) === SPACE) content++;
    const indent = content - start;
    if (content === stop) {
      // Blank lines above the words, or set in deeper than they are, change what the text is.
      if (margin < 0 || indent > margin) return undefined;
      blanks++;
    } else if (margin < 0) {
      if (indent <= column) return undefined;
      margin = indent;
      value = text.slice(content, stop);
    } else if (indent < margin) {
      break;
    } else if (folds) {
      if (indent > margin) return undefined;
      value += (blanks > 0 ? '\n'.repeat(blanks) : ' ') + text.slice(content, stop);
      blanks = 0;
    } else {
      value += '\n'.repeat(blanks + 1) + text.slice(start + margin, stop);
      blanks = 0;
    }
    next = feed === -1 ? text.length : feed + 1;
    if (content < stop) {
      last = stop;
      lastStart = content;
      after = next;
    }
  }
  if (margin < 0) return undefined;
  const to = trimmedEnd(text, lastStart, last);
  // A line of unusual spaces is no blank line, but no words end in it either.
  if (to === lastStart) return undefined;
  if (!strips) value += '\n';
  const style = folds ? 'folded' : 'literal';
  return { value: { kind: 'scalar', value, at: [at, to], style, exact: false }, comment, after, next };
}
