import { textWidth, type Weight } from './text-width.js';

/**
 * A text as it may stand in a figure: one line, with nothing in it that an XML parser refuses or that turns what is written
 * around: control characters, halves of surrogate pairs, signs that reverse the direction of writing.
 */
export function plainWords(text: string): string {
  return (
    text
      .replace(/[^\S\u00a0\u202f]+|\u0085+/g, ' ')
      // Of the signs that nobody sees, Persian and pictures of people need the two that part and join letters.
      .replace(/\p{Cc}|\p{Cs}|(?!\u200c|\u200d)\p{Cf}|\p{Noncharacter_Code_Point}/gu, '')
      .replace(/^[ \u00a0\u202f]+|[ \u00a0\u202f]+$/g, '')
  );
}

/** Letters that belong to the one before them must not be parted from it. */
const belongsToTheLast = /^(?:\p{M}|\u200d|\ufe0f|[\u{1f3fb}-\u{1f3ff}])$/u;

/** The signs of a text, each with the marks on it. */
function signsOf(text: string): string[] {
  const signs: string[] = [];
  for (const letter of text) {
    const last = signs.at(-1);
    if (last !== undefined && (belongsToTheLast.test(letter) || last.endsWith('\u200d'))) {
      signs[signs.length - 1] = last + letter;
    } else signs.push(letter);
  }
  return signs;
}

/**
 * A text in lines no wider than given: broken at spaces, after hyphens and slashes, and in the middle of a word that is wider
 * than a line by itself. A single letter is never broken, however narrow the line. No text makes no line.
 *
 * @param width in the unit of `size`
 */
export function wrapped(text: string, width: number, size: number, weight: Weight = 'normal'): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (words: string): boolean => textWidth(words.trimEnd(), size, weight) <= width;
  for (const piece of pieces(plainWords(text))) {
    if (fits(line + piece)) {
      line += piece;
      continue;
    }
    if (line.trimEnd() !== '') lines.push(line.trimEnd());
    line = '';
    if (fits(piece)) {
      line = piece;
      continue;
    }
    for (const sign of signsOf(piece)) {
      if (line !== '' && !fits(line + sign)) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += sign;
    }
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  return lines;
}

/** Where a line may end: behind spaces that may break, and behind a hyphen, a dash or a slash. */
function pieces(text: string): string[] {
  return text.match(/[^ \-–—/]*(?:[-–—/]+ *| +)|[^ \-–—/]+/gu) ?? [];
}

/** A text in one line, cut with an ellipsis where it is wider than given. */
export function shortened(text: string, width: number, size: number, weight: Weight = 'normal'): string {
  const words = plainWords(text);
  if (textWidth(words, size, weight) <= width) return words;
  let kept = '';
  for (const sign of signsOf(words)) {
    if (textWidth(`${kept}${sign}…`, size, weight) > width) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}

/** At most so many lines; where there are more, the last one ends in an ellipsis. */
export function wrappedShort(
  text: string,
  width: number,
  size: number,
  most: number,
  weight: Weight = 'normal',
): string[] {
  const lines = wrapped(text, width, size, weight);
  if (lines.length <= most) return lines;
  const last = lines.slice(most - 1).join(' ');
  return [...lines.slice(0, most - 1), shortened(last, width, size, weight)];
}

/** The widest of some lines. */
export function widest(lines: readonly string[], size: number, weight: Weight = 'normal'): number {
  return lines.reduce((most, line) => Math.max(most, textWidth(line, size, weight)), 0);
}

/** A whole number as it is printed: `1,520`. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
