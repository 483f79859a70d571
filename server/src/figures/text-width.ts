/**
 * How wide words are where they are drawn. Which of the fonts a figure names is there, nobody knows beforehand, so this is the
 * widest of them, DejaVu Sans: what fits by these numbers fits in Arial and Helvetica too, which are narrower by a tenth.
 */

/** The weights that figures use. */
export type Weight = 'normal' | 'bold';

/** Hundredths of the font's size, from U+0020 to U+017F. A test holds them to the font's own numbers. */
// biome-ignore format: a table
const widths: Readonly<Record<Weight, readonly number[]>> = {
  normal: [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54,
    102, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50,
    50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    32, 41, 64, 64, 64, 64, 34, 50, 50, 100, 48, 62, 84, 37, 100, 50, 50, 84, 41, 41, 50, 64, 64, 32, 50, 41, 48, 62, 97, 97, 97, 54,
    69, 69, 69, 69, 69, 69, 98, 70, 64, 64, 64, 64, 30, 30, 30, 30, 78, 75, 79, 79, 79, 79, 79, 84, 79, 74, 74, 74, 74, 62, 61, 63,
    62, 62, 62, 62, 62, 62, 99, 55, 62, 62, 62, 62, 28, 28, 28, 28, 62, 64, 62, 62, 62, 62, 62, 84, 62, 64, 64, 64, 64, 60, 64, 60,
    69, 62, 69, 62, 69, 62, 70, 55, 70, 55, 70, 55, 70, 55, 78, 64, 78, 64, 64, 62, 64, 62, 64, 62, 64, 62, 64, 62, 78, 64, 78, 64,
    78, 64, 78, 64, 76, 64, 92, 70, 30, 28, 30, 28, 30, 28, 30, 28, 30, 28, 59, 56, 30, 28, 66, 58, 58, 56, 28, 56, 28, 56, 38, 56,
    35, 57, 29, 75, 64, 75, 64, 75, 64, 82, 75, 64, 79, 62, 79, 62, 79, 62, 107, 103, 70, 42, 70, 42, 70, 42, 64, 53, 64, 53, 64, 53,
    64, 53, 62, 40, 62, 40, 62, 40, 74, 64, 74, 64, 74, 64, 74, 64, 74, 64, 74, 64, 99, 82, 62, 60, 62, 69, 53, 69, 53, 69, 53, 36,
  ],
  bold: [
    35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40, 84, 84, 84, 59,
    102, 78, 77, 74, 84, 69, 69, 83, 84, 38, 38, 78, 64, 100, 84, 86, 74, 86, 78, 73, 69, 82, 78, 111, 78, 73, 73, 46, 37, 46, 84, 50,
    50, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67, 35, 105, 72, 69, 72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 37, 72, 84, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    35, 46, 70, 70, 64, 70, 37, 50, 50, 100, 57, 65, 84, 42, 100, 50, 50, 84, 44, 44, 50, 74, 64, 38, 50, 44, 57, 65, 104, 104, 104, 59,
    78, 78, 78, 78, 78, 78, 109, 74, 69, 69, 69, 69, 38, 38, 38, 38, 84, 84, 86, 86, 86, 86, 86, 84, 86, 82, 82, 82, 82, 73, 74, 72,
    68, 68, 68, 68, 68, 68, 105, 60, 68, 68, 68, 68, 35, 35, 35, 35, 69, 72, 69, 69, 69, 69, 69, 84, 69, 72, 72, 72, 72, 66, 72, 66,
    78, 68, 78, 68, 78, 68, 74, 60, 74, 60, 74, 60, 74, 60, 84, 72, 84, 72, 69, 68, 69, 68, 69, 68, 69, 68, 69, 68, 83, 72, 83, 72,
    83, 72, 83, 72, 84, 72, 98, 80, 38, 35, 38, 35, 38, 35, 38, 35, 38, 35, 75, 69, 38, 35, 78, 67, 67, 64, 35, 64, 35, 64, 48, 64,
    56, 65, 38, 84, 72, 84, 72, 84, 72, 99, 84, 72, 86, 69, 86, 69, 86, 69, 117, 110, 78, 50, 78, 50, 78, 50, 73, 60, 73, 60, 73, 60,
    73, 60, 69, 48, 69, 48, 69, 48, 82, 72, 82, 72, 82, 72, 82, 72, 82, 72, 82, 72, 111, 93, 73, 66, 73, 73, 59, 73, 59, 73, 59, 44,
  ],
};

/** Signs that prose is full of, and that stand elsewhere in Unicode. */
const punctuation: Readonly<Record<string, number>> = {
  '‐': 42,
  '‑': 42,
  '–': 50,
  '—': 100,
  '‘': 38,
  '’': 38,
  '‚': 38,
  '“': 60,
  '”': 60,
  '„': 60,
  '•': 64,
  '…': 100,
  '−': 84,
  '≤': 84,
  '≥': 84,
  '×': 84,
};

const takesNoRoom = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const greekOrCyrillic = /^[\u0370-\u052f]$/;
/** Written in squares: Chinese, Japanese, Korean, and pictures. */
const square =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{3ffff}]$/u;

/**
 * The width of a line of text, in the unit of `size`: never less than what is drawn, except for scripts that few fonts have.
 *
 * @param size the font's size
 */
export function textWidth(text: string, size: number, weight: Weight = 'normal'): number {
  let hundredths = 0;
  for (const letter of text) hundredths += letterWidth(letter, weight);
  return (hundredths * size) / 100;
}

function letterWidth(letter: string, weight: Weight): number {
  const known = widths[weight][letter.charCodeAt(0) - 0x20];
  if (known !== undefined) return known;
  const sign = punctuation[letter];
  if (sign !== undefined) return weight === 'bold' ? sign + 10 : sign;
  if (takesNoRoom.test(letter)) return 0;
  if (greekOrCyrillic.test(letter)) return weight === 'bold' ? 112 : 98;
  return square.test(letter) ? 115 : weight === 'bold' ? 125 : 110;
}
