import type { Review } from '../../review/model.js';
import { keyAt } from '../../syntax/markdown/citations.js';
import { foldId } from '../../text/words.js';
import { Offer } from './items.js';
import type { MarkdownSpot } from './markdown-spot.js';
import { offerStudies, offerWorks } from './names.js';
import { targetOn } from './place.js';

/** A half-typed citation. */
interface CitationSpot {
  readonly from: number;
  readonly to: number;
  readonly braced: boolean;
  /** True when the brace behind `@{` is still missing. */
  readonly unclosed: boolean;
  readonly bracketed: boolean;
}

const keySign = /[\p{L}\p{N}\p{M}_:.#$%&+?<>~/-]/u;
/** What may not stand before an `@`: it would be part of an address, a path or code. */
const inAddress = /[\p{L}\p{N}\p{M}_/.@=#&%+\\~${]$/u;

/** Offers studies and works behind an `@` of the manuscript; undefined where no citation is being typed. */
export function offerCitations(review: Review, path: string, spot: MarkdownSpot): Offer | undefined {
  const found = citationSpot(review, spot);
  if (!found) return undefined;
  const { from, to, braced, unclosed, bracketed } = found;
  const offer = new Offer(targetOn(spot.line, from, to, spot.text, spot.character));
  const write = (key: string): string => {
    if (braced) return unclosed ? `${key}}` : key;
    return isPlain(key, bracketed) ? key : `{${key}}`;
  };
  const without = citedBeside(review, path, spot);
  offerStudies(offer, review, study => ({ text: write(study.facts.key) }), { without });
  offerWorks(offer, review, write, without);
  return offer;
}

function citationSpot(review: Review, { text, before, character }: MarkdownSpot): CitationSpot | undefined {
  const at = before.lastIndexOf('@');
  if (at < 0) return undefined;
  const lead = before.slice(0, at).replace(/(^|[^\p{L}\p{N}])-$/u, '$1');
  const bracketed = isBracketed(before, at);
  if (inAddress.test(lead) || lead.endsWith('-') || (lead.endsWith(':') && !bracketed)) return undefined;
  const typed = before.slice(at + 1);
  if (typed.startsWith('{')) {
    if (typed.includes('}')) return undefined;
    const rest = text.slice(character);
    const close = rest.search(/[}\];\s]/);
    const to = character + (close < 0 ? rest.length : close);
    return { from: at + 2, to, braced: true, unclosed: text[to] !== '}', bracketed };
  }
  if (!isKeyStart(typed) && !isSearch(review, typed, bracketed)) return undefined;
  let to = character;
  while (to < text.length && keySign.test(text[to]!)) to++;
  // Marks at the end of a key belong to the sentence.
  while (to > character && !/[\p{L}\p{N}\p{M}_]/u.test(text[to - 1]!)) to--;
  return { from: at + 1, to, braced: false, unclosed: false, bracketed };
}

function isKeyStart(typed: string): boolean {
  return typed.length < 200 && /^([\p{L}\p{N}_][\p{L}\p{N}\p{M}_:.#$%&+?<>~/-]*)?$/u.test(typed);
}

/** Between brackets several words search for a work, unless the first is a key already and the others say where in it. */
function isSearch({ studyById, works }: Review, typed: string, bracketed: boolean): boolean {
  if (!bracketed || !/^[\p{L}\p{N}][^@;[\]{}]{0,80}$/u.test(typed)) return false;
  const first = foldId(/^[^\s,]*/.exec(typed)?.[0] ?? '');
  return !typed.includes(',') && !studyById.has(first) && !works.has(first);
}

function isBracketed(before: string, at: number): boolean {
  const open = before.lastIndexOf('[', at);
  return open >= 0 && before.lastIndexOf(']', at) < open;
}

/** True for a key that a citation ends with by itself; any other needs braces. */
function isPlain(key: string, bracketed: boolean): boolean {
  return keyAt(`@${key}`, 0, 0, key.length + 1, bracketed)?.to === key.length + 1;
}

/** Folded keys that the sentence around the cursor cites elsewhere. */
function citedBeside(review: Review, path: string, { line, character }: MarkdownSpot): Set<string> {
  const cited = new Set<string>();
  let holder: Review['sections'][number] | undefined;
  for (const section of review.sections) {
    if (section.file.path === path && section.chunk.line <= line) holder = section;
  }
  if (!holder) return cited;
  const row = line - holder.chunk.line;
  for (const { at, citations } of holder.facts.sentences) {
    if (row < at.line || row > at.endLine) continue;
    if (row === at.line && character < at.character) continue;
    // A bracket that is still open may belong to the next sentence as the reader sees it: one sign more does no harm.
    if (row === at.endLine && character > at.endCharacter + 2) continue;
    for (const { key, at: place } of citations) {
      const here = place.line === row && place.character <= character && place.endCharacter >= character;
      if (!here) cited.add(key);
    }
  }
  return cited;
}
