import type { Span } from '../../text/span.js';
import type { Draft } from './draft.js';
import { noKey, report, type Unlined, unreadable } from './problems.js';
import { addName, collapsed, doiIn, type Names, noNames, owned, sourceOf, yearIn } from './values.js';
import type { Work } from './work.js';

/** One `XX  - value` line with the lines that continue it. */
interface TagLine {
  readonly tag: string;
  /** The value on the tag's own line, without white space around it. */
  readonly at: Span;
  /** Lines without a tag that follow. */
  readonly rest: Span[];
}

/** A record being read. */
interface RisRecord {
  readonly start: number;
  readonly typeLine: Span;
  end: number;
  readonly typed: boolean;
  readonly lines: TagLine[];
}

/**
 * Reads RIS. A record starts at `TY` and ends at `ER`, at the next `TY` or at the end of the file; lines between records
 * are left alone. The key is `ID`. Authors are `AU` or `A1`, or the editors (`ED`) where there are none; several in one
 * line are split at semicolons. A name without a comma is taken whole.
 */
export function readRis(text: string): Draft {
  const works: Work[] = [];
  const problems: Unlined[] = [];
  let record: RisRecord | undefined;

  const finish = (): void => {
    if (record !== undefined) finishRecord(text, record, works, problems);
    record = undefined;
  };

  for (let start = text[0] === '\ufeff' ? 1 : 0; start < text.length; ) {
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end += 1;
    const value = taggedValue(text, start, end);
    if (value !== undefined) {
      const tag = text.slice(start, start + 2);
      if (tag === 'TY') {
        finish();
        record = {
          start,
          typeLine: [start, value[1]],
          end: value[1],
          typed: true,
          lines: [{ tag, at: value, rest: [] }],
        };
      } else if (tag === 'ER') {
        if (record !== undefined) record.end = value[1];
        finish();
      } else {
        // Fields outside a record are kept until it is known whether they are a record without its first line.
        record ??= { start, typeLine: [start, value[1]], end: value[1], typed: false, lines: [] };
        record.lines.push({ tag, at: value, rest: [] });
        record.end = value[1];
      }
    } else if (record !== undefined) {
      const trimmed = trim(text, start, end);
      if (trimmed[0] < trimmed[1]) {
        record.lines.at(-1)?.rest.push(trimmed);
        if (record.typed) record.end = trimmed[1];
      }
    }
    start = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  }
  finish();
  return { works, problems };
}

/** The value of a line `XX  - value`: two letters or digits, one or two spaces, a hyphen, a space or the line's end. */
export function taggedValue(text: string, start: number, end: number): Span | undefined {
  const first = text.charCodeAt(start);
  const second = text.charCodeAt(start + 1);
  const lettered = first >= 65 && first <= 90;
  if (!lettered || !((second >= 65 && second <= 90) || (second >= 48 && second <= 57))) return undefined;
  let hyphen = start + 2;
  while (hyphen < end && hyphen < start + 5 && text[hyphen] === ' ') hyphen += 1;
  if (hyphen === start + 2 || hyphen >= end || text[hyphen] !== '-') return undefined;
  if (hyphen + 1 < end && text[hyphen + 1] !== ' ' && text[hyphen + 1] !== '\t') return undefined;
  return trim(text, hyphen + 1, end);
}

function trim(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start += 1;
  while (end > start && /\s/.test(text[end - 1]!)) end -= 1;
  return [start, end];
}

function finishRecord(text: string, record: RisRecord, works: Work[], problems: Unlined[]): void {
  const find = (...tags: string[]): TagLine | undefined => {
    for (const tag of tags) {
      const line = record.lines.find(one => one.tag === tag && one.at[0] < one.at[1]);
      if (line !== undefined) return line;
    }
    return undefined;
  };
  const said = (...tags: string[]): string => whole(text, find(...tags));
  const id = find('ID');
  // Search platforms put lines of their own between records, which look like fields and name no work.
  if (!record.typed && find('ID', 'AU', 'A1', 'TI', 'T1') === undefined) return;
  const key = id === undefined ? '' : text.slice(id.at[0], id.at[1]);
  if (!record.typed) report(problems, unreadable(record.typeLine, 'no-type', key));
  const title = said('TI', 'T1', 'CT', 'BT');
  if (id === undefined) {
    report(problems, noKey(record.typeLine, title));
    return;
  }
  const names = noNames();
  for (const line of record.lines) if (line.tag === 'AU' || line.tag === 'A1') addAuthors(whole(text, line), names);
  const editors = names.authors.length === 0 ? names : noNames();
  for (const line of record.lines) if (line.tag === 'ED') addAuthors(whole(text, line), editors);
  const year = yearIn(said('PY')) ?? yearIn(said('Y1')) ?? yearIn(said('DA'));
  const [from, to] = [said('SP'), said('EP')];
  works.push({
    key: owned(key),
    keyAt: id.at,
    whole: [record.start, record.end],
    type: owned(said('TY')),
    authors: names.authors,
    more: names.more,
    year,
    title: title === '' ? undefined : owned(title),
    doi: doiIn(said('DO')) ?? linked(said('UR')) ?? linked(said('M3')),
    source: sourceOf(said('TY'), names, editors, {
      date: year === undefined ? said('PY', 'Y1', 'DA') : '',
      container: said('JO', 'JF', 'T2', 'JA', 'J2'),
      volume: said('VL'),
      issue: said('IS'),
      pages: from === '' || to === '' || from.includes('-') ? from.replace(/-/g, '–') : `${from}–${to}`,
      publisher: said('PB'),
      place: said('CY'),
      edition: said('ET'),
      number: said('SN') !== '' && /^RPRT$/i.test(said('TY')) ? said('SN') : '',
      genre: said('M3').startsWith('10.') ? '' : said('M3'),
      url: said('UR'),
      accessed: said('Y2'),
    }),
  });
}

function whole(text: string, line: TagLine | undefined): string {
  if (line === undefined) return '';
  return collapsed([line.at, ...line.rest].map(([start, end]) => text.slice(start, end)).join(' '));
}

function linked(value: string): string | undefined {
  return /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi\s*:|10\.)/i.test(value) ? doiIn(value) : undefined;
}

function addAuthors(line: string, names: Names): void {
  for (const author of line.split(';')) {
    const name = author.trim();
    const comma = name.indexOf(',');
    const etAl = /(?:^|[\s,])et\.? ?al\.?$/i.test(name);
    const family = comma > 0 ? name.slice(0, comma).trim() + (etAl ? ' et al.' : '') : name.replace(/^[\s,]+/, '');
    if (/^others$/i.test(family)) names.more = true;
    else addName(names, family, comma > 0 ? name.slice(comma + 1).trim() : '');
  }
}
