import type { Review } from '../../review/model.js';
import { kindOf } from '../../review/paths.js';
import { definitions, type Part } from '../../syntax/definitions/parts.js';
import type { FileKind } from '../../syntax/facts.js';
import { readFrontMatter } from '../../syntax/markdown/front-matter.js';
import { Lines } from '../../text/lines.js';
import type { Position } from '../at.js';
import { offerCitations } from './citations.js';
import { type CommentPlace, offerComments, offerStudyComments } from './comments.js';
import { offerHeadings } from './headings.js';
import type { Completions, Offer } from './items.js';
import { markdownSpot } from './markdown-spot.js';
import type { Abilities } from './place.js';
import { offerTags } from './tags.js';
import { offerYaml } from './yaml.js';
import { YamlLines } from './yaml-lines.js';

const nothing: Completions = { items: [], incomplete: false };

/**
 * What can be put in at a position of a file of a review. Works on half-typed text: the place is found from the lines
 * around the cursor, not from what could be read. Nothing where any words may stand, such as in prose.
 *
 * @param path relative to the review's folder
 */
export function complete(review: Review, path: string, text: string, position: Position, able: Abilities): Completions {
  const lines = new Lines(text);
  const { line, character } = position;
  if (!(line >= 0 && character >= 0 && line < lines.count)) return nothing;
  const [start, end] = lines.lineSpan(line);
  if (start + character > end) return nothing;
  return offerAt(review, path, text, lines, position, able)?.finish() ?? nothing;
}

function offerAt(
  review: Review,
  path: string,
  text: string,
  lines: Lines,
  { line, character }: Position,
  able: Abilities,
): Offer | undefined {
  const kind = kindOf(path, review.settings);
  const markdown = /\.(md|markdown|qmd)$/i.test(path);
  if (kind === 'manuscript' || (kind === 'study' && markdown)) {
    const front = readFrontMatter(text);
    const [from, to] = front?.yaml ?? [0, 0];
    const cursor = lines.offsetAt(line, character);
    const bodyLine = front ? lines.positionAt(front.whole[1]).line : 0;
    if (front && cursor >= from && (cursor < to || (cursor === to && !(front.closed && isFence(text, to))))) {
      if (kind === 'manuscript') return undefined;
      const yaml = new YamlLines(text, lines, lines.positionAt(from).line, lastLine(lines, from, to));
      return offerYaml({ review, path, part: 'study', yaml, line, character, able, frontMatter: true });
    }
    const spot = markdownSpot(text, lines, bodyLine, line, character);
    if (!spot) return undefined;
    const place: CommentPlace = { review, spot, able };
    if (kind === 'study') {
      if (spot.comment !== undefined) return offerStudyComments(place);
      return offerTags(review, path, { text, lines, first: bodyLine }, spot);
    }
    if (spot.comment !== undefined) return offerComments(place);
    return offerCitations(review, path, spot) ?? offerHeadings(review, path, spot) ?? offerComments(place);
  }
  const part = kind && partOf(kind);
  if (part === undefined) return undefined;
  const yaml = new YamlLines(text, lines, 0, lines.count - 1);
  return offerYaml({ review, path, part, yaml, line, character, able, frontMatter: false });
}

/** The last line of the front matter's YAML. */
function lastLine(lines: Lines, from: number, to: number): number {
  const { line, character } = lines.positionAt(to);
  return character === 0 && to > from ? line - 1 : line;
}

/** True where the closing line of the front matter begins. */
function isFence(text: string, at: number): boolean {
  return text.startsWith('---', at) || text.startsWith('...', at);
}

/** The definition of a kind of file; undefined for what is no YAML of ours. */
function partOf(kind: FileKind): Part | undefined {
  return Object.hasOwn(definitions, kind) ? (kind as Part) : undefined;
}
