/**
 * What the three formats have in common in their values: years, DOIs, "et al.", and strings worth keeping.
 */

import { copied } from '../kept.js';
import type { PersonName, WorkSource } from './work.js';

/**
 * A copy of a string that does not keep the text alive of which it was cut. Engines cut a string by pointing into the
 * old one, so that a title kept in the index would hold its whole file in memory.
 */
export function owned(text: string): string {
  return text.length < 13 ? text : copied(text);
}

/** Any run of white space as one space, none at the ends. */
export function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The first year in a date: four digits with no digit beside them, as in `2013`, `2013-05`, `2012/2014`, `2013/05/01/`,
 * `c2013`. Undefined when there is none, as in "in press".
 */
export function yearIn(text: string | undefined): number | undefined {
  const found = text === undefined ? null : /(?<!\d)\d{4}(?!\d)/.exec(text);
  return found === null ? undefined : Number(found[0]);
}

/**
 * A DOI as it is compared: lower case (DOIs know no case), without resolver, `doi:` and a full stop or comma at its
 * end. Undefined for anything that is not a DOI.
 */
export function doiIn(text: string | undefined): string | undefined {
  if (text === undefined || text.length > 2000) return undefined;
  let doi = text.trim().toLowerCase();
  const link = /^(?:https?:\/\/)?(?:www\.)?(?:dx\.)?doi\.org\//.exec(doi);
  if (link !== null) {
    doi = doi.slice(link[0].length);
    try {
      // A link may have its characters escaped, as in 10.1002/%28sici%29…
      doi = decodeURIComponent(doi).toLowerCase();
    } catch {
      // A lone per cent sign is part of the DOI itself.
    }
  }
  doi = doi.replace(/^doi\s*[:=]?\s*/, '').replace(/(?<![.,;\s])[.,;\s]+$/, '');
  return /^10\.\d[\d.]*\/\S+$/.test(doi) ? owned(doi) : undefined;
}

/** Authors' names gathered one by one. */
export interface Names {
  readonly authors: string[];
  /** Given names, for each of the authors. */
  readonly givens: string[];
  more: boolean;
}

export function noNames(): Names {
  return { authors: [], givens: [], more: false };
}

/**
 * Adds an author's name. "others", "et al." and a name that ends in "et al." say that there are more authors than are
 * named.
 */
export function addName(names: Names, name: string, given = ''): void {
  const found = /(?:^|[\s,])(?:et\.? ?al\.?|and others)$/i.exec(name);
  if (found !== null) names.more = true;
  const own = withoutEndCommas(found === null ? name : name.slice(0, found.index));
  if (own === '') return;
  names.authors.push(owned(own));
  names.givens.push(owned(withoutEndCommas(given.replace(/(?:^|[\s,])(?:et\.? ?al\.?|and others)$/i, ''))));
}

/** What is told of where a work can be found: empty texts and lists are not kept. */
export function sourceOf(
  type: string,
  names: Names,
  editors: Names | undefined,
  told: Readonly<Partial<Record<Exclude<keyof WorkSource, 'type' | 'givens' | 'edited' | 'editors'>, string>>>,
): WorkSource {
  const source: Record<string, unknown> = { type: owned(type) };
  if (names.givens.some(given => given !== '')) source.givens = names.givens;
  if (editors === names && names.authors.length > 0) source.edited = true;
  else if (editors && editors.authors.length > 0) {
    source.editors = editors.authors.map(
      (family, index): PersonName => ({ family, ...(editors.givens[index] && { given: editors.givens[index] }) }),
    );
  }
  for (const [name, value] of Object.entries(told))
    if (value !== undefined && value !== '') source[name] = owned(value);
  return source as unknown as WorkSource;
}

function withoutEndCommas(name: string): string {
  let end = name.length;
  while (end > 0 && (name[end - 1] === ',' || name[end - 1] === ' ')) end -= 1;
  return name.slice(0, end);
}
