import type { Span } from '../../text/span.js';
import type { CitedGroup } from '../facts.js';
import { type ClaimSource, groupStarts, groupsAfter, isDefined, loosely } from './sentence.js';
import { numberInWords } from './words.js';

/** A sentence that says how many studies there are, without any mark-up. Places are those of the whole text. */
export type FoundClaim =
  /** "14 of the studies … [@a; @b]": the works cited, group by group, as far as they may belong to the number. */
  | {
      readonly kind: 'cited';
      readonly text: string;
      readonly number: number;
      readonly at: Span;
      /** True where papers are counted, of which a study may have several. */
      readonly papers: boolean;
      readonly groups: readonly CitedGroup[];
    }
  /** "the 34 included studies". */
  | { readonly kind: 'included'; readonly text: string; readonly number: number; readonly at: Span };

const number = '(\\d{1,3}|\\p{L}+(?:-\\p{L}+)?)';
const works = '(?:studies|trials|articles|papers|publications|reports|records)';
const kinds =
  '(?:(?:included|reviewed|primary|qualitative|quantitative|selected|eligible|relevant|remaining|unique|different|independent|clinical|' +
  'controlled|randomi[sz]ed|observational|longitudinal|cross-sectional|interview|recent)\\s+)*';

/** "14 of the studies", "twelve out of the 34 included articles". */
const ofTheStudies = new RegExp(
  `(?<![\\p{L}\\p{N}.,%@–—−-]|\\d\\s?[–—−-]\\s)${number}\\s+(?:out\\s+)?of\\s+(?:the|these|those|our)\\s+(?:\\d{1,4}\\s+|\\p{L}+(?:-\\p{L}+)?\\s+)?${kinds}${works}(?!\\p{L})`,
  'giu',
);
/** "three studies", where what follows at once is a citation. */
const studiesCited = new RegExp(
  `(?<![\\p{L}\\p{N}.,%@–—−-]|\\d\\s?[–—−-]\\s)${number}\\s+${kinds}(?:study|trial|article|paper|${works})[\\s,.(]*$`,
  'iu',
);
/** "Seven studies found …", at the start of a sentence. */
const studiesFirst = new RegExp(
  `^[*_]*(?:(?:overall|however|in addition|similarly|moreover|furthermore|finally|ultimately|therefore|in the end|in total|also|only|a total of),?\\s+)*(?:(?:in|across|among)\\s+)?${number}\\s+${kinds}${works}(?!\\p{L})`,
  'iu',
);
/** Words that bring in studies beside those that a sentence began with, or others' lists of them. */
const besides =
  /(?<!\p{L})(?:while|whereas|whilst|but|although|though|however|(?:the |all |and )?others?|another|compared (?:to|with)|both|except|including|excluding|versus|of (?:which|whom|these|them)|one|two|three|four|five|six|seven|eight|nine|ten|reviews?|respectively|\d{1,3}\s+(?:\p{L}+\s+)?(?:studies|articles|papers|trials|publications))(?!\p{L})/iu;

/** "the 34 included studies". */
const includedStudies = new RegExp(
  `(?<!\\p{L})(?:the|these|our|all)\\s+${number}\\s+included\\s+(?:(?:primary|qualitative)\\s+)*studies(?!\\p{L})`,
  'giu',
);

/** Without one of these there is nothing that the patterns above could find, and most sentences have none. */
const countable = /stud(?:y|ies)|trial|article|paper|publication|report|record/i;

/** The numbers of works and studies that a sentence states by itself. What carries a definition is left to that. */
export function claimsIn(text: string, source: ClaimSource): FoundClaim[] {
  const { masked } = source;
  if (!countable.test(masked)) return [];
  const [start] = source.at;
  const found: FoundClaim[] = [];
  const add = (match: RegExpMatchArray, kind: 'cited' | 'included', shift = 0): void => {
    const written = match[1]!;
    const value = /^\d/.test(written) ? Number(written) : numberInWords(written);
    if (value === undefined) return;
    const from = start + shift + match.index! + match[0].indexOf(written);
    const at: Span = [from, from + written.length];
    if (isDefined(at[1], source) || loosely.test(masked.slice(0, from - start))) return;
    if (kind === 'included') found.push({ kind, text: written, number: value, at });
    else if (value > 0) {
      const papers = !/(?:stud(?:y|ies)|trials?)[\s,.(]*$/i.test(match[0]);
      found.push({ kind, text: written, number: value, at, papers, groups: groupsAfter(text, at[1], source) });
    }
  };
  const shares = [...masked.matchAll(ofTheStudies)];
  for (const match of shares) add(match, 'cited');
  for (const group of groupStarts(source)) {
    const match = studiesCited.exec(masked.slice(0, group - start));
    // In "two of the nine articles [@a; @b]" the nine are not what is cited.
    const isWhole =
      match && shares.some(each => each.index <= match.index && match.index < each.index + each[0].length);
    if (match && !isWhole) add(match, 'cited');
  }
  const first = studiesFirst.exec(masked);
  if (first && found.length === 0 && isAllAbout(text, masked, first[0].length, source)) add(first, 'cited');
  for (const match of masked.matchAll(includedStudies)) add(match, 'included');
  // Of two numbers in one sentence nobody can tell which citations are whose, unless each has a group of its own behind it.
  const cited = found.filter(each => each.kind === 'cited').sort((a, b) => a.at[0] - b.at[0]);
  return found.flatMap((each): FoundClaim[] => {
    if (each.kind !== 'cited') return [each];
    const next = cited[cited.indexOf(each) + 1];
    const groups = next ? groupsAfter(text, each.at[1], source, next.at[0]) : each.groups;
    return groups.length > 0 ? [{ ...each, groups }] : [];
  });
}

/** Whether a sentence goes on about the studies that it began with, and ends with all of its citations in one list. */
function isAllAbout(text: string, masked: string, from: number, source: ClaimSource): boolean {
  const [start, end] = source.at;
  const groups = groupsAfter(text, start, source);
  const [group] = groups;
  if (groups.length !== 1 || !group || group.works.length < 2 || besides.test(masked.slice(from))) return false;
  return !/[\p{L}\p{N}]/u.test(masked.slice(group.from - start, end - start));
}
