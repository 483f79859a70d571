import { copied } from '../kept.js';

/** Longer texts are sentences, which do not come again. */
const longest = 40;
/** As many names have a number as fifteen bits can tell apart; when all are given, further names are written out. */
const mostNumbered = 32_768;
/** Names that were met once. When there are many, they are forgotten: what comes again will come again soon. */
const mostMet = 8192;

const words: string[] = [];
const numbers = new Map<string, number>();
const met = new Set<string>();

/** The number that stands for a name from its second coming on, or -1 for a text that is written out. */
export function numberOf(text: string): number {
  if (text.length > longest) return -1;
  const known = numbers.get(text);
  if (known !== undefined) return known;
  if (words.length >= mostNumbered) return -1;
  if (!met.delete(text)) {
    if (met.size >= mostMet) met.clear();
    met.add(text);
    return -1;
  }
  // What was unpacked may be a slice of a body, which is not to be kept for the sake of one name in it.
  const own = copied(text);
  numbers.set(own, words.length);
  return words.push(own) - 1;
}

/** The name that a number stands for. */
export function wordOf(number: number): string {
  return words[number]!;
}
