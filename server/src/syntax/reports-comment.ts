import {
  foldStandard,
  numbersOf,
  type ReportingStandard,
  type ReportingStandardId,
  reportingNames,
  reportingStandards,
} from '../standards/reporting.js';
import type { Span } from '../text/span.js';
import { nearest } from '../text/words.js';

/**
 * The list in a comment `<!-- reports: entreq 4-6, 8, prisma-s 8 -->`: which items of which reporting standards a passage reports.
 * A number belongs to the standard that was named last.
 */
export interface ReportsList {
  readonly items: readonly ListedItem[];
  readonly problems: readonly ListProblem[];
}

/** An item with its place in the list; those of a range share the place of the range. */
export interface ListedItem {
  readonly standard: ReportingStandardId;
  readonly item: string;
  readonly at: Span;
}

export interface ListProblem {
  readonly at: Span;
  /**
   * `standard`: none of this name; `item`: the standard has no such item; `range`: its end comes before its beginning; `bare`: a
   * standard without an item; `whose`: an item without a standard; `word`: neither an item nor a standard.
   */
  readonly kind: 'standard' | 'item' | 'range' | 'bare' | 'whose' | 'word';
  readonly written: string;
  /** The standard as it is printed, where it is known. */
  readonly standard: string;
  /** What was probably meant, or nothing. */
  readonly near: string;
}

/** Between the words of a name, or the ends of a range. */
const dash = '[\\s_\\u2010-\\u2015-]';

/** Every name of a standard in every spelling, the longest first, as a pattern with a group for each. */
const spellings = reportingStandards
  .flatMap(standard =>
    [...new Set([standard.id, standard.name, ...standard.also].map(foldStandard))].map(name => ({ standard, name })),
  )
  .sort((a, b) => b.name.length - a.name.length);
const named = new RegExp(
  `^(?:${spellings.map(({ name }) => `(${name.split(' ').join(`${dash}*`)})`).join('|')})(?![\\p{L}])`,
  'iu',
);

const number = '\\d{1,3}[a-z]?(?![\\p{L}\\p{N}])';
/** An item or a range of them, else a word. */
const token = new RegExp(`(${number})(?:(?:\\s*[\\u2010-\\u2015-]\\s*|\\s+to\\s+)(${number}))?|[^\\s]+`, 'giu');
const filler = /^(?:items?|nos?\.?|numbers?|and|&|\+|[:.#()]+)$/i;

/** Lists are short; what is longer is something else. */
const longest = 4000;

/** Reads what stands behind `reports:`. Places count from its start. Never fails: what is no item is told as a problem. */
export function readReports(written: string): ReportsList {
  const items: ListedItem[] = [];
  const problems: ListProblem[] = [];
  /** The standard named last; null after one that is not known, whose items nobody can say anything of. */
  let standard: ReportingStandard | null | undefined;
  let from = 0;
  for (const piece of written.slice(0, longest).split(/[,;]/)) {
    const start = from + (piece.length - piece.trimStart().length);
    const words = piece.trim();
    from += piece.length + 1;
    if (words === '') continue;
    const found = named.exec(words);
    let rest = words;
    let at = start;
    if (found) {
      standard = spellings[found.slice(1).findIndex(each => each !== undefined)]!.standard;
      rest = words.slice(found[0].length);
      at = start + found[0].length;
    } else if (/^\p{L}/u.test(words) && !filler.test(/^\S+/.exec(words)![0])) {
      const name = /^\D*[^\d\s]/u.exec(words)?.[0] ?? words;
      problems.push({
        at: [start, start + name.length],
        kind: 'standard',
        written: name,
        standard: '',
        near: nearest(name, reportingNames, 1)[0] ?? '',
      });
      standard = null;
      continue;
    }
    if (standard === null) continue;
    const before = items.length + problems.length;
    readItems(rest, at, standard, items, problems);
    if (found && standard && items.length + problems.length === before) {
      const written = found[0];
      problems.push({ at: [start, at], kind: 'bare', written, standard: standard.name, near: '' });
    }
  }
  return { items, problems };
}

function readItems(
  words: string,
  offset: number,
  standard: ReportingStandard | undefined,
  items: ListedItem[],
  problems: ListProblem[],
): void {
  for (const { 0: written, 1: first, 2: last, index } of words.matchAll(token)) {
    if (filler.test(written)) continue;
    const at: Span = [offset + index, offset + index + written.length];
    const problem = (kind: ListProblem['kind'], near = ''): void => {
      problems.push({ at, kind, written, standard: standard?.name ?? '', near });
    };
    if (first === undefined) problem('word');
    else if (!standard) problem('whose');
    else {
      const numbers = numbersOf(standard);
      const [from, to] = [first, last ?? first].map(each => numbers.indexOf(each.toLowerCase())) as [number, number];
      if (from < 0 || to < 0) problem('item', last === undefined ? closest(first, numbers) : '');
      else if (to < from) problem('range', `${last}-${first}`);
      else for (const item of numbers.slice(from, to + 1)) items.push({ standard: standard.id, item, at });
    }
  }
}

/** `16` may mean `16a`, and `4a` the item 4; of any other number nobody knows which was meant. */
function closest(written: string, numbers: readonly string[]): string {
  const digits = Number.parseInt(written, 10).toString();
  return (
    numbers.find(each => each === digits) ?? numbers.find(each => Number.parseInt(each, 10).toString() === digits) ?? ''
  );
}

/** Items as a comment lists them: standard by standard, three and more in a row as a range. */
export function writeReports(
  items: Iterable<{ readonly standard: ReportingStandardId; readonly item: string }>,
): string {
  const wanted = new Set([...items].map(({ standard, item }) => `${standard} ${item}`));
  return reportingStandards
    .flatMap(standard => {
      const numbers = numbersOf(standard);
      const pieces: string[] = [];
      for (let from = 0; from < numbers.length; from++) {
        if (!wanted.has(`${standard.id} ${numbers[from]}`)) continue;
        let to = from;
        while (to + 1 < numbers.length && wanted.has(`${standard.id} ${numbers[to + 1]}`)) to++;
        if (to - from >= 2) {
          pieces.push(`${numbers[from]}-${numbers[to]}`);
          from = to;
        } else pieces.push(numbers[from]!);
      }
      return pieces.length === 0 ? [] : [`${standard.id} ${pieces.join(', ')}`];
    })
    .join(', ');
}
