import { distance } from 'fastest-levenshtein';

/** Longer names than this are cut before they are compared: they are prose, and comparing is quadratic. */
const COMPARED = 120;

/**
 * The form in which ids are compared: composed (NFC), in lower case, without white space around. Ids that differ by
 * case only are one id, since they would share a file name on macOS and Windows.
 */
export function foldId(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

/**
 * The candidates that a mistyped name most likely means, best first. A candidate counts when a few letters differ (a
 * third of the name's length, one at least), when one contains the other, or when they are one id once spaces and
 * underscores are hyphens. Candidates are returned as they are spelt, the name itself among them if it is one.
 */
export function nearest(name: string, candidates: Iterable<string>, most = 3): string[] {
  const wanted = asId(name);
  if (wanted === '' || !(most > 0)) return [];
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const found: { candidate: string; score: number }[] = [];
  const seen = new Set<string>();
  for (const candidate of candidates) {
    if (seen.has(candidate)) continue;
    seen.add(candidate);
    const id = asId(candidate);
    const score = closeness(wanted, id, limit);
    if (score !== undefined) found.push({ candidate, score });
  }
  found.sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : a.candidate > b.candidate ? 1 : 0));
  return found.slice(0, most).map(({ candidate }) => candidate);
}

/** The distance of two folded ids, a containing id ranking after every mistyped one, or undefined when they are far. */
function closeness(wanted: string, id: string, limit: number): number | undefined {
  if (id === '') return undefined;
  if (Math.abs(id.length - wanted.length) <= limit) {
    const letters = distance(wanted, id);
    if (letters <= limit) return letters;
  }
  // One or two letters stand in half of all names: they are not a hint at any of them.
  const shorter = Math.min(wanted.length, id.length);
  if (shorter < 3 || !(wanted.includes(id) || id.includes(wanted))) return undefined;
  return limit + Math.abs(id.length - wanted.length);
}

function asId(name: string): string {
  return foldId(name.slice(0, COMPARED * 4))
    .replace(/[\s_-]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, COMPARED);
}

/**
 * Words as a sentence lists them: "a", "a and b", "a, b and c". With `most`, only so many are named and an ellipsis
 * stands for the others: "a, b …". `and` is the word of another language.
 */
export function listWords(items: readonly string[], most = Number.POSITIVE_INFINITY, and = 'and'): string {
  const kept = Math.max(1, Math.floor(most));
  if (items.length > kept) return `${items.slice(0, kept).join(', ')} …`;
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;
}

/**
 * The form in which a heading is compared with a label: in lower case, without punctuation, white space as single
 * spaces. Letters keep their diacritics, and apostrophes inside a word vanish whichever way they are typed.
 */
export function foldLabel(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<=\p{L})['’‘ʼ](?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** A number with its noun: `plural(1, 'study', 'studies')` is "1 study", with 3 "3 studies". */
export function plural(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
