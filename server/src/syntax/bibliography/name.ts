import type { Work } from './work.js';

/**
 * A work as its readers know it: "Dennis 2002", "Aiken & Thomson 2013", "Gillard et al. 2013" for three authors or more,
 * or more than are named. Without the year when it is not known; empty when there is no author.
 */
export function citeName(work: Pick<Work, 'authors' | 'more' | 'year'>): string {
  const [first, second, third] = work.authors;
  if (first === undefined) return '';
  const who =
    work.more || third !== undefined ? `${first} et al.` : second === undefined ? first : `${first} & ${second}`;
  return work.year === undefined ? who : `${who} ${work.year}`;
}
