import type { Span } from '../../text/span.js';
import type { CitedGroup, Quantifier } from '../facts.js';
import { type ClaimSource, groupsAfter, isDefined } from './sentence.js';

/** "Most of the studies … [@a; @b]", or "most studies … [@a; @b]". */
export interface FoundQuantifier {
  readonly quantifier: Quantifier;
  readonly text: string;
  readonly at: Span;
  readonly groups: readonly CitedGroup[];
}

/** "One participant … [@a; @b]": a single voice that several works are cited for. */
export interface FoundVoice {
  /** The words that name it. */
  readonly text: string;
  readonly at: Span;
  readonly groups: readonly CitedGroup[];
}

const works = '(?:studies|articles|papers|publications)';
const kinds = '(?:(?:included|reviewed|primary|qualitative|selected|eligible)\\s+)*';

const quantified = new RegExp(
  `(?<![\\p{L}\\p{N}-])(most|many|few|all)\\s+(?:of\\s+(?:the|these|our|the\\s+present)\\s+|of\\s+the\\s+)?(?:the\\s+|our\\s+|these\\s+)?(?:\\d{1,4}\\s+)?${kinds}${works}(?!\\p{L})`,
  'giu',
);

/** What before a quantifier makes another one of it: "not all", "at most", "nearly all", "as many". */
const otherwise =
  /(?:not|at|the|almost|nearly|virtually|practically|as|how|so|too|very|quite|a|a good|or|if|than|least|while|cover|across)\s*$/i;

/** What behind the word speaks of some of the studies only: what most of them are then is not known here. */
const restricted =
  /^\s*(?:\([^)]*\)\s*)?(?:,\s*(?:which|that|who|where)|that|which|who|whose|where|with|without|from|on|about|of|for|by|at|to|among|between|during|within|under|using|published|based|included\sin\sth(?:e|at)\s(?:sub|meta)|(?!(?:during|according|having|being)\b)\p{L}+ing\b|in\s(?!(?:this|the|our)\s(?:present\s|current\s)?(?:review|synthesis|meta-synthesis|sample|metasynthesis|meta-ethnography)\b))/iu;

/** Words after which other studies, or numbers of them, are spoken of. */
const exceptions =
  /(?<!\p{L})(?:except(?:ing)?|excluding|other than|apart from|save for|with the exception|but|although|though|while|whereas|however|(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+(?:study|studies|of them|did|were|was))(?!\p{L})/iu;

/** What may stand before a word for a share that opens a sentence. */
const opening =
  /^[*_“"]*(?:(?:overall|however|in addition|similarly|moreover|furthermore|indeed|thus|finally|notably|in general|in summary|also),?\s+)?(?:(?:in|across|among|throughout|for|to|according to)\s+)?$/iu;

/** The quantifiers of a sentence that stand for a share of the studies. Of two in one sentence nothing is said. */
export function quantifiersIn(text: string, source: ClaimSource): FoundQuantifier[] {
  const { masked } = source;
  const [start] = source.at;
  const found = [...masked.matchAll(quantified)];
  const [match] = found;
  if (found.length !== 1 || !match) return [];
  const word = match[1]!;
  const at: Span = [start + match.index, start + match.index + word.length];
  if (otherwise.test(masked.slice(0, match.index)) || isDefined(at[1], source)) return [];
  const behind = masked.slice(match.index + match[0].length);
  if (restricted.test(behind) || exceptions.test(behind)) return [];
  // "Many studies have sought …" speaks of a literature, of which the review is a part.
  if (/^\S+\s+\p{L}+$/u.test(match[0]) && /^\s+(?:have|has|had|exist)(?!\p{L})/iu.test(behind)) return [];
  const groups = groupsAfter(text, at[1], source);
  const [group] = groups;
  // Of several groups nobody can tell which are for the word, and which for what is said beside it.
  if (groups.length !== 1 || !group) return [];
  // In the middle of a sentence the word mostly speaks of something else than the citations at its end.
  const isCitedAtOnce = /^\s*\(?\s*$/.test(text.slice(at[0] + match[0].length, group.from));
  if (!isCitedAtOnce && !opening.test(masked.slice(0, match.index))) return [];
  return [{ quantifier: word.toLowerCase() as Quantifier, text: word, at, groups }];
}

const wordBefore =
  /(?<![\p{L}\p{N}-])(?<!(?:\ba|not|at|nearly|almost|so|too|how|as)\s)(most|many|few|all)[*_)\]”"’']{0,4}$/iu;

/** The word for a share that ends at a place in a text, on the same line; *a few* and *not all* are others. */
export function quantifierBefore(
  text: string,
  end: number,
): { readonly text: string; readonly at: Span; readonly quantifier: Quantifier } | undefined {
  const from = Math.max(text.lastIndexOf('\n', end - 1) + 1, end - 24);
  const found = wordBefore.exec(text.slice(from, end));
  if (!found) return undefined;
  const word = found[1]!;
  const start = from + found.index;
  return { text: word, at: [start, start + word.length], quantifier: word.toLowerCase() as Quantifier };
}

const single = new RegExp(
  '^(?:[*_“"]*)(?:(?:for example|for instance|however|in addition|similarly|moreover|furthermore|also|indeed|thus|finally),?\\s+)?' +
    '((?:only\\s+|just\\s+)?(?:one|a single)\\s+(?:\\p{L}+\\s+)?' +
    '(?:participant|respondent|interviewee|informant|patient|woman|man|mother|father|parent|carer|caregiver|nurse|doctor|' +
    'peer worker|worker|student|person|study))(?!\\p{L}|\\s+(?:in|from|of|per|at|for)\\s+(?:each|every|both|all|these|the|two|three|four|five|six)|\\s+(?:each|per)(?!\\p{L}))',
  'iu',
);

/** Words that bring in others than the one that the sentence began with. */
const others =
  /(?<!\p{L})(?:while|whereas|whilst|but|although|though|however|(?:and|by|;|,)\s(?:the\s)?others?|another|similarly|also|likewise|compared|unlike|as well|both|several|many|most|some|various|articles|papers|reports|publications|reviews?|studies|in addition|contrast|consistent|in line|previous|elsewhere)(?!\p{L})/iu;

/** A sentence about one participant or one study, with the citations that it rests on. */
export function voicesIn(text: string, source: ClaimSource): FoundVoice[] {
  const { masked } = source;
  const match = single.exec(masked);
  if (!match || others.test(masked.slice(match[0].length))) return [];
  const from = source.at[0] + match.index + match[0].length - match[1]!.length;
  const groups = groupsAfter(text, from, source);
  const [group] = groups;
  // A group in the middle may belong to something that is named beside it.
  if (groups.length !== 1 || !group || group.works.length < 2) return [];
  return [{ text: match[1]!.toLowerCase(), at: [from, from + match[1]!.length], groups }];
}
