import type { Draft } from './draft.js';
import { type Json, readJsonMap, stringAt } from './json.js';
import { noKey, report, type Unlined, unreadable } from './problems.js';
import { addName, collapsed, doiIn, type Names, noNames, owned, sourceOf, yearIn } from './values.js';
import type { Work } from './work.js';

/**
 * Reads CSL-JSON: a list of items, a single item, or an object that has its list under `items` or `references`. The
 * key is the `id`, as in Pandoc; where that is an address, as in an export of Zotero without Better BibTeX, it is the
 * `citation-key` if there is one. Authors are `author`, or `editor` where there is none; a non-dropping particle
 * belongs to the name. After a broken item, reading goes on at the next object that can be one.
 */
export function readCslJson(text: string): Draft {
  const works: Work[] = [];
  const problems: Unlined[] = [];
  const wrapper = /^[\s\ufeff]*\{\s*"(?:items|references)"\s*:\s*(?=\[)/.exec(text);
  let at = wrapper?.[0].length ?? 0;
  let opened = -1;
  let closed = false;
  let comma = true;
  let recovering = false;

  const recover = (from: number): void => {
    itemStart.lastIndex = from;
    at = itemStart.exec(text)?.index ?? text.length;
    recovering = true;
    comma = true;
  };

  for (at = skip(text, at); at < text.length; at = skip(text, at)) {
    const character = text[at]!;
    if (character === '{' && !(closed && wrapper !== null)) {
      if (!comma) report(problems, unreadable([at, at + 1], 'comma-missing'));
      const start = at;
      const { value, trouble } = readJsonMap(text, at);
      const entries = value.kind === 'map' ? value.entries : new Map<string, Json>();
      const work = workOf(text, value, entries);
      if (trouble !== undefined) report(problems, unreadable(trouble.at, trouble.detail, work?.key));
      // What is left of an item that broke earlier is part of that item's problem.
      const leftover = recovering && !['id', 'type', 'title'].some(name => entries.has(name));
      if (work !== undefined) works.push(work);
      else if (!leftover && trouble === undefined) {
        report(problems, noKey([start, start + 1], collapsed(stringAt(text, entries.get('title')) ?? '')));
      }
      if (!leftover) recovering = false;
      comma = false;
      if (trouble === undefined) at = value.at[1];
      else recover(start + 1);
    } else if (character === '[' && opened === -1 && works.length === 0) {
      opened = at;
      at += 1;
    } else if (character === ']' && opened !== -1 && !closed) {
      closed = true;
      at += 1;
      if (wrapper !== null) break;
    } else if (character === ',' && !comma && !closed) {
      comma = true;
      at += 1;
    } else {
      if (!recovering) report(problems, unreadable([at, at + 1], closed ? 'closed-early' : 'not-an-entry'));
      recover(at);
    }
  }
  if (opened !== -1 && !closed && !recovering) report(problems, unreadable([opened, opened + 1], 'never-closed'));
  return { works, problems };
}

/** The names with which the objects inside an item start: authors, dates, and what older programs put there. */
const inner =
  'family|given|literal|suffix|(?:non-)?dropping-particle|comma-suffix|static-ordering|parse-names|isInstitution|' +
  'multi|date-parts|raw|season|circa|edtf';

/**
 * Where an item can start after a broken one: at an object whose first name is not that of an author or a date. Inside
 * a string this cannot stand, because its quotation marks would have backslashes.
 */
const itemStart = new RegExp(`\\{\\s{0,200}"(?!(?:${inner})")[\\w-]{1,60}"\\s{0,9}:`, 'g');

function skip(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \n\r\t\ufeff'.includes(text[at]!)) at += 1;
  return at;
}

function workOf(text: string, item: Json, entries: ReadonlyMap<string, Json>): Work | undefined {
  const said = (name: string): string => collapsed(stringAt(text, entries.get(name)) ?? '');
  const keyed = keyOf(text, entries);
  if (keyed === undefined) return undefined;
  const key = stringAt(text, keyed)!;
  const [start, end] = keyed.at;
  const names = noNames();
  readNames(text, entries.get('author'), names);
  const editors = names.authors.length === 0 ? names : noNames();
  readNames(text, entries.get('editor'), editors);
  const year = yearOf(text, entries.get('issued'));
  const number = said('citation-number');
  const title = said('title').replace(/<\/?(?:i|b|sub|sup|span|sc)(?: [^<>]{0,200})?>/g, '');
  return {
    key: owned(key),
    keyAt: keyed.kind === 'string' ? [start + 1, end - 1] : [start, end],
    whole: item.at,
    type: owned(said('type')),
    authors: names.authors,
    more: names.more,
    year,
    title: title === '' ? undefined : owned(title),
    doi: doiIn(said('DOI')) ?? (/^https?:\/\/(?:dx\.)?doi\.org\//i.test(said('URL')) ? doiIn(said('URL')) : undefined),
    ...(number !== '' && { number: owned(number) }),
    source: sourceOf(said('type'), names, editors, {
      date: year === undefined ? dateText(text, entries.get('issued')) || said('status') : '',
      container: said('container-title'),
      volume: said('volume'),
      issue: said('issue'),
      pages: said('page').replace(/(\d)-(?=[\dA-Za-z])/g, '$1–'),
      publisher: said('publisher'),
      place: said('publisher-place'),
      edition: said('edition'),
      number: said('number'),
      genre: said('genre'),
      url: said('URL'),
      accessed: dateText(text, entries.get('accessed')),
    }),
  };
}

/** A date as year-month-day, as far as it is told, or in the words in which it is told. */
function dateText(text: string, date: Json | undefined): string {
  if (date?.kind !== 'map') return collapsed(stringAt(text, date) ?? '');
  const parts = date.entries.get('date-parts');
  const first = parts?.kind === 'list' ? parts.items[0] : undefined;
  const numbers = first?.kind === 'list' ? first.items.map(item => stringAt(text, item) ?? '') : [];
  if (numbers.length > 0)
    return numbers.map((number, index) => (index === 0 ? number : number.padStart(2, '0'))).join('-');
  return collapsed(stringAt(text, date.entries.get('raw')) ?? stringAt(text, date.entries.get('literal')) ?? '');
}

function keyOf(text: string, entries: ReadonlyMap<string, Json>): Json | undefined {
  const written = (value: Json | undefined): string => (stringAt(text, value) ?? '').trim();
  const id = entries.get('id');
  const citationKey = entries.get('citation-key');
  const address = written(id).includes('://');
  if ((address || written(id) === '') && written(citationKey) !== '') return citationKey;
  return written(id) === '' || written(id) === 'null' ? undefined : id;
}

function readNames(text: string, list: Json | undefined, names: Names): void {
  if (list?.kind !== 'list') return;
  for (const item of list.items) {
    if (item.kind !== 'map') {
      addName(names, collapsed(stringAt(text, item) ?? ''));
      continue;
    }
    const said = (name: string): string => collapsed(stringAt(text, item.entries.get(name)) ?? '');
    const family = said('family');
    const particle = said('non-dropping-particle');
    const whole = family === '' ? said('literal') || said('given') : particle === '' ? family : `${particle} ${family}`;
    if (/^others$/i.test(whole)) names.more = true;
    else if (family === '') addName(names, whole);
    else {
      const given = [said('given'), said('dropping-particle')].filter(Boolean).join(' ');
      addName(names, whole, [given, said('suffix')].filter(Boolean).join(', '));
    }
  }
}

/** The year of `{"date-parts": [[2013, 5]]}`, `{"raw": "May 2013"}`, `{"literal": …}`, or a date written as a string. */
function yearOf(text: string, issued: Json | undefined): number | undefined {
  if (issued?.kind !== 'map') return yearIn(stringAt(text, issued));
  const parts = issued.entries.get('date-parts');
  const first = parts?.kind === 'list' ? parts.items[0] : undefined;
  const year = first?.kind === 'list' ? first.items[0] : first;
  return (
    yearIn(stringAt(text, year)) ??
    yearIn(stringAt(text, issued.entries.get('raw'))) ??
    yearIn(stringAt(text, issued.entries.get('literal')))
  );
}
