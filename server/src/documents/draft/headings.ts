import type { Construct, PlacedSection, Review } from '../../review/model.js';
import type { Block } from '../../syntax/markdown/document.js';
import { scanMarkdown } from '../../syntax/markdown/scan.js';
import { foldLabel } from '../../text/words.js';

/** A heading of a manuscript with what belongs to it. Places are offsets in the text. */
export interface DraftHeading {
  readonly level: number;
  /** The words of the heading as labels are compared, without a number before them. */
  readonly words: string;
  /** Where the line of the heading begins. */
  readonly start: number;
  /** Where the next heading of any level begins, or the end of the text. */
  readonly ownEnd: number;
  /** Where the next heading of the same or a higher level begins, or the end of the text. */
  readonly end: number;
  /** The construct that it stands under. */
  readonly construct: Construct | undefined;
  readonly namesConstruct: boolean;
  readonly aspect: string | undefined;
  /** Whether nobody has written anything here or below it; a comment is a note to oneself, and no text. */
  readonly empty: boolean;
  /** The headings that it stands below, the nearest last. */
  readonly above: readonly DraftHeading[];
}

/** A generated block with its place: from the start of its opening marker to the end of its closing one. */
export interface DraftBlock {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A manuscript as a draft looks at it. */
export interface DraftManuscript {
  readonly path: string;
  readonly text: string;
  readonly headings: readonly DraftHeading[];
  readonly blocks: readonly DraftBlock[];
}

/**
 * A text as the headings that it has, with what the review knows of each; undefined where the review has read another text than
 * this one.
 */
export function readHeadings(path: string, text: string, review: Review): DraftManuscript | undefined {
  const { sections, generated } = scanMarkdown(text);
  const placed = review.sections.filter(section => section.file.path === path);
  if (placed.length !== sections.length) return undefined;
  const found: (Omit<DraftHeading, 'end' | 'empty' | 'above'> & { bare: boolean })[] = [];
  for (const [at, { heading, at: span, blocks }] of sections.entries()) {
    const known = placed[at]!;
    if (known.facts.level !== (heading?.level ?? 0) || known.facts.title !== (heading?.text ?? '')) return undefined;
    if (!heading) continue;
    const [start, ownEnd] = span;
    const holds = generated.some(block => start <= block.open[0] && block.open[0] < ownEnd);
    found.push({ ...placeOf(known), start, ownEnd, bare: !holds && blocks.every(isNoText) });
  }
  return {
    path,
    text,
    headings: nested(found, text.length),
    blocks: generated.flatMap(({ name, open, close }) => (close ? [{ name, start: open[0], end: close[1] }] : [])),
  };
}

function placeOf({ facts, construct, namesConstruct, aspect }: PlacedSection) {
  const words = foldLabel(facts.title).replace(/^(?:\d+ )+/, '');
  return { level: facts.level, words, construct, namesConstruct, aspect };
}

function isNoText({ kind }: Block): boolean {
  return kind === 'comment' || kind === 'rule';
}

/** Works out where each section ends and what it stands below. */
function nested(
  found: readonly (Omit<DraftHeading, 'end' | 'empty' | 'above'> & { bare: boolean })[],
  length: number,
): DraftHeading[] {
  const headings: DraftHeading[] = [];
  let open: DraftHeading[] = [];
  for (const [at, { bare, ...each }] of found.entries()) {
    const below = found.slice(at + 1);
    const next = below.findIndex(other => other.level <= each.level);
    const inside = next < 0 ? below : below.slice(0, next);
    open = open.filter(other => other.level < each.level);
    const heading: DraftHeading = {
      ...each,
      end: next < 0 ? length : below[next]!.start,
      empty: bare && inside.every(other => other.bare),
      above: open,
    };
    headings.push(heading);
    open = [...open, heading];
  }
  return headings;
}
