import type { Span } from '../../text/span.js';
import { type ClaimSource, loosely } from './sentence.js';
import { isEnglishNumber, numberInWords } from './words.js';
import { digits, valuesOf } from './written.js';

/** A sum that a sentence states and that does not come out. */
export interface WrongSum {
  /** The number that is stated as the sum. */
  readonly at: Span;
  readonly written: string;
  /** What is put together, as written: `1,520 + 8`. */
  readonly parts: string;
  /** What it comes to. */
  readonly sum: number;
}

/** A number in a sentence; offsets are those of the sentence. */
interface Found {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** True where it may be left out of a sum: it counts people of the team, databases, years. */
  readonly aside: boolean;
}

/** Words that say that what follows is the sum of all before it, and whether numbers may be written in any language there. */
const totals: readonly { readonly words: RegExp; readonly english: boolean }[] = [
  {
    words:
      /,?\s(?:which|that|this)\s(?:makes|made|adds\sup\sto|added\sup\sto|gives\sa\stotal\sof|gave\sa\stotal\sof|brings?\sthe\stotal\sto)\s$/i,
    english: true,
  },
  {
    words:
      /,?\s(?:making|totall?ing|adding\sup\sto|summing\s(?:up\s)?to|(?:giving|making|yielding|resulting\sin|for)\sa\s(?:grand\s)?total\sof)\s$/i,
    english: true,
  },
  {
    words: /(?:,\s(?:also\s)?(?:macht\s)?zusammen|,\ssoit(?:\sau\stotal)?|,\slo\sque\s(?:hace|suma|da))\s$/i,
    english: false,
  },
];

/** A total in brackets, or at the end: `(1,528 in total)`. */
const inAll = /^\s*(?:in\s(?:total|all)|altogether)(?![\p{L}])/iu;

/** Words that say what is left of the first number, once those between are taken away. */
const remainder = /,?\s(?:leaving|which\s(?:leaves|left))\s(?:us\swith\s|a\stotal\sof\s)?$/i;

/** Words that count something that is in no sum. */
const besides =
  /^\s*(?:independent\s|different\s|electronic\s|online\s)?(?:authors?|reviewers?|researchers?|raters?|coders?|of\sus|databases?|sources?|steps?|stages?|phases?|rounds?|journals?|countries|minutes?|hours?|days?|weeks?|months?|years?)(?!\p{L})/iu;

/** Words that point back to numbers of another sentence. */
const elsewhere =
  /(?<!\p{L})(?:further|additional(?:ly)?|another|others?|more|also|added|extra|too|new|newly|again|remaining|rest|previous(?:ly)?|earlier|already|together\swith|besides|in\saddition|these|each|per|every|both|twice|double|half|percent|per\scent)(?!\p{L})/iu;

/** A month before a year, or a word of time. */
const beforeYear =
  /(?:in|since|from|until|till|to|and|between|of|before|after|by|january|february|march|april|may|june|july|august|september|october|november|december|[(,–-])\s*$/i;

const numberPattern = new RegExp(
  `(?<![\\p{L}\\p{N}.,'’–—−/-])(?:${digits}|\\p{L}+(?:-\\p{L}+)?)(?![\\p{L}\\p{N}]|[.,'’:/–—-]\\d)`,
  'gu',
);

/** Few sentences put more numbers together, and each doubles the ways of putting them together. */
const mostParts = 12;

/** The sums of a sentence that do not come out. Where it may be read in a way in which they do, there are none. */
export function wrongSums(source: ClaimSource): WrongSum[] {
  const sentence = withoutCode(source.masked);
  const [start] = source.at;
  const told = [...equations(sentence), ...stated(sentence)];
  return told.map(({ total, parts, sum }) => ({
    at: [start + total.from, start + total.to],
    written: total.text,
    parts,
    sum,
  }));
}

/** Code and formulas count nothing of the review; letter for letter, so that places stay. */
function withoutCode(sentence: string): string {
  return sentence.replace(/`[^`]*`|\$[^$\n]+\$/g, found => ' '.repeat(found.length));
}

interface Told {
  readonly total: Found;
  readonly parts: string;
  readonly sum: number;
}

const equationPattern = new RegExp(
  `(?<![\\p{L}\\p{N}.,'’]|[)\\]}+×*/^=<>−–-]\\s?)((?:${digits})(?:\\s*\\+\\s*(?:${digits}))+)\\s*=\\s*(${digits})(?!\\s*[\\p{L}%+×*/^=<>−–-]?[\\d%+×*/^=<>−–-])`,
  'gu',
);

/** `12 + 5 = 17`. */
function* equations(sentence: string): Iterable<Told> {
  if (!sentence.includes('+') || !sentence.includes('=')) return;
  for (const match of sentence.matchAll(equationPattern)) {
    const terms = match[1]!.split('+').map(term => term.trim());
    const values = terms.map(wholeValue);
    const value = wholeValue(match[2]!);
    if (value === undefined || !values.every(each => each !== undefined)) continue;
    const sum = values.reduce((all, each) => all + each, 0);
    if (sum === value) continue;
    const from = match.index + match[0].length - match[2]!.length;
    yield {
      total: { text: match[2]!, from, to: from + match[2]!.length, value, aside: false },
      parts: terms.join(' + '),
      sum,
    };
  }
}

/** Sums and remainders in words. */
function* stated(sentence: string): Iterable<Told> {
  if (!/mak|made|total|sum|up\sto|leav|left|in\sall|altogether|zusammen|soit|lo\sque/i.test(sentence)) return;
  // A second total, or a number that belongs to another sentence, and nobody can tell what was put together.
  if (elsewhere.test(sentence) || /%/.test(sentence)) return;
  for (const english of [true, false]) {
    const numbers = numbersOf(sentence, english);
    for (const [index, total] of numbers.entries()) {
      const before = sentence.slice(0, total.from);
      const parts = numbers.slice(0, index);
      if (parts.length > mostParts || loosely.test(before)) continue;
      if (parts.some(each => loosely.test(sentence.slice(0, each.from)))) continue;
      const told =
        (english && remainder.test(before) && left(sentence, parts, total)) ||
        (isTotal(sentence, before, total, english) && sumOf(sentence, parts, total));
      if (told) yield told;
    }
  }
}

function isTotal(sentence: string, before: string, total: Found, english: boolean): boolean {
  if (totals.some(each => each.english === english && each.words.test(before))) return true;
  return english && /\($/.test(before) && inAll.test(sentence.slice(total.to));
}

function sumOf(sentence: string, parts: readonly Found[], total: Found): Told | undefined {
  const counted = parts.filter(each => !each.aside);
  if (counted.length < 2 || !isOfOneKind(sentence, counted, total)) return undefined;
  if (sumsUpTo(parts, total.value, 2)) return undefined;
  const sum = counted.reduce((all, each) => all + each.value, 0);
  return { total, parts: counted.map(each => each.text).join(' + '), sum };
}

/** "Of the 39 reports, 5 were excluded, leaving 34". */
function left(sentence: string, parts: readonly Found[], total: Found): Told | undefined {
  const [whole, ...away] = parts.filter(each => !each.aside);
  if (
    !whole ||
    !/(?<!\p{L})(?:of|from|out\sof)\s(?:(?:the|these|those|our|all)\s)?$/iu.test(sentence.slice(0, whole.from))
  ) {
    return undefined;
  }
  // Reasons in brackets divide what was taken away already.
  const outside = away.filter(each => !isInBrackets(sentence, each.from));
  if (outside.length === 0 || !isOfOneKind(sentence, [whole], total)) return undefined;
  if (sumsUpTo(away, whole.value - total.value, 1)) return undefined;
  const sum = whole.value - outside.reduce((all, each) => all + each.value, 0);
  if (sum < 0) return undefined;
  return { total, parts: [whole, ...outside].map(each => each.text).join(' − '), sum };
}

/** Whether the total counts what its parts count: nothing is named behind it, or the same as behind one of them. */
function isOfOneKind(sentence: string, parts: readonly Found[], total: Found): boolean {
  const thing = thingAfter(sentence, total);
  return thing === '' || (thing !== 'of' && parts.some(each => thingAfter(sentence, each) === thing));
}

/** The word behind a number, in the singular; empty where a sign, the end, or `in total` follows. */
function thingAfter(sentence: string, { to }: Found): string {
  const rest = sentence.slice(to);
  if (inAll.test(rest)) return '';
  const word = /^\s+(?:(?:included|eligible|relevant|potentially|full-text)\s+)*(\p{L}[\p{L}-]*)/u.exec(rest)?.[1];
  return (word ?? '').toLowerCase().replace(/ies$/, 'y').replace(/s$/, '');
}

/** Whether some of the numbers, at least so many of them, come to a sum. */
function sumsUpTo(numbers: readonly Found[], wanted: number, least: number): boolean {
  for (let chosen = 1; chosen < 1 << numbers.length; chosen++) {
    let sum = 0;
    let count = 0;
    for (let i = 0; i < numbers.length; i++) {
      if ((chosen >> i) % 2 === 0) continue;
      sum += numbers[i]!.value;
      count++;
    }
    if (count >= least && sum === wanted) return true;
  }
  return false;
}

/** The whole numbers of a sentence, in digits and words; years are none. */
function numbersOf(sentence: string, english: boolean): Found[] {
  const found: Found[] = [];
  for (const match of sentence.matchAll(numberPattern)) {
    const [text] = match;
    const value = /^\d/.test(text) ? wholeValue(text) : wordValue(text, english);
    if (value === undefined) continue;
    const [from, to] = [match.index, match.index + text.length];
    const before = sentence.slice(0, from);
    if (/^(?:1[89]|20)\d\d$/.test(text) && beforeYear.test(before)) continue;
    if (/(?:table|figure|fig\.?|appendix|box|step|phase|stage|section|part|no\.?|n°|nr\.?|#)\s*$/i.test(before))
      continue;
    if (/^one$/i.test(text) && (/(?:the|each|any|no|every)\s$/i.test(before) || !/^\s\p{L}/u.test(sentence.slice(to))))
      continue;
    found.push({ text, from, to, value, aside: besides.test(sentence.slice(to)) });
  }
  return found;
}

function wholeValue(text: string): number | undefined {
  return valuesOf(text).find(each => each.decimals === 0)?.value;
}

function wordValue(text: string, english: boolean): number | undefined {
  return !english || text.split('-').every(isEnglishNumber) ? numberInWords(text) : undefined;
}

function isInBrackets(sentence: string, at: number): boolean {
  return sentence.lastIndexOf('(', at) > sentence.lastIndexOf(')', at - 1);
}
