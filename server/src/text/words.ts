import { distance } from 'fastest-levenshtein';

/** The form in which names are compared. */
export function foldId(name: string): string {
  return name.normalize('NFC').toLowerCase().trim();
}

/** The form in which headings are compared with labels: case, punctuation and white space make no difference. */
export function foldLabel(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
}

/** The candidates that were probably meant, best first. */
export function nearest(name: string, candidates: Iterable<string>, most = 3): string[] {
  const folded = foldId(name).replace(/[\s_]+/g, '-');
  const limit = Math.max(1, Math.floor(folded.length / 3));
  return [...candidates]
    .map(candidate => ({ candidate, far: distance(folded, foldId(candidate)) }))
    .filter(({ candidate, far }) => far <= limit || (folded.length > 3 && (candidate.includes(folded) || folded.includes(candidate))))
    .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** *a, b and c*. */
export function listWords(items: readonly string[], most = Number.POSITIVE_INFINITY, and = 'and'): string {
  const shown = items.slice(0, most);
  if (items.length > shown.length) return `${shown.join(', ')} …`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${and} ${shown.at(-1)}`;
}
