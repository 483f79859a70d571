/**
 * Numbers in square brackets that may be citations, as journals with a numbered bibliography print them: `[4]`,
 * `[1,3,17–22]`, `[see 4, p. 12; but see 7]`. Whether they are is for the bibliography to say; here they are only found, and
 * what is surely something else is left out: a year, an interval, an entry of a list of works.
 */

/** One number of a group; a range stands for every number in it. Offsets are those of the words. */
export interface FoundNumber {
  readonly number: number;
  /** The number alone, or the range where the number is inside of one and not written. */
  readonly from: number;
  readonly to: number;
  readonly prefix: string;
  readonly groupFrom: number;
  readonly groupTo: number;
}

/** No bibliography of a review is longer, and a year has a digit more. */
const HIGHEST = 999;
/** More works are hardly cited at once; a longer range counts something else. */
const WIDEST = 150;
/** A group longer than this is prose in brackets. */
const LONGEST = 400;

const ITEM = String.raw`[1-9]\d{0,2}(?:\s*[-–—‒−]\s*[1-9]\d{0,2})?`;
const PREFIX = String.raw`(?:but see(?: also)?|but|see also|see|cf\.?|contra|except(?: for)?|e\.\s?g\.,?|for example,?|i\.\s?e\.,?|also)`;
const SUFFIX = String.raw`(?:,\s*(?:pp?\.?|pages?|ch\.?|chap\.?|sec\.?|para\.?|tables?|fig\.?)\s*[\w.–-]+)?`;
const PIECE = new RegExp(String.raw`^\s*(?:(${PREFIX})\s+)?(${ITEM}(?:\s*,\s*${ITEM})*),?${SUFFIX}\s*$`, 'i');
const WRITTEN = /([1-9]\d{0,2})(?:\s*[-–—‒−]\s*([1-9]\d{0,2}))?/g;

/** What stands before two numbers that are the ends of an interval, or before anything that is measured or computed. */
const BEFORE_INTERVAL = /(?:\bCI|\bCrI|\bIQR|\bHDI|\bintervals?(?: of)?|\bbetween|\branges? of)[\s,:;=]*$/i;
/** What stands behind two such numbers where they are measured. */
const UNIT_AFTER =
  /^\s?(?:[kcmµn]?[mgls]|ms|min|h|hours?|days?|weeks?|months?|years?|degrees?|Hz|kHz|%|°)(?![\p{L}\d])/iu;
const BEFORE_VALUE = /[=∈±≈×<>]\s*$/;

/**
 * The numbers in brackets from `groupFrom` to `groupTo`, which stand within a stretch of words that begins at `start` and
 * ends at `end`; none where the brackets hold anything else.
 *
 * @param from where what is inside of the brackets begins
 * @param to where it ends
 */
export function numbersInBrackets(
  text: string,
  [start, end]: readonly [number, number],
  [groupFrom, groupTo]: readonly [number, number],
  [from, to]: readonly [number, number],
): FoundNumber[] {
  if (to - from > LONGEST) return [];
  const found: FoundNumber[] = [];
  let at = from;
  for (const piece of text.slice(from, to).split(';')) {
    const match = PIECE.exec(piece);
    if (!match) return [];
    const items = at + piece.indexOf(match[2]!, match[1]?.length ?? 0);
    for (const written of match[2]!.matchAll(WRITTEN)) {
      const first = Number(written[1]);
      const last = written[2] === undefined ? first : Number(written[2]);
      if (last < first || last - first > WIDEST || last > HIGHEST) return [];
      const whole = [items + written.index, items + written.index + written[0].length] as const;
      for (let number = first; number <= last; number++) {
        const place =
          number === first && last > first
            ? ([whole[0], whole[0] + written[1]!.length] as const)
            : number === last && last > first
              ? ([whole[1] - written[2]!.length, whole[1]] as const)
              : whole;
        found.push({ number, from: place[0], to: place[1], prefix: match[1] ?? '', groupFrom, groupTo });
      }
    }
    at += piece.length + 1;
  }
  return isElsewhere(text, [start, end], [groupFrom, groupTo], found) ? [] : found;
}

/** True for brackets that are surely no citation, by what stands around them. */
function isElsewhere(
  text: string,
  [start, end]: readonly [number, number],
  [from, to]: readonly [number, number],
  found: readonly FoundNumber[],
): boolean {
  const before = text.slice(Math.max(start, from - 24), from);
  if (BEFORE_VALUE.test(before)) return true;
  if (found.length === 2 && (BEFORE_INTERVAL.test(before) || UNIT_AFTER.test(text.slice(to, Math.min(end, to + 12))))) {
    return true;
  }
  if (/[!^]$/.test(before)) return true;
  // `[12]{.mark}` is a span, `[text][12]` a link to a label that is not there; `[1][2]` are two citations.
  const after = text.slice(to, Math.min(end, to + 3));
  if (after.startsWith('{') || (/\]$/.test(before) && !/\[[\d\s,–-]+\]$/.test(before))) return true;
  // A line that is set in further than this begins with code.
  const atLineStart = from - start <= 8 ? /(?:^|\n)\s*$/.test(text.slice(start, from)) : /\n\s*$/.test(before);
  // A list of works in the text itself: `[12] Walker G. …`, `[12]: Walker G. …`.
  return atLineStart && found.length === 1 && /^(?::|\.?\s+\p{Lu})/u.test(after);
}
