import { distance } from 'fastest-levenshtein';

/** Longer words are no typing mistakes, and comparing them takes long. */
const longest = 60;

/** The word of a list that was probably meant, if there is one: `''` otherwise. Case, spaces and underlines do not count. */
export function nearest(word: string, among: readonly string[]): string {
  if (word.length > longest) return '';
  const plain = fold(word);
  let best = '';
  let least = Math.max(1, Math.floor(plain.length / 3)) + 1;
  for (const candidate of among) {
    const far = slips(plain, fold(candidate));
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}

/** How many slips make one word of another; two letters that changed places are one slip. */
function slips(word: string, other: string): number {
  const far = distance(word, other);
  return far === 2 && [...word].sort().join('') === [...other].sort().join('') ? 1 : far;
}

function fold(word: string): string {
  return word
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}
