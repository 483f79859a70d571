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
      const piece = comment.slice(from, to);
      const skipped = /^\s*=?\s*/.exec(piece)![0].length;
      const text = piece.slice(skipped).trimEnd();
      const start = from + skipped;
      return { text, at: [start, start + text.length] as const, result: moved(define(text), start) };
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

function define(text: string): Result {
  const studies = /^studies\b\s*/.exec(text);
  if (studies) {
    const rest = whereOf(text, studies[0].length);
    return 'error' in rest ? rest : { definition: { what: 'studies', ...rest } };
  }
  const share = /^share\s+of\s+studies\b\s*/.exec(text);
  if (share) return shareOf(text, share[0].length);
  const named = /^(findings|themes)\b\s*/.exec(text);
  if (named) return underOf(text, named[1] as 'findings' | 'themes', named[0].length);
  const dotted = /^(flow|agreement)\.\s*(\S*)\s*/.exec(text);
  if (dotted) {
    const from = text.indexOf('.') + 1;
    const word = wordAt(text, from, dotted[2]!);
    if (word.text === '') return failed('box', word);
    const rest = text.slice(dotted[0].length);
    if (rest !== '') return failed('end', wordAt(text, dotted[0].length, rest));
    return { definition: dotted[1] === 'flow' ? { what: 'flow', box: word } : { what: 'agreement', of: word } };
  }
  const field = /^([\p{L}\p{N}_-]+)\s*/u.exec(text);
  if (!field) return failed('definition', wordAt(text, 0, text));
  const from = field[0].length;
  const statistic = /^(sum|min|max|median)\b\s*/.exec(text.slice(from));
  if (!statistic) {
    const name = wordAt(text, 0, field[1]!);
    // Only a field that is counted can have been meant; any other word is no beginning of a definition.
    const known = field[1] === 'participants';
    return known ? failed('statistic', wordAt(text, from, text.slice(from))) : failed('definition', name);
  }
  const rest = whereOf(text, from + statistic[0].length);
  if ('error' in rest) return rest;
  const definition = { field: wordAt(text, 0, field[1]!), statistic: statistic[1] as Statistic, ...rest };
  return { definition: { what: 'statistic', ...definition } };
}

/** `where FILTER`, or nothing. */
function whereOf(text: string, from: number): { where?: Filter } | { error: DefinitionError } {
  if (from >= text.length) return {};
  const where = /^where\b\s*/.exec(text.slice(from));
  if (!where) return failed('where', wordAt(text, from, text.slice(from)));
  const start = from + where[0].length;
  const result = parseFilter(text.slice(start));
  return 'error' in result ? moved({ error: result.error }, start) : { where: shiftFilter(result.filter, start) };
}

/** `share of studies where FILTER of FILTER`: the second `of` stands outside of quotation marks and brackets. */
function shareOf(text: string, from: number): Result {
  const where = /^where\b\s*/.exec(text.slice(from));
  if (!where) return failed('where', wordAt(text, from, text.slice(from)));
  const start = from + where[0].length;
  const of = splitAtOf(text, start);
  const part = parseFilter(text.slice(start, of?.[0] ?? text.length));
  if ('error' in part) return moved({ error: part.error }, start);
  const definition = { what: 'share' as const, where: shiftFilter(part.filter, start) };
  if (!of) return { definition };
  const whole = parseFilter(text.slice(of[1]));
  if ('error' in whole) return moved({ error: whole.error }, of[1]);
  return { definition: { ...definition, of: shiftFilter(whole.filter, of[1]) } };
}

function splitAtOf(text: string, from: number): Span | undefined {
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    if (quoted || !/\s/.test(text[at]!)) continue;
    const of = /^\s+of\s+/.exec(text.slice(at, at + 40));
    if (of) return [at, at + of[0].length];
  }
  return undefined;
}

function underOf(text: string, what: 'findings' | 'themes', from: number): Result {
  const rest = text.slice(from);
  if (rest === '') return { definition: { what } };
  const under = /^under\b\s*(\S*)\s*/.exec(rest);
  if (!under) return failed('where', wordAt(text, from, rest));
  const start = from + under[0].indexOf(under[1]!, 'under'.length);
  const construct = wordAt(text, start, under[1]!);
  if (construct.text === '') return failed('construct', construct);
  if (under[0].length < rest.length)
    return failed('end', wordAt(text, from + under[0].length, rest.slice(under[0].length)));
  return { definition: { what, under: construct } };
}

function wordAt(text: string, from: number, word: string): Word {
  const start = Math.min(from, text.length);
  return { text: word, at: [start, start + word.length] };
}

function failed(expected: DefinitionError['expected'], { at, text }: Word): { error: DefinitionError } {
  return { error: { expected, at, found: text } };
}

/** The same with its places counted from further left. */
function moved<R extends Result | { readonly error: DefinitionError }>(result: R, by: number): R {
  if ('error' in result) {
    return { error: { ...result.error, at: shift(result.error.at, by) } } as unknown as R;
  }
  const { definition } = result;
  return { definition: shiftWords(definition, by) } as unknown as R;
}

function shift([from, to]: Span, by: number): Span {
  return [from + by, to + by];
}

function shiftWord(word: Word, by: number): Word {
  return { ...word, at: shift(word.at, by) };
}

function shiftWords(definition: Definition, by: number): Definition {
  switch (definition.what) {
    case 'studies':
      return definition.where ? { ...definition, where: shiftFilter(definition.where, by) } : definition;
    case 'statistic': {
      const { where } = definition;
      return {
        ...definition,
        field: shiftWord(definition.field, by),
        ...(where && { where: shiftFilter(where, by) }),
      };
    }
    case 'share': {
      const { of } = definition;
      return { ...definition, where: shiftFilter(definition.where, by), ...(of && { of: shiftFilter(of, by) }) };
    }
    case 'flow':
      return { ...definition, box: shiftWord(definition.box, by) };
    case 'agreement':
      return { ...definition, of: shiftWord(definition.of, by) };
    default:
      return definition.under ? { ...definition, under: shiftWord(definition.under, by) } : definition;
  }
}

function shiftFilter(filter: Filter, by: number): Filter {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { ...filter, parts: filter.parts.map(part => shiftFilter(part, by)) };
    case 'not':
      return { ...filter, part: shiftFilter(filter.part, by) };
    case 'value':
      return { ...filter, field: shiftWord(filter.field, by), value: shiftWord(filter.value, by) };
    case 'exactly':
      return {
        ...filter,
        field: shiftWord(filter.field, by),
        values: filter.values.map(value => shiftWord(value, by)),
      };
    case 'group':
      return { ...filter, name: shiftWord(filter.name, by) };
    case 'compare':
      return { ...filter, field: shiftWord(filter.field, by) };
  }
}
