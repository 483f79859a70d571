import type { Span } from '../../text/span.js';
import { inEnglish, isEnglishNumber, numberInWords } from './words.js';

/** What a written number can mean. `1.520` is 1520 in one language and 1.520 in another. */
export interface Value {
  readonly value: number;
  /** Digits behind the decimal sign: a number is as precise as it is written. */
  readonly decimals: number;
}

/** A number as prose has it. */
export interface WrittenNumber {
  /** The number alone, without a sign of per cent. */
  readonly text: string;
  readonly at: Span;
  /** The likeliest first. */
  readonly values: readonly Value[];
  readonly percent: boolean;
}

/** No number of a review is longer. */
const longest = 60;

/** Marks that may stand between a number and the comment that defines it: emphasis, brackets, quotation marks. */
const closers = '[*_)\\]”"’\']{0,4}';
const percentSign = '(?:[  \\u202f]?%|\\s(?:per\\s?cent|percent|Prozent|pour cent|por ciento))?';
/** Digits as prose has them, with the separators of several languages. */
export const digits = "\\d{1,3}(?:[  \\u202f.,'’]\\d{3})+(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?";

const digitsBefore = new RegExp(`(?<![\\p{L}\\d.,])(${digits})(${percentSign})${closers}$`, 'u');
const wordsBefore = new RegExp(`((?:\\p{L}[\\p{L}-]*)(?:\\s+\\p{L}[\\p{L}-]*){0,4})(${percentSign})${closers}$`, 'u');

/** The number that ends at a place in a text, on the same line; undefined where something else does. */
export function numberBefore(text: string, end: number): WrittenNumber | undefined {
  const line = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
  const from = Math.max(line, end - longest);
  const before = text.slice(from, end);
  const found = digitsBefore.exec(before);
  if (found) {
    const at = [from + found.index, from + found.index + found[1]!.length] as const;
    return { text: found[1]!, at, values: valuesOf(found[1]!), percent: found[2] !== '' };
  }
  const words = wordsBefore.exec(before);
  return words ? lastWords(words[1]!, from + words.index, words[2] !== '') : undefined;
}

/** The longest run of words at the end that says a number. */
function lastWords(words: string, from: number, percent: boolean): WrittenNumber | undefined {
  for (const start of [0, ...[...words.matchAll(/\s+/g)].map(gap => gap.index + gap[0].length)]) {
    const text = words.slice(start);
    const value = numberInWords(text);
    if (value === undefined) continue;
    return {
      text,
      at: [from + start, from + words.length],
      values: [{ value, decimals: 0 }],
      percent,
    };
  }
  return undefined;
}

/** What digits can mean: groups of three are thousands, one sign before other digits is a decimal sign, three may be either. */
export function valuesOf(text: string): Value[] {
  const signs = [...text.matchAll(/[^\d]/g)].map(found => found[0]);
  const plain = (digits: string): number => Number(digits.replace(/\D/g, ''));
  if (signs.length === 0) return [{ value: Number(text), decimals: 0 }];
  const last = signs.at(-1)!;
  const at = text.lastIndexOf(last);
  const behind = text.slice(at + 1);
  const isDecimalSign = last === '.' || last === ',';
  const decimal: Value = {
    value: Number(`${text.slice(0, at).replace(/\D/g, '')}.${behind}`),
    decimals: behind.length,
  };
  // `1,520.5`: of two kinds the last one is the decimal sign.
  if (isDecimalSign && signs.length > 1 && signs[0] !== last) return [decimal];
  if (isDecimalSign && behind.length !== 3) return [decimal];
  const thousands: Value = { value: plain(text), decimals: 0 };
  return isDecimalSign && signs.length === 1 ? [thousands, decimal] : [thousands];
}

/** Whether a number as written is a value, as precisely as it is written. Counts have to be the same. */
export function says(written: Pick<WrittenNumber, 'values'>, value: number, rounded: boolean): boolean {
  return written.values.some(each => {
    if (!rounded) return each.value === value;
    // Either way of rounding a half is in use.
    return Math.abs(each.value - value) <= 0.5 * 10 ** -each.decimals + 1e-9;
  });
}

/**
 * A value in the way a number was written: in words, with its separators, with as many digits behind the sign.
 *
 * @param rounds whether a value is cut to whole numbers where the other was one: a share is, a median of 12.5 is not
 */
export function writtenLike(written: string, exact: number, rounds = false): string {
  const whole = rounds && !valuesOf(written).some(each => each.decimals > 0);
  const value = whole ? Math.round(exact) : exact;
  if (/^\p{L}/u.test(written)) {
    const words = written.split(/[\s-]+/).every(word => /^(?:and|hundred)$/i.test(word) || isEnglishNumber(word));
    const text = words ? inEnglish(value) : undefined;
    if (text === undefined) return plainDigits(value);
    return /^\p{Lu}/u.test(written) ? text[0]!.toUpperCase() + text.slice(1) : text;
  }
  const [meant] = valuesOf(written);
  const decimals = meant?.decimals ?? 0;
  const signs = [...written.matchAll(/[^\d]/g)].map(found => found[0]);
  const group = decimals > 0 ? (signs.length > 1 ? signs[0]! : '') : (signs[0] ?? '');
  const point = decimals > 0 ? signs.at(-1)! : '.';
  const [integer = '', behind = ''] = (
    Number.isInteger(value) || decimals > 0 ? value.toFixed(decimals) : plainDigits(value)
  ).split('.');
  const grouped = group === '' ? integer : integer.replace(/\B(?=(?:\d{3})+$)/g, group);
  return behind === '' ? grouped : `${grouped}${point}${behind}`;
}

function plainDigits(value: number): string {
  return String(Math.round(value * 10) / 10);
}
