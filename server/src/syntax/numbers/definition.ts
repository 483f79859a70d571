import type { Span } from '../../text/span.js';
import type { Filter, FilterError, Word } from '../filters/filter.js';
import { parseFilter } from '../filters/parse.js';

export type Statistic = 'sum' | 'min' | 'max' | 'median';

/** What a checked number counts. */
export type Definition =
  | { readonly what: 'studies'; readonly where?: Filter }
  | { readonly what: 'statistic'; readonly field: Word; readonly statistic: Statistic; readonly where?: Filter }
  | { readonly what: 'share'; readonly where: Filter; readonly of?: Filter }
  | { readonly what: 'findings' | 'themes'; readonly under?: Word }
  | { readonly what: 'flow'; readonly box: Word }
  /** `agreement.appraisal`: how far people agree. */
  | { readonly what: 'agreement'; readonly of: Word };

/** Why a comment that begins with `=` defines nothing. */
export interface DefinitionError {
  readonly expected: FilterError['expected'] | 'definition' | 'statistic' | 'construct' | 'box' | 'where';
  readonly at: Span;
  readonly found: string;
}

/** One way in which a number may be meant. */
export interface Reading {
  /** As written, without `=`. */
  readonly text: string;
  /** Its place in the comment's text. */
  readonly at: Span;
  readonly result: { readonly definition: Definition } | { readonly error: DefinitionError };
}

/** More readings than these of one number are a mistake. */
const mostReadings = 8;

/** Reads the text of a comment such as `= studies where country:UK | = studies where country:Scotland`. */
export function readDefinitions(comment: string): Reading[] {
  return pieces(comment)
    .slice(0, mostReadings)
    .map(([from, to]) => {
      const said = comment.slice(0, to).trimEnd();
      const start = from + /^\s*=?\s*/.exec(comment.slice(from, to))![0].length;
      const end = Math.max(start, said.length);
      return { text: comment.slice(start, end), at: [start, end] as const, result: new Definer(said, start).read() };
    });
}

/** From one `|` to the next, those inside quotation marks left alone. */
function pieces(comment: string): Span[] {
  const found: Span[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < comment.length; at++) {
    if (comment[at] === '"') quoted = !quoted;
    else if (comment[at] === '|' && !quoted) {
      found.push([from, at]);
      from = at + 1;
    }
  }
  return [...found, [from, comment.length]];
}

type Result = Reading['result'];

/** Reads one definition, word by word to the end of the text. */
class Definer {
  constructor(
    private readonly text: string,
    private at: number,
  ) {}

  read(): Result {
    if (this.take(/studies\b/y)) {
      const where = this.where();
      return 'error' in where ? where : { definition: { what: 'studies', ...where } };
    }
    if (this.take(/share\s+of\s+studies\b/y)) return this.share();
    const counted = this.take(/(?:findings|themes)\b/y);
    if (counted) return this.under(counted.text as 'findings' | 'themes');
    const named = this.take(/(?:flow|agreement)\./y);
    if (named) return this.named(named.text === 'flow.' ? 'flow' : 'agreement');
    return this.statistic();
  }

  private named(what: 'flow' | 'agreement'): Result {
    const word = this.take(/\S+/y);
    if (!word) return this.fail('box');
    if (this.rest().text !== '') return this.fail('end');
    return { definition: what === 'flow' ? { what, box: word } : { what, of: word } };
  }

  private statistic(): Result {
    const start = this.at;
    const field = this.take(/[\p{L}\p{N}_-]+/uy);
    if (!field) return this.fail('definition');
    const statistic = this.take(/(?:sum|min|max|median)\b/y);
    if (!statistic) {
      // Only a field that is counted can have been meant; any other word is no beginning of a definition.
      if (field.text === 'participants') return this.fail('statistic');
      this.at = start;
      return this.fail('definition', field);
    }
    const where = this.where();
    if ('error' in where) return where;
    return { definition: { what: 'statistic', field, statistic: statistic.text as Statistic, ...where } };
  }

  /** `where FILTER`, or nothing. */
  private where(): { where?: Filter } | { error: DefinitionError } {
    if (this.rest().text === '') return {};
    if (!this.take(/where\b/y)) return this.fail('where');
    const result = parseFilter(this.text, this.at);
    return 'error' in result ? result : { where: result.filter };
  }

  /** `share of studies where FILTER of FILTER`: the second `of` stands outside of quotation marks. */
  private share(): Result {
    if (!this.take(/where\b/y)) return this.fail('where');
    const of = this.secondOf();
    const part = parseFilter(this.text.slice(0, of?.[0]), this.at);
    if ('error' in part) return part;
    if (!of) return { definition: { what: 'share', where: part.filter } };
    const whole = parseFilter(this.text, of[1]);
    if ('error' in whole) return whole;
    return { definition: { what: 'share', where: part.filter, of: whole.filter } };
  }

  private secondOf(): Span | undefined {
    let quoted = false;
    const of = /\s+of\s+/y;
    for (let at = this.at; at < this.text.length; at++) {
      if (this.text[at] === '"') quoted = !quoted;
      if (quoted || !/\s/.test(this.text[at]!)) continue;
      of.lastIndex = at;
      const found = of.exec(this.text);
      if (found) return [at, at + found[0].length];
    }
    return undefined;
  }

  private under(what: 'findings' | 'themes'): Result {
    if (this.rest().text === '') return { definition: { what } };
    if (!this.take(/under\b/y)) return this.fail('where');
    const construct = this.take(/\S+/y);
    if (!construct) return this.fail('construct');
    if (this.rest().text !== '') return this.fail('end');
    return { definition: { what, under: construct } };
  }

  /** Takes what stands here, if it does, and the space behind it. */
  private take(pattern: RegExp): Word | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (!found) return undefined;
    const word: Word = { text: found, at: [this.at, this.at + found.length] };
    this.at += found.length;
    while (this.at < this.text.length && /\s/.test(this.text[this.at]!)) this.at++;
    return word;
  }

  private rest(): Word {
    return { text: this.text.slice(this.at), at: [this.at, Math.max(this.at, this.text.length)] };
  }

  private fail(expected: DefinitionError['expected'], { text, at } = this.rest()): { error: DefinitionError } {
    return { error: { expected, at, found: text } };
  }
}
