import { type Field, type Fields, goesOn, lenientFields, strictFields } from './bibtex-fields.js';
import { readNames } from './bibtex-names.js';
import { bracketOf, nameEnd, type Survey, skipSpace, survey, wordEnd } from './bibtex-scan.js';
import type { Draft } from './draft.js';
import { latexToText, latexVerbatim } from './latex.js';
import { noKey, report, type Unlined, unreadable } from './problems.js';
import { doiIn, type Names, noNames, owned, sourceOf, yearIn } from './values.js';
import type { Work, WorkSource } from './work.js';

/** Types whose name after a lone `@` is a slip and not a word of the text between entries, which is free. */
const commonTypes = new Set(
  (
    'article book booklet collection dataset inbook incollection inproceedings conference manual mastersthesis misc ' +
    'online phdthesis proceedings report techreport thesis unpublished'
  ).split(' '),
);

/**
 * Reads BibTeX and biblatex. Text between entries is a comment, as in BibTeX; `@comment{…}` is one with all that it
 * holds. An entry that does not close before the next `@type{` at a line's start is read as far as it goes. Authors are
 * the `author` field, or the `editor` field where there is none; `date` comes before `year`, as in biblatex.
 */
export function readBibtex(text: string): Draft {
  return new Reader(text, noMacros, 2 * text.length + 100_000).read();
}

/** What a part of a BibTeX text says, and what it needs and gives of the text around it. */
export interface BibtexPart extends Draft {
  /** The words that it looked up among the macros, in lower case. */
  readonly asked: readonly string[];
  /** All macros behind it, where it defines one. */
  readonly macros: ReadonlyMap<string, string> | undefined;
}

/** Reads a part of a BibTeX text that starts and ends between entries. `macros` are those defined before it. */
export function readBibtexPart(text: string, macros: ReadonlyMap<string, string>): BibtexPart {
  return new Reader(text, macros, 2 * text.length + 1000).read();
}

const noMacros: ReadonlyMap<string, string> = new Map();

class Reader {
  private readonly works: Work[] = [];
  private readonly problems: Unlined[] = [];
  private readonly survey: Survey;
  private readonly asked = new Set<string>();
  private defined: Map<string, string> | undefined;
  private header = 0;

  /** @param budget how much text macros may put in place of their names: a few lines could otherwise ask for gigabytes */
  constructor(
    private readonly text: string,
    private readonly macros: ReadonlyMap<string, string>,
    private budget: number,
  ) {
    this.survey = survey(text);
  }

  read(): BibtexPart {
    const { text } = this;
    for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at)) {
      const found = bracketOf(text, at);
      if (found === undefined) {
        const end = wordEnd(text, at + 1);
        if (startsLine(text, at) && commonTypes.has(text.slice(at + 1, end).toLowerCase())) {
          report(this.problems, unreadable([at, end], 'bracket-missing'));
        }
        at = Math.max(end, at + 1);
      } else at = this.block(at, found.type, found.bracket);
    }
    return { works: this.works, problems: this.problems, asked: [...this.asked], macros: this.defined };
  }

  /** Reads what starts with the `@` at `start`; gives the offset at which reading goes on. */
  private block(start: number, type: string, bracket: number): number {
    const folded = type.toLowerCase();
    if (folded === 'comment') return Math.max(this.survey.closes[bracket]!, bracket) + 1;
    const bound = this.nextHeader(start);
    if (folded === 'preamble') return this.preamble(start, bracket, bound);
    if (folded === 'string') {
      // A macro's definition is a field without the comma before it.
      const read = this.fields(start, bracket, bracket + 1, bound, '');
      for (const field of read.fields) {
        const source = owned(this.source(field));
        this.defined ??= new Map(this.macros);
        this.defined.set(owned(field.name), source);
      }
      return read.end;
    }
    return this.entry(start, type, bracket, bound);
  }

  private preamble(start: number, bracket: number, bound: number): number {
    const close = this.survey.closes[bracket]!;
    if (close > 0 && close < bound) return close + 1;
    if (this.text[bracket] === '{') report(this.problems, unreadable([start, bracket + 1], 'never-closed'));
    return bound;
  }

  private entry(start: number, type: string, bracket: number, bound: number): number {
    const { text } = this;
    const keyStart = skipSpace(text, bracket + 1, bound);
    let keyEnd = keyStart;
    while (keyEnd < bound && !endsKey(text.charCodeAt(keyEnd))) keyEnd += 1;
    if (text[bracket] === '(' && text[keyEnd] !== ',' && keyEnd > keyStart && text[keyEnd - 1] === ')') keyEnd -= 1;
    while (keyEnd > keyStart && skipSpace(text, keyEnd - 1, keyEnd) === keyEnd) keyEnd -= 1;
    // `@article{author = …`: what stands where the key should is the first field.
    const keyless = keyEnd === keyStart || fieldFollows(text, keyStart, keyEnd, bound);
    const key = keyless ? '' : owned(text.slice(keyStart, keyEnd));
    const read = this.fields(start, bracket, keyless ? keyStart : keyEnd, bound, key);
    const value = (name: string): string => {
      const field = read.fields.find(each => each.name === name);
      return field === undefined ? '' : this.source(field);
    };
    const title = latexToText(value('title'));
    if (keyless) {
      report(this.problems, noKey([start, bracket + 1], title));
      return read.end;
    }
    const names = noNames();
    readNames(value('author'), names);
    const number = latexVerbatim(value('citation-number')).trim();
    const edited = names.authors.length === 0;
    const editors = edited ? names : noNames();
    readNames(value('editor'), editors);
    const year = yearIn(value('date')) ?? yearIn(value('year'));
    this.works.push({
      key,
      keyAt: [keyStart, keyEnd],
      whole: [start, read.end],
      type: owned(type),
      authors: names.authors,
      more: names.more,
      year,
      title: title === '' ? undefined : owned(title),
      doi: doiIn(latexVerbatim(value('doi'))) ?? doiIn(doiLink(latexVerbatim(value('url')))),
      ...(number !== '' && { number: owned(number) }),
      source: this.sourceOf(type, names, editors, year, value),
    });
    return read.end;
  }

  /** Where the work can be found, under the names that BibTeX and biblatex have for it. */
  private sourceOf(
    type: string,
    names: Names,
    editors: Names,
    year: number | undefined,
    value: (name: string) => string,
  ): WorkSource {
    const said = (...fields: string[]): string => {
      for (const field of fields) {
        const source = value(field);
        if (source !== '') return latexToText(source);
      }
      return '';
    };
    const article = type.toLowerCase() === 'article';
    return sourceOf(type, names, editors, {
      date: year === undefined ? said('pubstate', 'date', 'year') : '',
      container: said('journaltitle', 'journal', 'booktitle', 'maintitle'),
      volume: said('volume'),
      issue: said('issue') || (article ? said('number') : ''),
      pages: said('pages').replace(/(\d)-+(?=[\dA-Za-z])/g, '$1–'),
      publisher: said('publisher', 'institution', 'school', 'organization'),
      place: said('location', 'address'),
      edition: said('edition'),
      number: said('eid') || (article ? '' : said('number')),
      genre: said('type'),
      url: latexVerbatim(value('url')).trim(),
      accessed: said('urldate'),
    });
  }

  /** The fields after the key: as they are when all is well, otherwise those that can be told and a problem. */
  private fields(start: number, bracket: number, from: number, bound: number, key: string): Fields {
    const { text } = this;
    const braced = text[bracket] === '{';
    const close = braced ? this.survey.closes[bracket]! : 0;
    // A key is followed by a comma; without one, or in a @string, the first field comes at once.
    const bare = key === '';
    if (close > 0 && !goesOn(text, close + 1, close < bound ? bound : text.length)) {
      const strict = strictFields(text, this.survey, from, close, bare);
      if (strict.trouble === undefined) return strict;
    }
    const read = lenientFields(text, this.survey, from, bound, bare, braced ? '}' : ')');
    if (read.trouble !== undefined) {
      const { at, detail } = read.trouble;
      const place = detail === 'never-closed' ? ([start, Math.max(bracket + 1, from)] as const) : at;
      report(this.problems, unreadable(place, detail, key));
    }
    return read;
  }

  /** A field's value as LaTeX source, macros put in place. A word that is no macro stands for itself. */
  private source(field: Field): string {
    let source = '';
    for (const { at, bare } of field.pieces) {
      const written = this.text.slice(at[0], at[1]);
      const macro = bare ? this.macro(written.toLowerCase()) : undefined;
      if (macro !== undefined && macro.length <= this.budget) {
        this.budget -= macro.length;
        source += macro;
      } else source += written;
    }
    return source;
  }

  private macro(name: string): string | undefined {
    this.asked.add(owned(name));
    return (this.defined ?? this.macros).get(name);
  }

  /** The next header at a line's start after an offset. Offsets only grow, so that this looks at each header once. */
  private nextHeader(after: number): number {
    const { headers } = this.survey;
    while (this.header < headers.length && headers[this.header]! <= after) this.header += 1;
    return headers[this.header] ?? this.text.length;
  }
}

/** True for a comma, braces, a quotation mark, an equals sign and the end of the line. */
function endsKey(code: number): boolean {
  return code === 44 || code === 123 || code === 125 || code === 34 || code === 61 || code === 13 || code === 10;
}

function fieldFollows(text: string, start: number, end: number, bound: number): boolean {
  const equals = skipSpace(text, end, bound);
  return text[equals] === '=' && equals < bound && nameEnd(text, start, end) === end;
}

function startsLine(text: string, at: number): boolean {
  const before = at === 0 ? '\n' : text[at - 1]!;
  return before === '\n' || before === '\r' || before === '\ufeff';
}

/** An address, when it is a DOI's: any other address may well contain something that looks like one. */
function doiLink(url: string): string | undefined {
  return url.length < 2000 && /^https?:\/\/(?:www\.)?(?:dx\.)?doi\.org\//i.test(url.trim()) ? url : undefined;
}
